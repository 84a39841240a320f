import type { Server } from "node:http";
import type { Socket } from "node:net";

type Drain = {
  /** Seconds to continue accepting connections while a load balancer notices that this process stops. */
  notice: number;
  /** Seconds after which answers in progress are aborted. */
  atMost: number;
};

/** Milliseconds that a connection without a request stays open: its first bytes may be under way. */
const unusedFor = 1000;
/** Milliseconds. What arrives during a longer turn of the event loop is read by the next ones only. */
const quietTurn = 2;

/**
 * Returns a function that ends a server without dropping a request that has reached it: each answer says
 * `Connection: close`, after the notice no new connection is accepted, and answers in progress are finished.
 * Resolves to true if nothing had to be aborted. Call this before the server gets its listener.
 */
export function drainOf(server: Server): (drain: Drain) => Promise<boolean> {
  const openedAt = new Map<Socket, number>();
  let leaving = false;
  let arrived = 0;
  server.on("connection", (socket: Socket) => {
    arrived++;
    openedAt.set(socket, Date.now());
    socket.once("close", () => openedAt.delete(socket));
  });
  server.on("request", (_request, response) => {
    arrived++;
    if (leaving) response.shouldKeepAlive = false;
  });

  const quietMoment = () => quietTurnOf(() => arrived);

  return async ({ notice, atMost }) => {
    leaving = true;
    let whole = true;
    await new Promise((resolve) => setTimeout(resolve, notice * 1000));
    await quietMoment();
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    const closeUnused = async () => {
      await quietMoment();
      // A connection becomes idle when its answer ends; close() alone would wait for its keep-alive.
      server.closeIdleConnections();
      // Browsers open spare connections in advance, which Node does not count as idle.
      for (const [socket, since] of openedAt)
        if (socket.bytesRead === 0 && Date.now() - since >= unusedFor) socket.destroy();
    };
    const idle = setInterval(closeUnused, 100);
    const limit = setTimeout(() => {
      whole = false;
      server.closeAllConnections();
    }, atMost * 1000);

    await closed;
    clearInterval(idle);
    clearTimeout(limit);
    return whole;
  };
}

/**
 * Resolves right after a turn of the event loop that was short and in which nothing arrived: a turn accepts one
 * connection only, however many wait. What arrives between that and a close is lost. Waits no longer than a
 * second for one.
 */
async function quietTurnOf(countArrived: () => number): Promise<void> {
  const until = Date.now() + 1000;
  for (;;) {
    const [from, before] = [performance.now(), countArrived()];
    await new Promise((resolve) => setImmediate(resolve));
    const quiet = performance.now() - from < quietTurn && countArrived() === before;
    if (quiet || Date.now() > until) return;
  }
}
