import { type Logger, pino } from "pino";

/** Where a process tells what it did. Nothing personal goes in: no address, name, token or body. */
export type Log = Logger;

type Failure = Error & { code?: unknown; severity?: unknown; constraint_name?: unknown; routine?: unknown };

/**
 * What a log keeps of an error. Messages of the database hold what people typed ("Key (email)=(…)"),
 * and so do those of the query builder, so of these only code, constraint and place are kept.
 */
export function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const place = { type: error.name, stack: frames.join("\n") };
  const failure = (error.cause instanceof Error ? error.cause : error) as Failure;
  if (failure.severity !== undefined || "query" in error) {
    const { code, constraint_name: constraint, routine } = failure;
    return { ...place, code, constraint, routine };
  }
  return { ...place, message: withoutPeople(error.message) };
}

/** Addresses and tokens leave a message, whatever else is in it. */
const withoutPeople = (message: string) =>
  message.replace(/[^\s<>"']+@[^\s<>"']+/g, "(address)").replace(/[A-Za-z0-9_-]{40,}/g, "(token)");

export function createLog(level = "info"): Log {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: describeError },
  });
}
