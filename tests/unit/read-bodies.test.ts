import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { type BodyLimit, readBodies, type WithBody } from "#app/http/read-bodies.ts";

/** A server that answers with the body it got. */
async function aServer(seconds = 30, bounds: Parameters<typeof readBodies>[2] = {}) {
  let asked = 0;
  const answers: (() => void)[] = [];
  const limits: Record<string, BodyLimit> = {
    "/upload": null,
    "/nothing": "unread",
    "/known": { bytes: 20, seconds, known: true },
    "/long": { bytes: 5000, seconds },
  };
  const limit = (path: string) => limits[path] ?? (path in limits ? null : { bytes: 20, seconds });
  const server = createServer(
    readBodies(
      limit,
      (request: WithBody, response) => {
        asked++;
        const answer = () => response.end(`[${request.refused ?? request.rawBody?.toString() ?? "unread"}]`);
        if (request.url === "/later") answers.push(answer);
        else answer();
      },
      bounds,
    ),
  ).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close().closeAllConnections());
  const { port } = server.address() as AddressInfo;
  /** Writes `parts`, and returns everything received until the connection closes or `[…]` arrives. */
  const send = async (...parts: string[]) => {
    const socket = connect(port, "127.0.0.1");
    for (const part of parts) socket.write(part);
    let heard = "";
    for await (const chunk of socket) {
      heard += chunk;
      if (/\[.*\]/.test(heard)) break;
    }
    return /\[(.*)\]/.exec(heard)?.[1] ?? heard;
  };
  const answerAll = () => answers.splice(0).forEach((answer) => void answer());
  return { server, port, send, asked: () => asked, answerAll };
}

const head = (path: string, length: number) =>
  `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: ${length}\r\n\r\n`;
const chunked = "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";

test("a body is read whole before anything uses it, and one that is too long is not", async () => {
  const { send } = await aServer();
  expect(await send(head("/", 4), "ab", "cd")).toBe("abcd");
  expect(await send(chunked, "2\r\nab\r\n", "0\r\n\r\n")).toBe("ab");
  expect(await send(head("/", 21))).toBe("413");
  expect(await send(chunked, "f\r\n", "x".repeat(15), "\r\nf\r\n", "x".repeat(15), "\r\n")).toBe("413");
  expect(await send(head("/", 20), "x".repeat(20))).toBe("x".repeat(20));
  expect(await send(head("/upload", 4))).toBe("unread");
});

test("a body in a thousand pieces and more is refused", async () => {
  const { send } = await aServer();
  const inPieces = (pieces: number) =>
    send(chunked.replace("/", "/long"), "1\r\na\r\n".repeat(pieces), "0\r\n\r\n");
  expect(await inPieces(1000)).toBe("a".repeat(1000));
  expect(await inPieces(1001)).toBe("413");
});

test("a body that never ends or pauses is refused after its time", async () => {
  const paused = await aServer(30, { idle: 0.2 });
  expect(await paused.send(head("/", 10), "ab")).toBe("408");
  const { send } = await aServer(0.2);
  expect(await send(head("/", 10), "ab")).toBe("408");
  expect(await send(chunked, "2\r\nab\r\n")).toBe("408");
});

test("who leaves before the end of a body is asked nothing more", async () => {
  const { port, asked, server } = await aServer(0.2);
  const socket = connect(port, "127.0.0.1");
  const closed = new Promise((resolve) => server.once("connection", (other) => other.once("close", resolve)));
  socket.write(head("/", 10));
  socket.write("ab", () => socket.destroy());
  await closed;
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(asked()).toBe(0);
});

test("a body that nobody asked for ends its connection after the answer", async () => {
  const { port } = await aServer();
  const socket = connect(port, "127.0.0.1");
  socket.write("GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\n");
  expect(await text(socket)).toMatch(/connection: close/i);
});

test("a proxy that writes a long body before it listens hears that the body is too long", async () => {
  const { port } = await aServer();
  const proxy = connect(port, "127.0.0.1");
  proxy.pause();
  proxy.write(head("/", 32_000_000).replace("x", "x\r\nConnection: close"));
  proxy.write(Buffer.alloc(32_000_000, "x"));
  setTimeout(() => proxy.resume(), 500);
  const [answer] = await once(proxy, "data");
  expect(`${answer}`).toContain("[413]");
  proxy.destroy();
});

test("what nobody needs is not read", async () => {
  const { send } = await aServer();
  expect(await send(head("/nothing", 4), "ab")).toBe("");
  expect(await send("PUT / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\n")).toBe("");
});

test("of too many bodies of a network the oldest unfinished one is refused", async () => {
  const { send, asked } = await aServer(30, { atOnce: 2, networkOf: ({ url = "" }) => url });
  const known = send(head("/known", 4), "ab");
  const slow = [];
  for (let n = 0; n < 4; n++) {
    slow.push(send(head("/a", 4), "ab"));
    await expect.poll(asked).toBe(Math.max(0, n - 1));
  }
  const other = send(head("/b", 4), "ab");
  expect(await send(head("/a", 4), "ab", "cd")).toBe("abcd");
  expect(await Promise.all(slow.slice(0, 3))).toEqual(["429", "429", "429"]);
  const ends = await Promise.race([slow[3], known, other, new Promise((ok) => setTimeout(ok, 50, "none"))]);
  expect(ends).toBe("none");
});

test("bodies hold no more than the budget together, until they are answered", async () => {
  const { send, asked, answerAll } = await aServer(30, { budget: 40 });
  const slow = send(head("/", 20), "x".repeat(15));
  const known = send(head("/known", 20), "x".repeat(5));
  const later = send(head("/later", 15), "y".repeat(15));
  await expect.poll(asked).toBe(1);
  expect(await send(head("/", 15), "z".repeat(15))).toBe("z".repeat(15));
  expect(await slow).toBe("503");
  const more = send(head("/later", 20), "y".repeat(20));
  await expect.poll(asked).toBe(4);
  expect(await send(head("/", 2), "zz")).toBe("503");
  answerAll();
  expect([await later, await more]).toEqual(["y".repeat(15), "y".repeat(20)]);
  expect(await send(head("/", 20), "z".repeat(20))).toBe("z".repeat(20));
  expect(await Promise.race([known, "none"])).toBe("none");
});
