import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { inject, onTestFinished } from "vitest";

/**
 * Opens a way to PostgreSQL, by default to the tests' cluster, that can go dark: what is connected then stays
 * so, and nothing comes through in either direction, as when a host loses power. New connections work.
 */
export async function aDoor(to = inject("clusterUrl")) {
  const server = new URL(to);
  const sockets: Socket[] = [];
  const dark: Socket[] = [];
  let lit: Socket[] = [];
  let darkAt: string | undefined;
  const door = createServer((from) => {
    const inside = connect(Number(server.port), server.hostname);
    sockets.push(from);
    lit.push(from, inside);
    from.on("data", (piece) => {
      if (darkAt === undefined || !piece.includes(darkAt)) return;
      darkAt = undefined;
      darken([from, inside]);
    });
    const ways: [Socket, Socket][] = [
      [from, inside],
      [inside, from],
    ];
    for (const [one, other] of ways) {
      one.on("error", () => {});
      one.once("close", () => lit.includes(one) && other.destroy());
      one.pipe(other, { end: false });
    }
  }).listen(0, "127.0.0.1");
  await once(door, "listening");
  onTestFinished(() => {
    door.close();
    for (const socket of sockets) socket.destroy();
  });
  const url = new URL(server);
  url.host = `127.0.0.1:${(door.address() as AddressInfo).port}`;
  const darken = (which: readonly Socket[]) => {
    for (const socket of which) socket.unpipe().pause();
    dark.push(...which);
    lit = lit.filter((socket) => !which.includes(socket));
  };
  return {
    url: url.href,
    sockets,
    /** Takes all connections of this moment into the dark. */
    darken: () => darken(lit),
    /** Takes the connection that next says this into the dark: no answer comes. */
    darkenAt(text: string) {
      darkAt = text;
    },
    /**
     * Ends dark connections for the server alone, as its keepalive does: until then they hold their locks.
     */
    endAtServer() {
      for (const socket of dark) if (!sockets.includes(socket)) socket.destroy();
    },
  };
}
