// Emails that people wait for: how long after its signature each confirmation is handed over, with two
// workers and a provider that allows five calls a second and refuses more.
import { setTimeout as pause } from "node:timers/promises";
import { openUpdate } from "./updates.mjs";

const perSecond = 5;

/**
 * Waves: signatures a second for so many seconds, within what 95 of 100 emails are handed over, and how many
 * people an update goes to at the same time. A wave that brings more than the provider takes has a time
 * within which the rest is gone after it.
 */
const waves = [
  { rate: 25, seconds: 60, within: 1500 },
  { rate: 450, seconds: 60, within: 3000 },
  { rate: 1000, seconds: 60, emptyWithin: 90_000 },
  { rate: 25, seconds: 60, within: 2500, update: 20_000 },
];

/** Of a run that only sees whether nobody is missed, twice or refused: the machine is too busy for times. */
const short = [{ rate: 100, seconds: 4 }];

/** Seconds between two groups of signatures, which are stored like those that a worker takes together. */
const every = 0.1;

/** Waves so far: a run that measures twice makes other databases. */
let measured = 0;

/** Measures each wave in a database of its own. */
export async function measureMail({ stage, quick }) {
  const rows = [];
  for (const wave of quick ? short : waves) rows.push(...(await measureWave(stage, wave)));
  return rows;
}

async function measureWave(stage, { rate, seconds, within, emptyWithin, update = 0 }) {
  measured += 1;
  const database = `undersigned_mail_${measured}`;
  const { owner, id, campaignId } = await openUpdate(stage, database, Math.max(update, 1));
  const { insertSignatures } = await stage.load("app/domain/entries/signatures/insert-signatures.server.ts");
  const { aSignatureInput } = await stage.load("tests/support/builders.ts");
  const db = await stage.connect(database);
  const provider = await stage.startBare(new URL("provider.mjs", import.meta.url), { perSecond });
  const way = {
    APP_URL: "https://sign.campaign.test",
    MAIL_FROM: "Sample Campaign <news@campaign.test>",
    RESEND_API_KEY: "re_bench",
    RESEND_BASE_URL: provider.origin,
  };
  const workers = [];
  for (let n = 0; n < 2; n++) workers.push(await stage.startProduct("worker", database, undefined, way));
  if (update > 0) await owner`update updates set state = 'scheduled', send_at = now() where id = ${id}`;

  const signedAt = new Map();
  const aGroup = (from, size) =>
    Array.from({ length: size }, (_, n) => {
      const to = `signer-${from + n}@people.test`;
      const { trace, ...input } = aSignatureInput({ id: campaignId, petitionVersion: 1 }, { to });
      return { input, traced: { ...trace, block: null }, at: new Date() };
    });
  const began = performance.now();
  const total = rate * seconds;
  const size = Math.max(1, Math.round(rate * every));
  for (let n = 0; n < total; n += size) {
    const wait = (n / rate) * 1000 - (performance.now() - began);
    if (wait > 1) await pause(wait);
    const group = aGroup(n, Math.min(size, total - n));
    await db.transaction((tx) => insertSignatures(tx, group));
    for (const { input } of group) signedAt.set(input.email.address, Date.now());
  }
  const took = (performance.now() - began) / 1000;
  const last = Date.now();
  const ask = async () => (await fetch(`http://127.0.0.1:${Number(provider.firstLine)}/taken`)).json();
  const ours = ({ taken }) => taken.filter(([to]) => signedAt.has(to));
  let report = await ask();
  for (let tries = 0; ours(report).length < total && tries < 1800; tries++) {
    await pause(100);
    report = await ask();
  }
  for (const worker of workers) await worker.stop();
  await provider.stop();

  const taken = ours(report);
  const waits = taken.map(([to, times]) => times[0] - signedAt.get(to)).sort((a, b) => a - b);
  const share = (part) => waits[Math.ceil(waits.length * part) - 1] ?? Number.POSITIVE_INFINITY;
  const beside = update > 0 ? `, while an update goes to ${update.toLocaleString("en")}` : "";
  const name = `${total.toLocaleString("en")} signatures, ${rate} a second${beside}`;
  const twice = report.taken.filter(([, times]) => times.length > 1).length;
  const empty = Math.max(...taken.map(([, times]) => times[0])) - last;
  return [
    { name: `${name}: half of the emails handed over within`, unit: "ms", value: share(0.5) },
    {
      name: "95 of 100 within",
      unit: "ms",
      value: share(0.95),
      bar: within && { of: "value", below: within },
    },
    { name: "all within", unit: "ms", value: waits.at(-1) },
    {
      name: "last one handed over, after the last signature",
      unit: "ms",
      value: empty,
      bar: emptyWithin && { of: "value", below: emptyWithin },
    },
    { name: "signatures a second that were stored", unit: "", value: total / took },
    { name: "calls", unit: "", value: report.calls },
    { name: "calls refused for haste", unit: "", value: report.refused, bar: { of: "value", below: 3 } },
    { name: "emails missing", unit: "", value: total - waits.length, bar: { of: "value", exactly: 0 } },
    { name: "emails sent twice", unit: "", value: twice, bar: { of: "value", exactly: 0 } },
  ];
}
