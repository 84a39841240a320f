// The live count: what 10,000 open pages cost the server, each of which asks for it every 15 seconds (public/count.js).
import { once } from "node:events";
import { Agent, get } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { processorSeconds } from "./process.mjs";
import { campaignSlug } from "./stage.mjs";

const openPages = 10_000;
const asksEvery = 15;

export async function measurePolls({ stage, database }) {
  const product = await stage.startProduct("web", database);
  const pages = Array.from({ length: openPages }, () => new Agent({ keepAlive: true, maxSockets: 1 }));
  await poll(product, pages);
  const idle = await busy(product, () => wait(5000));
  const kept = await busy(product, () => poll(product, pages));
  for (const page of pages) page.destroy();
  const opened = await busy(product, () => poll(product, [false]));
  await product.stop();

  const rate = openPages / asksEvery;
  const percent = ({ share }) => (share - idle.share) * 100;
  const per100 = (what) => percent(what) / (rate / 100);
  return [
    { name: `polls of the count by ${openPages.toLocaleString("en")} open pages`, unit: "/s", value: rate },
    { name: "of a core the server was busy with them", unit: "%", value: percent(kept) },
    {
      name: "the same per 100 polls a second",
      unit: "%",
      value: per100(kept),
      bar: { of: "value", below: 1 },
    },
    { name: "per 100 a second that open a connection each", unit: "%", value: per100(opened) },
    { name: "one answer with its head", unit: "B", value: kept.result },
  ];
}

/** What share of a core the server's processor time is while `work` goes on; waiting and other programs are not in it. */
async function busy({ pid }, work) {
  const [before, began] = [processorSeconds(pid), performance.now()];
  const result = await work();
  const took = (performance.now() - began) / 1000;
  return { result, took, share: (processorSeconds(pid) - before) / took };
}

/** Each of the open pages asks once within the 15 seconds, evenly. `false` for an agent opens a connection each time. */
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
  const path = `/c/${campaignSlug}/count.json`;
  const headers = { "accept-encoding": "gzip, deflate, br" };
  const request = get({ host: "127.0.0.1", port, path, headers, agent });
  const [[answer], [socket]] = await Promise.all([once(request, "response"), once(request, "socket")]);
  if (answer.statusCode !== 200) throw new Error(`${path} answered ${answer.statusCode}`);
  const before = socket.told ?? 0;
  await answer.resume().toArray();
  socket.told = socket.bytesRead;
  return socket.bytesRead - before;
}
