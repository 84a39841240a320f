// Two web processes behind nginx, restarted in turn by SIGTERM while people sign and read.
import { Agent, request } from "node:http";
import { sql } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { freePort } from "#tests/support/free-port.ts";
import { anNginx, findProgram } from "#tests/support/proxies.ts";
import { createProvider } from "#tests/support/resend-provider.mjs";
import { aGround } from "./scene.ts";
import { tell, whole } from "./sizes.ts";
import { aSeededCampaign, aWeb } from "./web.ts";
import { aWorker, byResend } from "./worker.ts";

const nginx = findProgram("nginx");
const rounds = whole ? 4 : 1;
const perSecond = whole ? 30 : 15;
/** Seconds of `DRAIN_NOTICE_SECONDS`; on a server it is 5. A busy machine needs more than one. */
const notice = whole ? 5 : 2;

/** How a request ended: its status, or how its connection broke. */
type End = number | string;

/** A client that keeps connections, never retries, and uses a new address for each request. */
function aClient(origin: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 200 });
  onTestFinished(() => agent.destroy());
  let asked = 0;
  const address = () => `198.51.${100 + Math.floor(asked / 250)}.${1 + (asked++ % 250)}`;
  return (path: string, fields?: Record<string, string>): Promise<End> =>
    new Promise((resolve) => {
      const asking = request(
        origin + path,
        {
          agent,
          method: fields ? "POST" : "GET",
          headers: {
            origin,
            "x-forwarded-for": address(),
            ...(fields && { "content-type": "application/x-www-form-urlencoded" }),
          },
        },
        (response) => {
          response.resume();
          response.once("end", () => resolve(response.complete ? (response.statusCode ?? 0) : "cut off"));
          response.once("error", ({ message }) => resolve(message));
        },
      );
      asking.once("error", ({ message }) => resolve(message));
      asking.end(fields && new URLSearchParams(fields).toString());
    });
}

test("rolling restarts behind nginx lose no request and store each signature once", async ({ skip }) => {
  if (!nginx) return skip("nginx is not installed (Debian: apt-get install nginx-light)");
  const ground = await aGround();
  const campaign = await aSeededCampaign(ground);
  const [port, one, two] = [await freePort(), await freePort(), await freePort()];
  const origin = `http://localhost:${port}`;
  const settings = { appUrl: origin, TRUST_PROXY: "2", DRAIN_NOTICE_SECONDS: String(notice) };
  const webs = await Promise.all([one, two].map((at) => aWeb(ground, { port: at, ...settings })));
  const proxy = await anNginx(nginx, { port, webs: [one, two] });

  const ask = aClient(origin);
  const [posts, reads] = [new Map<string, End>(), [] as End[]];
  const asked: Promise<unknown>[] = [];
  let n = 0;
  const timer = setInterval(() => {
    n++;
    if (n % 3 === 0) {
      asked.push(ask(n % 2 ? campaign : `${campaign}/count.json`).then((end) => reads.push(end)));
      return;
    }
    const email = `signer-${n}@people.test`;
    const fields = { name: `Signer ${n}`, email, country: "US", consent_sign: "on", without_proof: "on" };
    asked.push(ask(`${campaign}/sign`, fields).then((end) => posts.set(email, end)));
  }, 1000 / perSecond);
  onTestFinished(() => clearInterval(timer));

  /** Waits until as many more requests are answered as come in half a second. */
  const someAnswers = async () => {
    const before = reads.length + posts.size;
    const more = () => reads.length + posts.size - before;
    await expect.poll(more, { interval: 20 }).toBeGreaterThanOrEqual(perSecond / 2);
  };
  const began = Date.now();
  for (let round = 0; round < rounds; round++)
    for (const web of webs) {
      await someAnswers();
      expect(await web.stop(), web.lastWords()).toBe(0);
      await web.start();
    }
  await someAnswers();
  clearInterval(timer);
  await Promise.all(asked);
  const seconds = (Date.now() - began) / 1000;

  const ends: Record<string, number> = {};
  for (const end of [...reads, ...posts.values()]) ends[end] = (ends[end] ?? 0) + 1;
  const [answered] = await ground.db.execute<{ n: number }>(
    sql`select count(*)::int as n from waiting_forms`,
  );
  // Answered forms wait sealed. A worker stores them.
  const provider = createProvider({ perSecond: 1000 });
  onTestFinished(provider.close);
  const worker = await aWorker(ground, byResend(await provider.listen()), "worker", { APP_URL: origin });
  const waiting = async () =>
    (await ground.db.execute<{ n: number }>(sql`select count(*)::int as n from waiting_forms`))[0]?.n;
  await expect.poll(waiting, { timeout: 60_000, message: worker.lastWords() }).toBe(0);
  const rows = await ground.db.execute<{ email: string; times: number }>(sql`
    select p.email, count(*)::int as times from signatures s join supporters p on p.id = s.supporter_id
    join outbox d on d.signature_id = s.id and d.template = 'confirm-signature' group by 1`);
  const stored = new Map(rows.map(({ email, times }) => [email, times]));
  tell("rolling restarts", {
    restarts: rounds * 2,
    seconds: seconds.toFixed(0),
    requests: n,
    posts: posts.size,
    forms: answered?.n,
    stored: stored.size,
    answers: JSON.stringify(ends),
  });

  expect(Object.keys(ends).sort(), proxy.written()).toEqual(["200", "303"]);
  expect([...posts].filter(([, end]) => end !== 303)).toEqual([]);
  // Each answered post is stored once, and nothing unanswered or sent twice is stored.
  expect(answered?.n).toBe(posts.size);
  expect([...stored.keys()].sort()).toEqual([...posts.keys()].sort());
  expect([...stored.values()].filter((times) => times !== 1)).toEqual([]);
});
