import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { removeEmbedded, startEmbedded } from "#db/embedded.ts";
import { clusterFolder } from "#tests/support/cluster-folder.ts";
import { freePort } from "#tests/support/free-port.ts";
import { unhurrySigners } from "#tests/support/unhurried-signers.ts";

const root = join(import.meta.dirname, "../..");

/** Starts the product as a stranger does, on its own database and email folder. */
export default async function startSite() {
  const folder = mkdtempSync(join(tmpdir(), "undersigned-e2e-"));
  const cluster = await clusterFolder();
  const server = await startEmbedded({ folder: cluster, fsync: false });
  const port = await freePort();
  // In the environment of the tests too: they run operator commands on the same database.
  Object.assign(process.env, {
    DATABASE_URL: server.url("app"),
    MIGRATE_DATABASE_URL: server.url("owner"),
    PORT: String(port),
    SECRET: "a-secret-for-tests-that-is-long-enough-0001",
    MAIL_DIR: join(folder, "mail"),
    ERASURE_LOG: join(folder, "erasures.log"),
    TRUST_PROXY: "1",
    E2E_URL: `http://localhost:${port}`,
  });
  const child = spawn(process.execPath, [join(root, "app/cli/build-and-run.mjs"), "start", "--json"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await firstLine(child.stdout);
  const sql = postgres(server.url("owner"), { max: 1, onnotice: () => {} });
  await unhurrySigners(sql).finally(() => sql.end());

  return async () => {
    child.kill("SIGTERM");
    await once(child, "exit");
    await removeEmbedded(cluster);
    rmSync(folder, { recursive: true, force: true });
  };
}

async function firstLine(stream: NodeJS.ReadableStream): Promise<string> {
  let text = "";
  for await (const chunk of stream) {
    text += chunk;
    if (text.includes("\n")) break;
  }
  return text.slice(0, text.indexOf("\n"));
}
