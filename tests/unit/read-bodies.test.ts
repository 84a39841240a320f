import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { readBodies, type WithBody } from "#app/http/read-bodies.ts";

/** A server that answers with the body it got. */
async function aServer(seconds = 30) {
  let asked = 0;
  const limit = (path: string) => (path === "/upload" ? null : { bytes: 20, seconds });
  const server = createServer(
    readBodies(limit, (request: WithBody, response) => {
      asked++;
      response.end(`[${request.refused ?? request.rawBody?.toString() ?? "unread"}]`);
    }),
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
  return { server, port, send, asked: () => asked };
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

test("a body that never ends is refused after its time", async () => {
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
