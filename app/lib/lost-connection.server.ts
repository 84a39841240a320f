import { describeError, type Log } from "./log.server.ts";

/** SQLSTATE of a server that ends a connection, and the driver's and the network's names for the same. */
const lost =
  /^(57P0[1-5]|08\w{3}|CONNECTION_(CLOSED|ENDED|DESTROYED)|CONNECT_TIMEOUT|ECONNRESET|EPIPE|ECONNREFUSED)$/;

const isLostConnection = (reason: unknown) =>
  reason instanceof Error && "code" in reason && lost.test(String(reason.code));

/** Milliseconds between two lines about the same outage. */
const outageLineEvery = 10_000;

/**
 * Returns a function that logs errors. What fails because the database is away is tried again within moments, so
 * an outage gets one line in ten seconds instead of one for each try.
 */
export function logFailures(log: Log, message: string, now = Date.now): (error: unknown) => void {
  let quietUntil = 0;
  return (error) => {
    if (!isLostConnection((error as Error)?.cause ?? error)) return log.error({ err: error }, message);
    if (now() < quietUntil) return;
    quietUntil = now() + outageLineEvery;
    log.warn({ err: describeError(error) }, "the database does not answer: work waits until it does");
  };
}

/**
 * Keeps a process alive when the database ends a connection between two statements of a transaction:
 * postgres.js 3.4 then rejects a promise that nobody holds, beside the one of the transaction, which
 * its caller handles. Every other rejection that nobody handles ends the process, as it should.
 */
export function outliveLostConnections(log: Log): void {
  process.on("unhandledRejection", (reason) => {
    if (!isLostConnection(reason)) throw reason;
    log.warn({ err: describeError(reason) }, "the database ended a connection");
  });
}
