import type { Server } from "node:http";
import type { Socket } from "node:net";

/**
 * Answers how to end a server without cutting anyone off: no new connection is taken, answers under way run to their end,
 * and after `seconds` what is left is aborted. True when nothing had to be aborted. Called before the server listens.
 */
export function drainOf(server: Server): (seconds: number) => Promise<boolean> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });

  return async (seconds) => {
    let whole = true;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    const closeUnused = () => {
      // A connection whose answer ends later turns idle then; close() alone would wait for its keep-alive.
      server.closeIdleConnections();
      // Browsers open some in advance, on which nothing was asked: to Node they are not idle.
      for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
    };
    const idle = setInterval(closeUnused, 100);
    const limit = setTimeout(() => {
      whole = false;
      server.closeAllConnections();
    }, seconds * 1000);

    closeUnused();
    await closed;
    clearInterval(idle);
    clearTimeout(limit);
    return whole;
  };
}
