import { describeError, type Log } from "./log.server.ts";

/**
 * SQLSTATEs of a server that ends a connection, and codes of the driver, the network and our groups for the
 * same.
 */
const lost =
  /^(57P0[1-5]|08\w{3}|CONNECTION_(CLOSED|ENDED|DESTROYED)|CONNECT_TIMEOUT|NO_MATCHING_HOST|GROUP_(LATE|FULL)|ECONNRESET|EPIPE|ECONNREFUSED)$/;

const isLostConnection = (reason: unknown) =>
  reason instanceof Error && "code" in reason && lost.test(String(reason.code));

/**
 * Codes of a database that is up but refuses: no connections left, no disk space, or the standby after a
 * failover; and the network's codes for a host that is not there.
 */
const refusing =
  /^(53\w{3}|25006|55000|3D000|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN|ENOTFOUND|ENOENT)$/;

const connecting = /^(connect|getaddrinfo|read|write)$/;

/** Returns whether an error, at any depth, means that the database is away: a retry may work. */
export function isOutage(error: unknown): boolean {
  if (isLostConnection(error)) return true;
  if (!(error instanceof Error)) return false;
  if (error.name === "LogUnwritten") return true;
  const isOfDatabase =
    error.name === "PostgresError" || ("syscall" in error && connecting.test(String(error.syscall)));
  if (isOfDatabase && "code" in error && refusing.test(String(error.code))) return true;
  return error.cause !== undefined && isOutage(error.cause);
}

/** Milliseconds between two lines about the same outage. */
const outageLineEvery = 10_000;

/**
 * Returns a function that logs errors. What fails during an outage is retried within moments, so an outage
 * gets one line in ten seconds instead of one for each try.
 */
export function logFailures(log: Log, message: string, now = Date.now): (error: unknown) => void {
  const logOutage = logOutages(log, "work waits until it does", now);
  return (error) => {
    if (!isLostConnection((error as Error)?.cause ?? error)) return log.error({ err: error }, message);
    logOutage(error);
  };
}

/** Returns a function that logs that the database is away and what that means, once in ten seconds. */
export function logOutages(log: Log, effect: string, now = Date.now): (error: unknown) => void {
  let quietUntil = 0;
  return (error) => {
    if (now() < quietUntil) return;
    quietUntil = now() + outageLineEvery;
    log.warn({ err: describeError(error) }, `the database does not answer: ${effect}`);
  };
}

/**
 * Keeps a process alive during an outage. Of two statements sent together, the caller handles the first that
 * fails and nobody the second; and postgres.js 3.4 rejects a promise that nobody holds when a connection ends
 * between two statements of a transaction. Every other unhandled rejection ends the process.
 */
export function ignoreConnectionErrors(log: Log): void {
  process.on("unhandledRejection", (reason) => {
    if (!isOutage(reason)) throw reason;
    log.warn({ err: describeError(reason) }, "the database is away, and nobody waited for this answer");
  });
}
