// The live count: the cost of 10,000 open pages that each poll every 15 seconds (public/count.js).
import { once } from "node:events";
import { Agent, get } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { inTurns } from "./load.mjs";
import { processorSeconds } from "./process.mjs";
import { campaignSlug } from "./stage.mjs";

const openPages = 10_000;
const asksEvery = 15;
const path = `/c/${campaignSlug}/count.json`;

export async function measurePolls({ stage, database, rounds }) {
  const product = await stage.startProduct("web", database);
  const bare = await stage.startBare(new URL("bare-page.mjs", import.meta.url), await fetchCount(product));
  const kept = await inTurns(Math.min(rounds, 2), ...[product, bare].map((server) => () => pollKept(server)));
  const opened = await inTurns(
    1,
    ...[product, bare].map((server) => () => busy(server, () => poll(server, [false]))),
  );
  await product.stop();
  await bare.stop();

  const rate = openPages / asksEvery;
  const idle = (legs) => meanOf(legs.map((leg) => leg.idle)) * 100;
  const percent = (legs, resting = idle(legs)) => meanOf(legs.map(({ share }) => share)) * 100 - resting;
  const per100 = (...of) => percent(...of) / (rate / 100);
  return [
    { name: `polls of the count by ${openPages.toLocaleString("en")} open pages`, unit: "/s", value: rate },
    {
      name: "of a core the server is busy with the connections open and nothing asked",
      unit: "%",
      value: idle(kept.first),
      bare: idle(kept.second),
    },
    {
      name: "of a core it was busy with the polls, less that",
      unit: "%",
      value: percent(kept.first),
      bare: percent(kept.second),
    },
    {
      name: "the same per 100 polls a second",
      unit: "%",
      value: per100(kept.first),
      bare: per100(kept.second),
      bar: { of: "value", below: 1 },
    },
    {
      name: "per 100 a second that open a connection each",
      unit: "%",
      value: per100(opened.first, idle(kept.first)),
      bare: per100(opened.second, idle(kept.second)),
    },
    { name: "one answer with its head", unit: "B", value: kept.first[0].result, bare: kept.second[0].result },
  ];
}

/** One leg: pages connect, idle, then poll. Returns the time of an answer, and the CPU share of both. */
async function pollKept(server) {
  const pages = Array.from({ length: openPages }, () => new Agent({ keepAlive: true, maxSockets: 1 }));
  await poll(server, pages);
  const { share: idle } = await busy(server, () => wait(5000));
  const leg = await busy(server, () => poll(server, pages));
  for (const page of pages) page.destroy();
  return { ...leg, idle };
}

const meanOf = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The body of an answer, for the bare server to send. */
async function fetchCount({ port }) {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`);
  const body = Buffer.from(await answer.arrayBuffer()).toString("base64");
  return { headers: { "content-type": answer.headers.get("content-type") }, body };
}

/** The server's share of a core during `work`, from its CPU time. */
async function busy({ pid }, work) {
  const [before, began] = [processorSeconds(pid), performance.now()];
  const result = await work();
  const took = (performance.now() - began) / 1000;
  return { result, took, share: (processorSeconds(pid) - before) / took };
}

/** Each open page polls once in 15 seconds, evenly spread. An agent of `false` reconnects each time. */
async function poll({ port }, agents) {
  const began = performance.now();
  const asking = [];
  for (let n = 0; n < openPages; n++) {
    const early = began + (n * 1000 * asksEvery) / openPages - performance.now();
    if (early > 1) await wait(early);
    asking.push(ask(port, agents[n % agents.length]));
  }
  return (await Promise.all(asking)).at(-1);
}

async function ask(port, agent) {
  const headers = { "accept-encoding": "gzip, deflate, br" };
  const request = get({ host: "127.0.0.1", port, path, headers, agent });
  const [[answer], [socket]] = await Promise.all([once(request, "response"), once(request, "socket")]);
  if (answer.statusCode !== 200) throw new Error(`${path} answered ${answer.statusCode}`);
  const before = socket.told ?? 0;
  await answer.resume().toArray();
  socket.told = socket.bytesRead;
  return socket.bytesRead - before;
}
