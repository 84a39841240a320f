// The engine that sends updates: the snapshot of a large audience, and emails a second through the built
// worker, to a provider that accepts everything and to one that announces five calls a second.
import { setTimeout as pause } from "node:timers/promises";
import { peakMemory, processorSeconds } from "./process.mjs";
import { campaignSlug } from "./stage.mjs";

const inMegabytes = (bytes) => (bytes === null ? null : bytes / 1024 ** 2);
const unlimited = 10_000;
/** Emails to send in each part; the audience of the snapshot is the whole table. */
const mails = { fast: 100_000, paced: 15_000 };

/** Measures with an audience of `people`: the snapshot of all of them, then sending. */
export async function measureUpdates({ stage, people }) {
  const snapshot = await measureSnapshot(stage, people);
  const fast = await measureSending(stage, Math.min(people, mails.fast), {
    perSecond: unlimited,
    countOnly: true,
  });
  const paced = await measureSending(stage, Math.min(people, mails.paced), {
    perSecond: 5,
    countOnly: false,
  });
  return [
    {
      name: `audience of ${people.toLocaleString("en")} people taken down`,
      unit: "s",
      value: snapshot.seconds,
    },
    {
      name: `sending an update to ${fast.mails.toLocaleString("en")}, provider without a limit`,
      unit: "mails/s",
      value: fast.rate,
      bar: { of: "value", atLeast: 3000 },
    },
    { name: "share of a core the worker was busy", unit: "", value: fast.worker },
    {
      name: "mails a second of the worker's processor",
      unit: "mails/s",
      value: fast.mails / fast.workerSeconds,
    },
    {
      name: "peak memory of the worker during it",
      unit: "MB",
      value: inMegabytes(fast.peak),
      bar: { of: "value", below: 150 },
    },
    { name: "memory of the worker before it", unit: "MB", value: inMegabytes(fast.atRest) },
    {
      name: `sending to ${paced.mails.toLocaleString("en")}, provider announces 5 calls a second`,
      unit: "mails/s",
      value: paced.rate,
      bar: { of: "value", atLeast: 450 },
    },
    {
      name: "calls in the busiest second of its clock",
      unit: "",
      value: paced.busiest.byClock,
      bar: { of: "value", below: 6 },
    },
    { name: "calls that came in within any second", unit: "", value: paced.busiest.sliding },
    { name: "calls refused for haste", unit: "", value: paced.refused, bar: { of: "value", exactly: 0 } },
    {
      name: "mails accepted of both updates",
      unit: "",
      value: fast.accepted + paced.accepted,
      bar: { of: "value", exactly: fast.mails + paced.mails },
    },
  ];
}

/** A database with the campaign, subscribers, and one approved update to all of them. */
export async function openUpdate(stage, database, people) {
  await stage.createDatabase(database);
  await stage.command(database, ["migrate"]);
  await stage.command(database, ["seed"]);
  const owner = stage.open("owner", database, 4);
  await owner`update campaigns
    set operator = 'Sample Campaign e.V.', postal_address = '1 Sample Street, Sampletown',
    contact_email = 'hello@campaign.net', privacy_contact = 'privacy@campaign.net', funding_line = 'Gifts.'`;
  await owner`
    insert into supporters (email_canonical, email, name, country, created_at, confirmed_at)
    select mail, mail, 'Person ' || n, (array['US', 'DE', 'FR', 'ES'])[1 + n % 4], at, at
    from (select n, 'person-' || n || '@people.test' as mail, now() - interval '2 days' as at
      from generate_series(1, ${people}::int) n) made`;
  await owner`
    insert into consents (supporter_id, campaign_id, purpose, text_version, locale, granted_at)
    select s.id, c.id, 'updates', '2026-11', 'en', s.created_at from supporters s, campaigns c
    where c.slug = ${campaignSlug}`;
  for (const table of ["supporters", "consents"]) await owner.unsafe(`vacuum (analyze) ${table}`);
  const [update] = await owner`
    insert into updates (campaign_id, number, audience, state)
    select id, 1, '{"countries":[],"did":"anything","since":null}', 'draft'
    from campaigns where slug = ${campaignSlug}
    returning id::int, campaign_id as "campaignId", audience, in_archive`;
  await owner`insert into update_texts (update_id, locale, subject, body) values (${update.id}, 'en',
    'What happened this month', ${body})`;
  const { hashOfContent } = await stage.load("app/domain/outgoing/updates/update-content.server.ts");
  const { readAudience } = await stage.load("app/domain/outgoing/updates/audience/audience.ts");
  const audience = readAudience(update.audience);
  const inArchive = update.in_archive;
  const texts = [{ locale: "en", subject: "What happened this month", body, greeting: null }];
  const sha256 = hashOfContent({ audience, inArchive, texts });
  const { readFrameOf } = await stage.load("app/domain/outgoing/updates/words/read-update.server.ts");
  const frame = await readFrameOf(await stage.connect(database), update.id);
  await owner`
    update updates set submitted_at = now(), submitted_frame = ${owner.json(frame)}, approved_at = now(),
      approved_alone = true, approved_sha256 = ${sha256}, approved_frame = ${owner.json(frame)}
    where id = ${update.id}`;
  return { owner, id: update.id, campaignId: update.campaignId };
}

/** As long as such an email usually is. */
const body = `${"Two things happened this month, and both matter to those who signed. ".repeat(6)}

## What the company answered

${"The board wrote back and named a date; we have asked what it means to do until then. ".repeat(5)}

- A first thing that you can do.
- A second one, with [a link](https://sign.campaign.test/c/${campaignSlug}).

${"We thank everyone who wrote, and will tell you more when there is more to tell. ".repeat(4)}
`;

/** Takes the snapshot like the worker does, in pieces, each in its own transaction. */
async function measureSnapshot(stage, people) {
  const { prepareUpdates } = await stage.load("app/domain/outgoing/updates/sending/prepare-update.server.ts");
  const database = "undersigned_snapshot";
  const { owner, id } = await openUpdate(stage, database, people);
  await owner`update updates set state = 'sending', started_at = now(), send_at = now() where id = ${id}`;
  const db = await stage.connect(database);

  const began = performance.now();
  await prepareUpdates(db);
  const seconds = (performance.now() - began) / 1000;
  const [{ size, placed }] = await owner`
    select audience_size as size, (select sum(cardinality(email_ids))::int from email_batches) as placed
    from updates where id = ${id}`;
  if (size !== people || placed !== people)
    throw new Error(`the snapshot has ${size} people, ${placed} in batches`);
  await owner`drop table email_batches, outbox cascade`;
  return { seconds };
}

/** From the first accepted email to the last, by the provider's clock. */
async function measureSending(stage, people, { perSecond, countOnly }) {
  const database = `undersigned_sending_${perSecond}`;
  const { owner, id } = await openUpdate(stage, database, people);
  const provider = await stage.startBare(new URL("provider.mjs", import.meta.url), { perSecond, countOnly });
  const worker = await stage.startProduct("worker", database, undefined, {
    APP_URL: "https://sign.campaign.test",
    MAIL_FROM: "Sample Campaign <news@campaign.test>",
    RESEND_API_KEY: "re_bench",
    RESEND_BASE_URL: provider.origin,
  });
  await owner`update updates set state = 'scheduled', send_at = now() where id = ${id}`;

  const ask = async () => (await fetch(`http://127.0.0.1:${Number(provider.firstLine)}/`)).json();
  /** Waits for a condition; fails if the update was paused, or no email was sent for 30 seconds. */
  const until = async (isSo) => {
    for (let [most, since] = [-1, Date.now()]; ; ) {
      const { mails } = await ask();
      const [{ state, why }] = await owner`select state, pause_reason as why from updates where id = ${id}`;
      if (isSo({ mails, state })) return processorSeconds(worker.pid);
      if (state === "paused") throw new Error(`the update was paused: ${why}`);
      if (mails > most) [most, since] = [mails, Date.now()];
      if (Date.now() - since > 30_000)
        throw new Error(`no email of the update went for 30 seconds after ${mails}: ${worker.lastWords()}`);
      await pause(100);
    }
  };
  const atRest = peakMemory(worker.pid);
  const before = await until(({ mails }) => mails > 0);
  const after = await until(({ state }) => state === "sent");
  const peak = peakMemory(worker.pid);
  const report = await ask();
  const [{ accepted }] =
    await owner`select sum(accepted)::int as accepted from update_counts where update_id = ${id}`;
  await worker.stop();
  await provider.stop();

  const seconds = (report.lastAt - report.firstAt) / 1000;
  const workerSeconds = before === null ? null : after - before;
  return {
    mails: people,
    accepted: Math.min(accepted, report.mails),
    // The clock starts with the first call, so its emails are not counted.
    rate: (report.mails - 100) / seconds,
    worker: workerSeconds === null ? null : workerSeconds / seconds,
    workerSeconds,
    peak,
    atRest,
    busiest: report.busiest,
    refused: report.refused,
  };
}
