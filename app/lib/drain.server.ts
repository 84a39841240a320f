import type { Server } from "node:http";
import type { Socket } from "node:net";

type Drain = {
  /** Seconds to continue accepting connections, while a load balancer learns that this process is leaving. */
  notice: number;
  /** Seconds after which answers still under way are aborted. */
  atMost: number;
};

/** Milliseconds that a connection without a request is kept: its first bytes may be on their way. */
const unusedFor = 1000;
/** Milliseconds. A turn of the event loop this short has read all that had arrived. */
const quietTurn = 2;

/**
 * Returns a function that ends a server and drops no request that has reached it: each answer says
 * `Connection: close`, after the notice no new connection is accepted, and answers under way are finished.
 * It resolves to true when nothing had to be aborted. Call this before the server gets its listener.
 */
export function drainOf(server: Server): (drain: Drain) => Promise<boolean> {
  const openedAt = new Map<Socket, number>();
  let leaving = false;
  server.on("connection", (socket: Socket) => {
    openedAt.set(socket, Date.now());
    socket.once("close", () => openedAt.delete(socket));
  });
  server.on("request", (_request, response) => {
    if (leaving) response.shouldKeepAlive = false;
  });

  return async ({ notice, atMost }) => {
    leaving = true;
    let whole = true;
    await new Promise((resolve) => setTimeout(resolve, notice * 1000));
    await quietMoment();
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    const closeUnused = async () => {
      await quietMoment();
      // A connection turns idle when its answer ends; close() alone would wait for its keep-alive.
      server.closeIdleConnections();
      // Browsers open some in advance and ask nothing: Node does not count those as idle.
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
 * Resolves right after the event loop has accepted and read what was waiting. What arrives between that and a
 * close is lost, so the turn before must have been short. A loop that is never quiet is not waited for longer
 * than a second.
 */
async function quietMoment(): Promise<void> {
  const until = Date.now() + 1000;
  for (;;) {
    const from = performance.now();
    await new Promise((resolve) => setImmediate(resolve));
    if (performance.now() - from < quietTurn || Date.now() > until) return;
  }
}
