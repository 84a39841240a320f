// Emails that people wait for: how long after its signature each confirmation is handed over, with two
// workers and a provider that allows five calls a second and refuses more.
import { setTimeout as pause } from "node:timers/promises";

const perSecond = 5;
/** Waves: signatures a second, for so many seconds, and within what 95 of 100 emails are handed over. */
const waves = [
  { rate: 25, seconds: 60, within: 1500 },
  { rate: 450, seconds: 20, within: 3000 },
];

/** Measures each wave in a database of its own. */
export async function measureMail({ stage }) {
  const rows = [];
  for (const wave of waves) rows.push(...(await measureWave(stage, wave)));
  return rows;
}

async function measureWave(stage, { rate, seconds, within }) {
  const database = `undersigned_mail_${rate}`;
  await stage.createDatabase(database);
  await stage.command(database, ["migrate"]);
  const { sign } = await stage.load("tests/support/sign.ts");
  const { aCampaign, aSignatureInput, organization } = await stage.load("tests/support/builders.ts");
  const db = await stage.connect(database);
  const campaign = await aCampaign(db, organization);
  const provider = await stage.startBare(new URL("provider.mjs", import.meta.url), { perSecond });
  const way = {
    APP_URL: "https://sign.campaign.test",
    MAIL_FROM: "Sample Campaign <news@campaign.test>",
    RESEND_API_KEY: "re_bench",
    RESEND_BASE_URL: provider.origin,
  };
  const workers = [];
  for (let n = 0; n < 2; n++) workers.push(await stage.startProduct("worker", database, undefined, way));

  const signedAt = new Map();
  const signing = [];
  const began = performance.now();
  const total = rate * seconds;
  for (let n = 0; n < total; n++) {
    const wait = (n / rate) * 1000 - (performance.now() - began);
    if (wait > 1) await pause(wait);
    const to = `signer-${n}@people.test`;
    signing.push(sign(db, aSignatureInput(campaign, { to })).then(() => signedAt.set(to, Date.now())));
    if (n % 50 === 49) await Promise.all(signing.splice(0));
  }
  await Promise.all(signing);
  const last = Date.now();
  const ask = async () => (await fetch(`http://127.0.0.1:${provider.port + 1}/taken`)).json();
  let report = await ask();
  for (let tries = 0; report.taken.length < total && tries < 1200; tries++) {
    await pause(100);
    report = await ask();
  }
  for (const worker of workers) await worker.stop();
  await provider.stop();

  const waits = report.taken
    .map(([to, times]) => times[0] - signedAt.get(to))
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  const share = (part) => waits[Math.ceil(waits.length * part) - 1] ?? Number.POSITIVE_INFINITY;
  const name = `${total.toLocaleString("en")} signatures, ${rate} a second at most`;
  const twice = report.taken.filter(([, times]) => times.length > 1).length;
  return [
    { name: `${name}: half of the emails handed over within`, unit: "ms", value: share(0.5) },
    { name: "95 of 100 within", unit: "ms", value: share(0.95), bar: { of: "value", below: within } },
    { name: "all within", unit: "ms", value: waits.at(-1) },
    {
      name: "signatures a second that were stored",
      unit: "",
      value: total / ((last - timeOf(began)) / 1000),
    },
    { name: "calls", unit: "", value: report.calls },
    { name: "calls refused for haste", unit: "", value: report.refused, bar: { of: "value", below: 3 } },
    { name: "emails missing", unit: "", value: total - waits.length, bar: { of: "value", exactly: 0 } },
    { name: "emails sent twice", unit: "", value: twice, bar: { of: "value", exactly: 0 } },
  ];
}

/** The time of a moment that was read from the clock that is never set. */
const timeOf = (moment) => Date.now() - (performance.now() - moment);
