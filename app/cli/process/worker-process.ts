import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createWake } from "#app/domain/base/jobs/wake.server.ts";
import type { Log } from "#app/lib/log.server.ts";
import type { Worker } from "#app/worker.ts";

/** Milliseconds to wait before treating an end as unexpected: Ctrl-C in a terminal reaches both processes. */
const settleFor = 300;
/** A worker that ran this many milliseconds is restarted without a delay when it ends. */
const steadyAfter = 60_000;
/** Seconds between restarts of a failing worker, at most. */
const waitAtMost = 30;
/** Milliseconds for a worker to finish its running jobs. */
const stopWithin = 60_000;
/** Milliseconds between two messages that email waits. */
const wakeEvery = 50;

/** Starts the built worker with this process's flags, environment and output. */
export function startWorker(root: string): ChildProcess {
  // A debugger listens on one port, which this process uses.
  const execArgv = process.execArgv.filter((flag) => !flag.startsWith("--inspect"));
  return fork(join(root, "build/server/index.js"), ["worker", "--attached"], { execArgv });
}

type Options = { log: Log; start: () => ChildProcess };

/**
 * Keeps a worker running in a process of its own: restarts it when it ends, the first time immediately, then
 * after growing delays. It ends with this process, also after a `kill -9`: it sees its channel close.
 */
export function keepWorker({ log, start }: Options): Worker {
  let child: ChildProcess | undefined;
  let restart: NodeJS.Timeout | undefined;
  let stopping: Promise<void> | undefined;
  let endsInARow = 0;

  const restartAfter = (end: object) => {
    const seconds = endsInARow === 0 ? 0 : Math.min(2 ** (endsInARow - 1), waitAtMost);
    endsInARow++;
    restart = setTimeout(() => {
      if (seconds === 0) log.error(end, "the worker ended and is restarted");
      else {
        log.error(
          { ...end, seconds },
          "the worker ended again: emails and jobs wait for its next start, pages and forms work",
        );
      }
      restart = setTimeout(launch, seconds * 1000);
    }, settleFor);
  };
  const launch = () => {
    const began = Date.now();
    const ended = (end: object) => {
      if (stopping) return;
      child = undefined;
      if (Date.now() - began >= steadyAfter) endsInARow = 0;
      restartAfter(end);
    };
    try {
      const started = start();
      child = started;
      // A process that got a pid reports its end by "exit".
      started.on("error", (error) => started.pid === undefined && ended({ err: error }));
      started.once("exit", (code, signal) => ended({ code, signal }));
    } catch (error) {
      ended({ err: error });
    }
  };
  const end = async () => {
    clearTimeout(restart);
    if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill("SIGTERM");
    const limit = setTimeout(() => {
      log.warn({ seconds: stopWithin / 1000 }, "the worker did not end in time and was killed");
      child?.kill("SIGKILL");
    }, stopWithin);
    await gone;
    clearTimeout(limit);
  };

  return {
    start: async () => launch(),
    // A worker that is being restarted checks for email when it starts.
    wakeMail: createWake(
      async () => child?.connected && child.send("email waits", () => {}),
      () => {},
      wakeEvery,
    ),
    stop() {
      stopping ??= end();
      return stopping;
    },
  };
}
