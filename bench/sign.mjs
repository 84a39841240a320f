// Signing over HTTP, with limits on, against a bare server that inserts one row durably: the web process
// alone, what a worker then stores, confirming, and all of `npm start`.
import { setTimeout as pause } from "node:timers/promises";
import { openBareSign } from "./bare.mjs";
import { confirmAll } from "./confirm.mjs";
import { fire, inTurns, together } from "./load.mjs";
import { processorSeconds } from "./process.mjs";
import { campaignSlug } from "./stage.mjs";

const path = `/c/${campaignSlug}/sign`;
const fields = "name={name}&email={address}&country=US&postal_code=98052";

/** Signs as different people, from different addresses: nobody twice. */
export const signing = (origin) => ({
  method: "POST",
  path,
  expect: 303,
  headers: { origin, "content-type": "application/x-www-form-urlencoded", "x-forwarded-for": "{ip}" },
  body: `${fields}&consent_sign=on&consent_updates=on`,
});

export async function measureSign({ stage, database, seconds, rounds, quick }) {
  const owner = stage.open("owner", database);
  const [{ before }] = await owner`select count(*)::int as before from signatures`;
  const bare = await openBareSign(stage, database);
  let answered = 0;
  /** A leg, with the CPU seconds of server and PostgreSQL. */
  const sign = async (server, origin, load) => {
    const from = stage.processorOf(server);
    const leg = await fire(server, { ...signing(origin), ...load });
    if (server !== bare) answered += leg.answers;
    return { ...leg, all: stage.processorOf(server) - from };
  };
  /** `product, bare, product, bare …`: each leg takes about `seconds`, after a warm-up. */
  const inPairs = async (product, connections, within = seconds) => {
    const paced = async (server) => {
      await sign(server, product.origin, { amount: quick ? 500 : 2000, connections });
      const { answers, took } = await sign(server, product.origin, {
        amount: quick ? 500 : 1000,
        connections,
      });
      const amount = Math.ceil((answers / took) * within);
      return () => sign(server, product.origin, { amount, connections });
    };
    const legs = await inTurns(rounds, await paced(product), await paced(bare));
    return [together(legs.first), together(legs.second)];
  };

  const web = await stage.startProduct("web", database);
  const [ours, theirs] = await inPairs(web, 16);
  const crowd = quick ? null : await inPairs(web, 64);
  const stored = await storeAll({ stage, database, owner, theirs });
  const [confirmed, bareServer] = await confirmAll({
    stage,
    owner,
    web,
    rounds,
    amount: quick ? 1500 : 5000,
    bare: (amount) => sign(bare, web.origin, { amount, connections: 16 }),
  });
  await web.stop();

  const whole = await stage.startProduct("start", database);
  const from = stage.processorOf(whole);
  const already = answered;
  const [all, bareWhole] = await inPairs(whole, 16, quick ? seconds / 4 : seconds);
  await until(owner, "no form waits", `select count(*)::int as n from waiting_forms`);
  await until(owner, "no email waits", waitingMails);
  await until(owner, "no signature waits for its score", waitingScores);
  const cpu = stage.processorOf(whole) - from;
  const wave = quick ? [] : await measureWave({ owner, whole, count: (n) => (answered += n) });
  await whole.stop();
  await bare.stop();

  return [
    {
      name: "signing, web alone, 16 at a time",
      unit: "/s",
      value: ours.rate,
      bare: theirs.rate,
      bar: { of: "ratio", atLeast: 0.4 },
    },
    ...answeredWithin("16 at a time", ours, theirs),
    ...(crowd
      ? [
          {
            name: "signing, web alone, 64 at a time",
            unit: "/s",
            value: crowd[0].rate,
            bare: crowd[1].rate,
            bar: { of: "ratio", atLeast: 0.4 },
          },
          ...answeredWithin("64 at a time", ...crowd),
        ]
      : []),
    {
      name: "signing, per second of the server's processor",
      guard: "sign",
      unit: "/s",
      value: ours.ratePerCpu,
      bare: theirs.ratePerCpu,
      bareRate: theirs.rate,
    },
    {
      name: "the same, PostgreSQL's included",
      guard: "sign-with-database",
      unit: "/s",
      value: ours.ratePerAll,
      bare: theirs.ratePerAll,
      bareRate: theirs.rate,
    },
    ...stored,
    {
      name: "confirming, 16 at a time",
      unit: "/s",
      value: confirmed.rate,
      bare: bareServer.rate,
      bar: { of: "ratio", atLeast: 0.3 },
    },
    {
      name: "confirming, per second of the server's processor",
      guard: "confirm",
      unit: "/s",
      value: confirmed.ratePerCpu,
      bare: bareServer.ratePerCpu,
      bareRate: bareServer.rate,
    },
    {
      name: "confirming, PostgreSQL's processor included",
      guard: "confirm-with-database",
      unit: "/s",
      value: confirmed.ratePerAll,
      bare: bareServer.ratePerAll,
      bareRate: bareServer.rate,
    },
    { name: "99 of 100 then answered within", unit: "ms", value: confirmed.p99, bare: bareServer.p99 },
    { name: "npm start whole, 16 at a time", unit: "/s", value: all.rate, bare: bareWhole.rate },
    {
      name: "the same, with the bare server alone",
      unit: "/s",
      value: all.rate,
      bare: theirs.rate,
      bar: { of: "ratio", atLeast: 0.25 },
    },
    { name: "99 of 100 then answered within", unit: "ms", value: all.p99, bare: bareWhole.p99 },
    {
      name: "stored, mailed and scored, per second of all processors",
      guard: "whole",
      unit: "/s",
      value: (answered - already) / cpu,
      bare: theirs.ratePerAll,
      bareRate: theirs.rate,
    },
    ...wave,
    ...(await compareStored(owner, before, answered)),
  ];
}

const answeredWithin = (how, ours, theirs) => [
  { name: `half of the signers answered within, ${how}`, unit: "ms", value: ours.p50, bare: theirs.p50 },
  {
    name: `99 of 100 signers answered within, ${how}`,
    unit: "ms",
    value: ours.p99,
    bare: theirs.p99,
    bar: { of: "value", below: 100 },
  },
];

const waitingMails = `select count(*)::int as n from outbox where state in ('queued', 'claimed')`;
const waitingScores = `select count(*)::int as n from signature_traces where scored_at is null`;

/** Waits until a query answers 0; fails where nothing moves for 30 seconds. */
export async function until(owner, what, query) {
  let [least, since] = [Number.POSITIVE_INFINITY, Date.now()];
  for (;;) {
    const [{ n }] = await owner.unsafe(query);
    if (n === 0) return;
    if (n < least) [least, since] = [n, Date.now()];
    if (Date.now() - since > 30_000) throw new Error(`waiting until ${what}: ${n} for 30 seconds`);
    await pause(100);
  }
}

/** How fast a worker alone stores waiting forms, and scores them. */
async function storeAll({ stage, database, owner, theirs }) {
  const [{ n }] = await owner`select count(*)::int as n from waiting_forms`;
  const began = performance.now();
  const worker = await stage.startProduct("worker", database, undefined, { RESEND_API_KEY: "" });
  await until(owner, "no form waits", `select count(*)::int as n from waiting_forms`);
  const took = (performance.now() - began) / 1000;
  const cpu = processorSeconds(worker.pid);
  await until(owner, "no email waits", waitingMails);
  await until(owner, "no signature waits for its score", waitingScores);
  const done = processorSeconds(worker.pid);
  const scored = await scoreAgain(owner, worker);
  await worker.stop();
  return [
    { name: `${n} signatures stored by one worker, which also mails them`, unit: "/s", value: n / took },
    { name: "the same, per second of the worker's processor", unit: "/s", value: n / cpu },
    {
      name: "stored, mailed and scored, per second of the worker's processor",
      guard: "worker",
      unit: "/s",
      value: n / done,
      bare: theirs.ratePerCpu,
      bareRate: theirs.rate,
    },
    {
      name: "scored, per second of the worker's processor",
      guard: "score",
      unit: "/s",
      value: scored,
      bare: theirs.ratePerCpu,
      bareRate: theirs.rate,
      bar: { of: "value", atLeast: 3000 },
    },
  ];
}

/** Signatures that an otherwise idle worker scores per second of CPU time, all as new ones. */
async function scoreAgain(owner, worker) {
  const [{ n }] = await owner`select count(*)::int as n from signature_traces`;
  const before = processorSeconds(worker.pid);
  await owner.begin(async (tx) => {
    await tx`delete from signature_reviews`;
    await tx`delete from trace_groups`;
    await tx`update signature_traces set scored_at = null, rescores = 0`;
  });
  await until(owner, "no signature waits for its score", waitingScores);
  return n / (processorSeconds(worker.pid) - before);
}

/** A wave of 500 signatures a second for ten seconds: from the answer to the transport getting the email. */
async function measureWave({ owner, whole, count }) {
  const [{ last }] = await owner`select coalesce(max(id), 0)::int as last from signatures`;
  const leg = await fire(whole, { ...signing(whole.origin), amount: 5000, rate: 500 });
  count(leg.answers);
  await until(owner, "no form waits", `select count(*)::int as n from waiting_forms`);
  await until(owner, "no email waits", waitingMails);
  const [{ within }] = await owner`
    select percentile_cont(0.95) within group (order by extract(epoch
      from d.settled_at - s.signed_at)) as within
    from outbox d join signatures s on s.id = d.signature_id
    where d.template = 'confirm-signature' and s.id > ${last}`;
  return [
    {
      name: "95 of 100 emails handed over within, at 500 signatures a second",
      unit: "s",
      value: within,
      bar: { of: "value", below: 3 },
    },
  ];
}

/** Checks the database after that many 303 answers: one person, signature and email each, and counters. */
async function compareStored(sql, before, answered) {
  const [stored] = await sql`
    select
      (select count(*)::int from signatures) as signatures,
      (select count(distinct email_canonical)::int from supporters) as people,
      (select count(*)::int from outbox where template = 'confirm-signature') as mails,
      (select count(distinct signature_id)::int from outbox
        where template = 'confirm-signature') as "signatures with a mail",
      (select sum(pending + confirmed)::int from campaign_counts) as "signatures by the counters"`;
  return Object.entries(stored).map(([what, n]) => ({
    name: `${what} stored after ${answered} answers`,
    unit: "",
    value: n - before,
    bar: { of: "value", exactly: answered },
  }));
}
