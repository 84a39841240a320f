// The case page from the page cache, against a bare server that sends the same compressed bytes.
import { once } from "node:events";
import { get } from "node:http";
import { fire, inTurns, together } from "./load.mjs";
import { campaignSlug } from "./stage.mjs";

const path = `/c/${campaignSlug}`;
const request = { path, expect: 200, headers: { "accept-encoding": "br" } };

export async function measurePage({ stage, database, seconds, rounds }) {
  const product = await stage.startProduct("web", database);
  const page = await fetchPage(product);
  const bare = await stage.startBare(new URL("bare-page.mjs", import.meta.url), page);

  for (const server of [product, bare]) await fire(server, { ...request, seconds: 2 });
  const legs = await inTurns(
    rounds,
    () => fire(product, { ...request, seconds }),
    () => fire(bare, { ...request, seconds }),
  );
  await product.stop();
  await bare.stop();

  const ours = together(legs.first);
  const theirs = together(legs.second);
  const size = Math.round(Buffer.from(page.body, "base64").length / 102.4) / 10;
  return [
    {
      name: `case page from the cache, ${size} kB brotli`,
      unit: "/s",
      value: ours.rate,
      bare: theirs.rate,
      bar: { of: "ratio", atLeast: 0.6 },
    },
    {
      name: "the same, per second of the server's processor",
      guard: "page",
      unit: "/s",
      value: ours.ratePerCpu,
      bare: theirs.ratePerCpu,
      bareRate: theirs.rate,
    },
    { name: "share of a core the server was busy", unit: "", value: ours.busy, bare: theirs.busy },
    { name: "99 of 100 pages within", unit: "ms", value: ours.p99, bare: theirs.p99 },
  ];
}

/** The page as a reader gets it: its bytes, and the headers a browser needs to show them. */
async function fetchPage({ port }) {
  const [answer] = await once(get({ host: "127.0.0.1", port, path, headers: request.headers }), "response");
  const chunks = await answer.toArray();
  const needed = ["content-type", "content-encoding"];
  const headers = Object.fromEntries(needed.map((name) => [name, answer.headers[name]]));
  if (answer.statusCode !== 200 || headers["content-encoding"] !== "br") {
    throw new Error(`${path} answered ${answer.statusCode} and ${headers["content-encoding"]}, not brotli`);
  }
  return { headers, body: Buffer.concat(chunks).toString("base64") };
}
