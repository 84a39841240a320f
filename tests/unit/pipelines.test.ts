import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { inTurn } from "#app/http/pipelines.ts";

test("requests written at once are handled in turn, and too many end their connection", async () => {
  let [underWay, most, begun] = [0, 0, 0];
  const answer: RequestListener = async (request, response) => {
    begun++;
    most = Math.max(most, ++underWay);
    let body = "";
    for await (const piece of request) body += piece;
    await new Promise(setImmediate);
    underWay--;
    response.end(`[${request.url}${body}]`);
  };
  const server = createServer(inTurn(answer)).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close().closeAllConnections());
  /** Writes requests in one piece, and returns the bodies of the answers. */
  const send = async (...requests: string[]) => {
    const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
    socket.write(requests.join(""));
    let heard = "";
    socket.on("error", () => {});
    socket.on("data", (piece) => {
      heard += piece;
      if (heard.split("]").length > requests.length) socket.end();
    });
    await new Promise((resolve) => socket.once("close", resolve));
    return [...heard.matchAll(/\[(.*?)\]/g)].map(([, body]) => body);
  };
  const get = (path: string) => `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`;
  const post = "POST /p HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nab";

  expect(await send(get("/1"), post, get("/2"), get("/3"))).toEqual(["/1", "/pab", "/2", "/3"]);
  expect(most).toBe(1);
  begun = 0;
  expect(await send(...Array(1000).fill(get("/")))).toEqual([]);
  expect(begun).toBe(1);
});
