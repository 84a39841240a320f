import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { buildIfChanged } from "#app/cli/build.mjs";
import { clockVariables } from "#db/embedded/clock.ts";
import { aFolder, appUrl, erasureLogOf, from, type Ground, secret } from "./scene.ts";

const root = join(import.meta.dirname, "../..");

/** Where the worker sends its emails. */
type Way = { RESEND_BASE_URL: string; RESEND_API_KEY: string } | { SMTP_URL: string };

export const byResend = (baseUrl: string): Way => ({ RESEND_BASE_URL: baseUrl, RESEND_API_KEY: "re_faults" });

/**
 * Runs the built worker as its own process, again whenever it ends, as a service manager would. The database
 * knows each life of it by its own name.
 */
export async function aWorker(ground: Ground, way: Way, name = "worker", more: Record<string, string> = {}) {
  const problem = await buildIfChanged(root, { say: false });
  if (problem) throw new Error(problem);
  const folder = aFolder();
  const env: NodeJS.ProcessEnv = {
    PATH: process.env.PATH,
    NODE_ENV: "production",
    APP_URL: appUrl,
    SECRET: secret,
    MAIL_FROM: from,
    MAIL_DIR: join(folder, "mail"),
    ERASURE_LOG: erasureLogOf(ground),
    ...clockVariables,
    ...way,
    ...more,
  };
  let child: ChildProcess;
  let output = "";
  let lives = 0;
  let wanted = true;
  let ours = false;
  let endedByItself = 0;

  const live = () => {
    lives++;
    ours = false;
    env.DATABASE_URL = `${ground.appUrl}?application_name=${name}-${lives}`;
    child = spawn(process.execPath, [join(root, "build/server/index.js"), "worker", "--json"], {
      cwd: folder,
      env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (chunk) => {
        output = (output + chunk).slice(-20_000);
      });
    }
    child.once("exit", () => {
      if (!ours) endedByItself++;
      if (wanted) live();
    });
  };
  live();

  const stop = async () => {
    wanted = false;
    ours = true;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill("SIGTERM");
    const timer = setTimeout(() => child.kill("SIGKILL"), 15_000);
    await gone;
    clearTimeout(timer);
  };
  onTestFinished(stop);

  return {
    stop,
    /** Kills it as `kill -9` does; it is restarted. Returns the name of the life that ended. */
    async kill(): Promise<string> {
      const life = `${name}-${lives}`;
      ours = true;
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await gone;
      return life;
    },
    get pid() {
      return child.pid;
    },
    get lives() {
      return lives;
    },
    /** How often it ended without being killed. */
    get endedByItself() {
      return endedByItself;
    },
    /** The end of its output. */
    lastWords: () => output,
  };
}
export type Worker = Awaited<ReturnType<typeof aWorker>>;
