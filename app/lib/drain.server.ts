import type { Server } from "node:http";

/**
 * Ends a server without cutting anyone off: no new connection is taken, answers under way run to
 * their end, and after `seconds` what is left is aborted. True when nothing had to be aborted.
 */
export async function drain(server: Server, seconds: number): Promise<boolean> {
  let whole = true;
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A connection whose answer ends later turns idle then; close() alone would wait for its keep-alive.
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  const limit = setTimeout(() => {
    whole = false;
    server.closeAllConnections();
  }, seconds * 1000);

  server.closeIdleConnections();
  await closed;
  clearInterval(idle);
  clearTimeout(limit);
  return whole;
}
