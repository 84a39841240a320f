import { type ChildProcess, fork, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { clockVariables } from "#db/embedded/clock.ts";

const root = join(import.meta.dirname, "../..");

export type Environment = Record<string, string> & { NODE_ENV: "production" };
export type Running = {
  /** The line with the site's address. */
  started: string;
  /** Its process, or the one in which sites run one after the other. */
  pid: number | undefined;
  /** Its process's output, which includes that of other sites of the file if they share it. */
  output: Readable[];
  stop(): Promise<void>;
};

/** Starts the site as its own process, as an operator does: for tests of how it ends. */
export async function startAlone(
  cwd: string,
  env: Environment,
  checkout = root,
): Promise<Running & { child: ChildProcess }> {
  const child = spawn(process.execPath, [join(checkout, "build/server/index.js"), "start", "--json"], {
    cwd,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGTERM");
    await once(child, "exit");
  };
  return {
    started: await firstLine(child),
    pid: child.pid,
    child,
    output: [child.stdout, child.stderr],
    stop,
  };
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let out = "";
    let err = "";
    child.stdout?.on("data", (chunk) => {
      out += chunk;
      if (out.includes("\n")) resolve(out.slice(0, out.indexOf("\n")));
    });
    child.stderr?.on("data", (chunk) => {
      err += chunk;
    });
    child.once("exit", (code) => reject(new Error(`the server ended with ${code}: ${err || out}`)));
  });
}

/** The process in which the sites of this worker's files run, one after the other. */
let host: Promise<ChildProcess> | undefined;

/** Starts the site in a process that ran earlier files' sites, and is warm. */
export async function startHosted(env: Environment): Promise<Running> {
  host ??= startHost(env);
  const child = await host;
  const id = randomUUID();
  const hears = (which: "started" | "ended") =>
    new Promise<string>((resolve, reject) => {
      const gone = () => reject(new Error("the process of the sites has ended"));
      if (!child.connected) return gone();
      const hear = (message: { id: string; failed?: string; started?: string; ended?: number }) => {
        if (message.id !== id || (message[which] === undefined && message.failed === undefined)) return;
        child.off("message", hear).off("exit", gone);
        if (message.failed === undefined) resolve(String(message[which]));
        else reject(new Error(message.failed));
      };
      child.on("message", hear).once("exit", gone);
    });
  const started = hears("started");
  child.send({ id, env });
  let stopping: Promise<string> | undefined;
  const stop = async () => {
    if (!stopping) {
      stopping = hears("ended");
      child.send({ stop: id });
    }
    await stopping;
  };
  return { started: await started, pid: child.pid, output: [child.stdout, child.stderr] as Readable[], stop };
}

async function startHost({ PATH = "", NODE_ENV }: Environment): Promise<ChildProcess> {
  const child = fork(new URL("./site-host.mjs", import.meta.url), {
    cwd: "/",
    env: { PATH, NODE_ENV, ...clockVariables },
    execArgv: [],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let printed = "";
  // Its log is in one, Node's messages in the other: both explain an unexpected end.
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk) => {
      printed = (printed + chunk).slice(-8000);
    });
  child.once("exit", (code) => {
    host = undefined;
    if (code) process.stderr.write(`The process of the sites ended with ${code}: ${printed}\n`);
  });
  await once(child, "message");
  // It ends with this process, and does not keep it alive.
  child.unref();
  child.channel?.unref();
  return child;
}
