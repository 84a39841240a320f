import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { answerUnparsed } from "#app/http/answer-unparsed.ts";

test("what Node cannot parse has our headers, and an unknown expectation is ignored", async () => {
  const server = createServer((_request, response) => response.end("page")).listen(0, "127.0.0.1");
  answerUnparsed(server, { "X-Content-Type-Options": "nosniff" });
  await once(server, "listening");
  onTestFinished(() => void server.close().closeAllConnections());
  const send = async (request: string) => {
    const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
    socket.on("error", () => {});
    socket.write(`${request}\r\n\r\n`);
    const answer = await text(socket);
    return [answer.split(" ")[1], /^X-Content-Type-Options: nosniff\r$/m.test(answer)];
  };
  expect(await send("GARBAGE")).toEqual(["400", true]);
  expect(await send("GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked")).toEqual([
    "400",
    true,
  ]);
  expect(await send(`GET / HTTP/1.1\r\nHost: x\r\nX: ${"a".repeat(20_000)}`)).toEqual(["431", true]);
  const expecting = "GET / HTTP/1.1\r\nHost: x\r\nExpect: more\r\nConnection: close";
  expect((await send(expecting))[0]).toBe("200");
});
