import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { buildIfChanged } from "#app/cli/build.mjs";
import { clockVariables } from "#db/embedded/clock.ts";
import { seed } from "#db/seed/index.ts";
import { aFolder, erasureLogOf, type Ground, secret } from "./scene.ts";

const root = join(import.meta.dirname, "../..");

/** Seeds the product's own campaign; returns its address. */
export async function aSeededCampaign({ db }: Ground): Promise<string> {
  await seed(db);
  return "/c/microsoft-ice";
}

/** Runs the built web server as its own process, at `appUrl` for its readers. */
export async function aWeb(
  ground: Ground,
  {
    port,
    appUrl = `http://localhost:${port}`,
    ...more
  }: { port: number; appUrl?: string } & Record<string, unknown>,
) {
  const problem = await buildIfChanged(root, { say: false });
  if (problem) throw new Error(problem);
  const folder = aFolder();
  const env: NodeJS.ProcessEnv = {
    PATH: process.env.PATH,
    NODE_ENV: "production",
    DATABASE_URL: ground.appUrl,
    APP_URL: appUrl,
    PORT: String(port),
    SECRET: secret,
    MAIL_DIR: join(folder, "mail"),
    ERASURE_LOG: erasureLogOf(ground),
    ...clockVariables,
    ...(more as Record<string, string>),
  };
  let child: ChildProcess | undefined;
  let output = "";

  const start = async () => {
    const next = spawn(process.execPath, [join(root, "build/server/index.js"), "web", "--json"], {
      cwd: folder,
      env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    child = next;
    const ready = new Promise<void>((resolve, reject) => {
      next.stdout.on("data", (chunk) => {
        output = (output + chunk).slice(-20_000);
        if (String(chunk).includes('"address"')) resolve();
      });
      next.stderr.on("data", (chunk) => {
        output = (output + chunk).slice(-20_000);
      });
      next.once("exit", (code) => reject(new Error(`the web ended with ${code}: ${output}`)));
    });
    await ready;
    next.removeAllListeners("exit");
  };
  /** Ends it like a service manager. Returns its exit code. */
  const stop = async () => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const gone = once(child, "exit");
    child.kill("SIGTERM");
    const [code] = await gone;
    return code as number | null;
  };
  // Without the seconds in which it would still take requests.
  onTestFinished(async () => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
  });
  await start();
  return { start, stop, url: `http://127.0.0.1:${port}`, lastWords: () => output };
}
