import { once } from "node:events";
import { Agent, createServer, request } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { expect, onTestFinished, test, vi } from "vitest";
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

test("an open answer finishes, and an idle connection delays nothing", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  onTestFinished(() => void vi.useRealTimers());
  let answer = (_output: string) => {};
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

  const drained = drain({ notice: 0, atMost: 20 });
  vi.setSystemTime(Date.now() + 1000);
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
  expect(await drain({ notice: 0, atMost: 0.2 })).toBe(false);
  expect(await reading).toBe("cut off");
});

/** Posts as a proxy does: over kept connections, and again elsewhere only when a connection was refused. */
function post(agent: Agent, port: number): Promise<"answered" | "refused" | "lost"> {
  return new Promise((resolve) => {
    const asking = request({ agent, port, host: "127.0.0.1", method: "POST" }, (response) => {
      response.resume().once("end", () => resolve("answered"));
    });
    asking.once("error", (error: NodeJS.ErrnoException) =>
      resolve(error.code === "ECONNREFUSED" ? "refused" : "lost"),
    );
    asking.end("name=Ana");
  });
}

/** Blocks the event loop, as rendering and hashing do. */
function busyFor(milliseconds: number) {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}

test("no request is lost at a restart, however busy the process is", async () => {
  const ends = { answered: 0, refused: 0, lost: 0 };
  for (let restart = 0; restart < 2; restart++) {
    const { drain, port } = await aServer(async () => {
      busyFor(25);
      return "done";
    });
    const agent = new Agent({ keepAlive: true });
    const asked: Promise<unknown>[] = [];
    const timer = setInterval(() => {
      asked.push(
        post(agent, port).then((end) => {
          ends[end] += 1;
        }),
      );
    }, 28);
    const before = ends.answered;
    await vi.waitUntil(() => ends.answered >= before + 12, { timeout: 20_000 });
    await drain({ notice: 0.2, atMost: 20 });
    clearInterval(timer);
    await Promise.all(asked);
    agent.destroy();
  }
  expect(ends.lost).toBe(0);
});

test("no request is lost that waits to be accepted with others", async () => {
  const { drain, port } = await aServer(async () => "done");
  const agent = new Agent({ keepAlive: true });
  const asked = Array.from({ length: 20 }, () => post(agent, port));
  const drained = drain({ notice: 0, atMost: 20 });
  // Until the notice is over: none of them is accepted before.
  busyFor(5);
  const ends = await Promise.all(asked);
  agent.destroy();
  expect(ends.filter((end) => end !== "answered")).toEqual([]);
  expect(await drained).toBe(true);
});

test("during the notice connections are accepted, and answers close them", async () => {
  const { drain, url } = await aServer(async () => "here");
  const drained = drain({ notice: 0.5, atMost: 20 });
  const answer = await fetch(url);
  expect([await answer.text(), answer.headers.get("connection")]).toEqual(["here", "close"]);
  expect(await drained).toBe(true);
  await expect(fetch(url)).rejects.toThrow();
});
