// `npm run dev`: server, database and worker of `npm start` in one process, with Vite in front for hot
// reload.
import { createServer } from "node:http";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createServer as createVite } from "vite";

process.env.NODE_ENV = "development";
process.stderr.write("Starting (up to a minute the first time)…\n");
const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const server = createServer();
const vite = await createVite({
  root,
  configFile: join(root, "vite.config.ts"),
  server: { middlewareMode: true, hmr: { server } },
});

// Remix's plugin opens a Vite of its own, which would end the process immediately on a signal.
process.removeAllListeners("SIGTERM");

const { serveDevelopment, isExpected } = await vite.ssrLoadModule("/app/cli/dev.ts");
try {
  await serveDevelopment(vite, server);
} catch (error) {
  process.stderr.write(`${isExpected(error) ? error.message : error.stack}\n`);
  process.exitCode = 1;
}
await vite.close();
process.exit();
