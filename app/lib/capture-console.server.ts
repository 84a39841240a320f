import type { Log } from "./log.server.ts";

/** The log that receives what libraries write to the console. */
let current: Log | undefined;

/** A client that left is no error, but libraries report it. */
const leaving =
  /^(?:AbortError|ERR_STREAM_PREMATURE_CLOSE|ERR_STREAM_DESTROYED|ECONNRESET|ECANCELED|EPIPE|ABORT_ERR)$/;

/**
 * Makes the log the only output of this process: console output of libraries, Node's warnings and the error
 * that ends the process are logged by type and place. Their text is left out: it may quote a path or what
 * somebody typed.
 */
export function redirectConsoleToLog(log: Log): void {
  const installed = current !== undefined;
  current = log;
  if (installed) return;

  const levels = {
    error: "error",
    warn: "warn",
    info: "debug",
    log: "debug",
    debug: "debug",
    trace: "debug",
  } as const;
  for (const [name, level] of Object.entries(levels) as [keyof typeof levels, "error" | "warn" | "debug"][]) {
    console[name] = (...words: unknown[]) => {
      const error = words.find((each) => each instanceof Error);
      const isLeaving = [error?.name, (error as NodeJS.ErrnoException | undefined)?.code].some((each) =>
        leaving.test(each ?? ""),
      );
      current?.[isLeaving ? "debug" : level](
        { err: error ?? placeOf(console[name]) },
        "a library wrote to the console",
      );
    };
  }
  // The log drops what cannot be written, so that neither a full disk nor a reader that left ends the
  // process.
  for (const stream of [process.stdout, process.stderr])
    stream.removeAllListeners("error").on("error", () => {});
  process.removeAllListeners("warning");
  process.on("warning", (warning) => current?.warn({ err: warning }, "Node warns"));
  process.on("uncaughtException", (error) => {
    current?.fatal({ err: error }, "the process ends by an error that nobody handles");
    process.exit(1);
  });
}

function placeOf(caller: (...output: unknown[]) => void): Error {
  const place = new Error();
  Error.captureStackTrace(place, caller);
  return place;
}
