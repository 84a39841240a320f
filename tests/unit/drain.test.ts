import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { expect, test } from "vitest";
import { drainOf } from "#app/lib/drain.server.ts";

async function aServer(answer: () => Promise<string>) {
  const server = createServer(async (_request, response) => {
    response.end(await answer());
  });
  const drain = drainOf(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return { server, drain, port, url: `http://127.0.0.1:${port}/` };
}

test("an answer under way runs to its end, and a connection on which nothing was asked keeps nobody waiting", async () => {
  let answer = (_said: string) => {};
  const { server, drain, port, url } = await aServer(
    () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
  );
  const asked = once(server, "request");
  const reading = fetch(url).then((response) => response.text());
  await asked;
  const opened = once(server, "connection");
  const unused = connect(port, "127.0.0.1").on("error", () => {});
  await opened;

  const drained = drain(20);
  await once(unused, "close");
  answer("whole");
  expect(await reading).toBe("whole");
  expect(await drained).toBe(true);
}, 15_000);

test("what does not end within the time is cut off, and told", async () => {
  const { drain, server, url } = await aServer(() => new Promise(() => {}));
  const asked = once(server, "request");
  const reading = fetch(url).then(
    () => "answered",
    () => "cut off",
  );
  await asked;
  expect(await drain(0.2)).toBe(false);
  expect(await reading).toBe("cut off");
});
