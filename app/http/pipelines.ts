import type { RequestListener } from "node:http";

/** Requests that wait on one connection for the answer to an earlier one. */
const waitingAtMost = 16;

/**
 * Handles the requests of a connection one after another. Node begins all that a client writes without
 * waiting for answers: a packet of 64 kB holds two thousand. A connection with more than a few is closed:
 * neither browsers nor proxies send them.
 */
export function inTurn(next: RequestListener): RequestListener {
  const waiting = new WeakMap<object, number>();
  return (request, response) => {
    // Node gives a response its socket once those before it have ended.
    if (response.socket) return next(request, response);
    const { socket } = request;
    const before = waiting.get(socket) ?? 0;
    if (before >= waitingAtMost) return void socket.destroy();
    waiting.set(socket, before + 1);
    response.once("socket", () => {
      waiting.set(socket, (waiting.get(socket) ?? 1) - 1);
      next(request, response);
    });
  };
}
