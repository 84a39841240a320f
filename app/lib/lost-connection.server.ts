import { describeError, type Log } from "./log.server.ts";

/** SQLSTATE of a server that ends a connection, and the driver's and the network's names for the same. */
const lost =
  /^(57P0[1-5]|08\w{3}|CONNECTION_(CLOSED|ENDED|DESTROYED)|CONNECT_TIMEOUT|ECONNRESET|EPIPE|ECONNREFUSED)$/;

const isLostConnection = (reason: unknown) =>
  reason instanceof Error && "code" in reason && lost.test(String(reason.code));

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
