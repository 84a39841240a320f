import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { approveNotice } from "#app/domain/campaign/notices/approve-notice.server.ts";
import { listNotices } from "#app/domain/campaign/notices/queries.server.ts";
import { queueNotices } from "#app/domain/campaign/notices/queue-notices.server.ts";
import { queueDueReminders } from "#app/domain/entries/pledges/reminders/queue-due-reminders.server.ts";
import { replanAll } from "#app/domain/entries/pledges/reminders/replan-all.server.ts";
import { submitDispatch } from "#app/domain/outgoing/dispatches/submit-dispatch.server.ts";
import type { MailState } from "#app/domain/outgoing/updates/update.ts";
import { checkSeals } from "#app/domain/record/check-seals.server.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import { checkArchive } from "#app/domain/upkeep/archives/read-archive.server.ts";
import {
  finishRestore,
  isRestoring,
  restoreArchive,
} from "#app/domain/upkeep/archives/restore-archive.server.ts";
import { resumeSending } from "#app/domain/upkeep/archives/resume-sending.server.ts";
import { listArchivedTables } from "#app/domain/upkeep/archives/tables.server.ts";
import { listCounterDrift } from "#app/domain/upkeep/check-counters.server.ts";
import { eraseSupporter } from "#app/domain/upkeep/erasure/erase-supporter.server.ts";
import { reapplyErasures } from "#app/domain/upkeep/erasure/reapply-erasures.server.ts";
import type { ErasureLine } from "#app/lib/erasure-record.ts";
import type { Db } from "#db/index.ts";
import {
  addressDayKeys,
  emailBatches,
  meetings,
  pledgeIntentions,
  pledgeReminders,
  pledgeTotals,
  pledgeWilling,
  supporters,
  updates,
  updateTexts,
} from "#db/schema/index.ts";
import { archiveOf, inChunks, manifestOf, sums } from "#tests/support/archives.ts";
import { aCampaign, storeRow, testKeys } from "#tests/support/builders.ts";
import { aDatabase, openAs } from "#tests/support/database.ts";
import {
  aBegunDispatch,
  aDispatch,
  aLetterCampaign,
  dispatchRow,
  letterStatesOf,
} from "#tests/support/dispatches.ts";
import { aHolder } from "#tests/support/holders.ts";
import { aLetter } from "#tests/support/letters.ts";
import { anOrganizer } from "#tests/support/organizers.ts";
import { aChangeOfMeaning } from "#tests/support/petitions.ts";
import { aBallotItem, aMeeting, aPledge } from "#tests/support/pledges.ts";
import { causeOf } from "#tests/support/refusals.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";
import { anUpdate, approved } from "#tests/support/updates.ts";

const everyRow = async (db: Db, table: string) => [
  ...(await db.execute(sql.raw(`select to_jsonb(t)::text as row from "${table}" t order by 1`))),
];

async function aFullDatabase() {
  const db = await aDatabase();
  const campaign = await aCampaign(db);
  for (const state of ["pending", "confirmed", "confirmed", "withdrawn", "invalidated"] as const) {
    const name = "Łucja \\N \t\n“O’Neil” 🌍".replace(/[\t\n]/g, " ");
    await aStoredSignature(db, campaign, { state, name, comment: "two\nlines\tand a \\. dot" });
  }
  const entry = {
    actor: "operator",
    action: "organizer-invited",
    campaignId: campaign.id,
    subject: null,
  } as const;
  await recordAudit(db, { ...entry, detail: { n: 1 } }, new Date("2026-10-02T00:00:00Z"));
  return { db, campaign };
}

const noMails = async () => {};

/** A database with something of everything, and its archive: no test changes either. */
const full = await aFullDatabase();
const fullPieces = await archiveOf(openAs("app", full.db));
const fullManifest = await manifestOf(fullPieces);

test("a restored database has every row, the same counters and ids that continue", async () => {
  const { db, campaign } = full;
  const empty = await aDatabase();
  expect(await restoreArchive(empty, inChunks(fullPieces, 100_000), fullManifest)).toMatchObject({
    outcome: "restored",
  });

  for (const { name } of await listArchivedTables(db)) {
    if (name !== "switches") expect(await everyRow(empty, name), name).toEqual(await everyRow(db, name));
  }
  expect([...(await sums(empty))]).toEqual([...(await sums(db))]);
  expect(await listCounterDrift(empty)).toEqual([]);
  expect(await checkSeals(empty)).toMatchObject({ broken: [], unsealed: 0, newest: fullManifest.auditSeal });

  const { signature } = await aStoredSignature(openAs("app", empty), campaign);
  expect(signature.id).toBe(6);
});

test("a restore pauses sending, and the product stays closed until it is finished", async () => {
  const manifest = fullManifest;
  const restored = await aDatabase();
  await restoreArchive(restored, inChunks(fullPieces), manifest);
  expect(await isRestoring(restored)).toBe(true);

  const updates = { ended: 0, takenBack: 0, unknownMails: 0 };
  const none = {
    reminders: { missed: 0, unknownMails: 0 },
    dispatches: { ...updates, paused: 0 },
    notices: { ended: 0, unknownMails: 0 },
  };
  await finishRestore(restored, { manifest, erased: 0, updates, ...none });
  expect(await isRestoring(restored)).toBe(false);
  expect(await restored.execute(sql`select name from switches order by 1`)).toMatchObject([
    { name: "restored" },
    { name: "sending-paused" },
  ]);
  const [last] = await restored.execute(
    sql`select actor, action from audit_entries order by id desc limit 1`,
  );
  expect(last).toEqual({ actor: "operator", action: "archive-restored" });

  const app = openAs("app", restored);
  expect([await resumeSending(app), await resumeSending(app)]).toEqual([
    { outcome: "resumed", emails: 0, drafts: 0 },
    { outcome: "not-paused" },
  ]);
});

test("someone erased after the archive was written is erased again, and counted once", async () => {
  const db = await aDatabase();
  const campaign = await aCampaign(db);
  const { supporter } = await aStoredSignature(db, campaign, { email: "Ana.Sample+x@gmail.com" });
  await aStoredSignature(db, campaign);
  const pieces = await archiveOf(db);

  const records: ErasureLine[] = [];
  const ports = {
    keys: testKeys,
    record: async (line: ErasureLine) => {
      records.push(line);
    },
    removeMails: noMails,
  };
  await eraseSupporter(db, ports, { publicId: supporter.publicId, actor: "supporter" });

  const restored = await aDatabase();
  await restoreArchive(restored, inChunks(pieces), await manifestOf(pieces));
  expect(await reapplyErasures(restored, { keys: testKeys, records, removeMails: noMails })).toBe(1);
  expect([...(await sums(restored))]).toEqual([...(await sums(db))]);
  expect(await restored.execute(sql`select 1 from supporters where email ilike 'ana%'`)).toHaveLength(0);
});

test("an archive is never loaded into a database that has rows", async () => {
  const { db } = full;
  const before = [...(await sums(db))];
  const refused = await restoreArchive(db, inChunks(fullPieces), fullManifest);
  expect(refused).toMatchObject({ outcome: "not-empty" });
  expect([...(await sums(db))]).toEqual(before);
});

test("changed bytes or a missing end or manifest are found before loading", async () => {
  const whole = Buffer.concat(fullPieces);

  const changed = Buffer.from(whole);
  changed.write("lucja", changed.indexOf("Łucja"));
  expect(await checkArchive(inChunks([changed]))).toMatchObject({
    outcome: "damaged",
    problem: /supporters/,
  });
  const short = whole.subarray(0, whole.length - 3_000);
  expect(await checkArchive(inChunks([short]))).toMatchObject({ outcome: "damaged" });
  expect(await checkArchive(inChunks([whole.subarray(-1_024)]))).toMatchObject({
    outcome: "damaged",
    problem: "it has no manifest",
  });
});

test("sign-ins, codes and the mails that carry them are in no archive", async () => {
  const text = Buffer.concat(fullPieces).toString("utf8");
  const names = (await listArchivedTables(full.db)).map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(["supporters", "signatures", "consents", "audit_seals"]));
  for (const table of ["organizer_sessions", "organizer_ceremonies", "campaign_counts"]) {
    expect(names).not.toContain(table);
    expect(text).not.toContain(`${table}/`);
  }
});

test("an archive restores pledges, totals, batches and events, but no address keys", async () => {
  const { db, campaign } = await aFullDatabase();
  const meeting = await aMeeting(db, campaign);
  const item = await aBallotItem(db, meeting);
  const { supporter } = await aStoredSignature(db, campaign);
  const pledge = await aPledge(db, {
    campaignId: campaign.id,
    supporterId: supporter.id,
    meetingId: meeting.id,
  });
  const intends = { meetingId: meeting.id, kind: "direct", intention: "for", ballotItemId: item.id } as const;
  await db.insert(pledgeIntentions).values({ ...intends, pledgeId: pledge.id });
  await db.insert(pledgeWilling).values({ pledgeId: pledge.id, willing: "cofile" });
  await storeRow(db, pledgeTotals, {
    ...intends,
    campaignId: campaign.id,
    verification: "email_confirmed",
    holdingForm: "broker",
    holders: 1,
    shares: "2.5",
  });
  const update = await anUpdate(db, campaign);
  await db.execute(sql`
    with code as (
      insert into organizer_ceremonies (token_hash, email_hmac, expires_at) values ('\\x01', '\\x02', now())
      returning id
    ), organizer as (
      insert into organizers (email, name) values ('olga@example.org', 'Olga Sample') returning id
    ), mail as (
      insert into outbox (supporter_id, template) values (${supporter.id}, 'receipt') returning id
    ), code_mail as (
      insert into outbox (organizer_id, ceremony_id, template)
      select organizer.id, code.id, 'organizer-code' from organizer, code returning id
    ), events as (
      insert into email_events (svix_id, type, occurred_at, email_id)
      select 'msg_of_mail', 'email.sent', now(), id from mail union all
      select 'msg_of_code', 'email.sent', now(), id from code_mail union all
      select 'msg_of_none', 'email.sent', now(), null
    )
    insert into email_batches (update_id, email_ids, state, settled_at, template_version, body_sha256,
      idempotency_key, transport)
    select ${update.id}, array[id], 'accepted', now(), '1', sha256('x'), 'batch-of-one-mail', 'resend'
    from mail`);
  await db.insert(addressDayKeys).values({ day: "2026-10-01", key: Buffer.alloc(32, 7) });

  const pieces = await archiveOf(openAs("app", db));
  const restored = await aDatabase();
  expect(await restoreArchive(restored, inChunks(pieces), await manifestOf(pieces))).toMatchObject({
    outcome: "restored",
  });
  const whole = ["pledges", "pledge_intentions", "pledge_willing", "pledge_totals", "email_batches"];
  for (const table of whole) {
    const rows = await everyRow(db, table);
    expect([table, rows.length]).toEqual([table, 1]);
    expect(await everyRow(restored, table)).toEqual(rows);
  }
  const events = await restored.execute(sql`select svix_id from email_events order by 1`);
  expect(events.map((event) => event.svix_id)).toEqual(["msg_of_mail", "msg_of_none"]);
  expect(await restored.$count(addressDayKeys)).toBe(0);
});

/** An update with an email in each of `states`, and one batch of the open ones. */
async function anUpdateUnderWay(
  db: Db,
  campaign: { id: number },
  values: Parameters<typeof anUpdate>[2],
  states: readonly MailState[],
) {
  const update = await anUpdate(db, campaign, { ...approved, ...values, audienceSize: states.length });
  const ids: number[] = [];
  for (const state of states) {
    const { supporter } = await aStoredSignature(db, campaign, { consents: ["sign", "updates"] });
    const [mail] = await db.execute<{ id: string }>(sql`
      insert into outbox (supporter_id, campaign_id, update_id, template, state, lease_until)
      values (${supporter.id}, ${campaign.id}, ${update.id}, 'update', ${state},
        ${state === "claimed" ? sql`now() + interval '1 minute'` : null}) returning id`);
    if (state === "queued" || state === "claimed") ids.push(Number(mail?.id));
  }
  if (ids.length > 0) await db.insert(emailBatches).values({ updateId: update.id, emailIds: ids });
  return update;
}

const fates = async (db: Db, update: { id: number }) => {
  const [row] = await db.execute<{ counts: Record<string, number>; size: number }>(sql`
    select audience_size as size, to_jsonb(c) - 'hard_bounced' as counts from updates u
    cross join lateral (select coalesce(sum(queued), 0) as queued, coalesce(sum(claimed), 0) as claimed,
      coalesce(sum(accepted), 0) as accepted, coalesce(sum(delivered), 0) as delivered,
      coalesce(sum(bounced), 0) as bounced, coalesce(sum(unknown), 0) as unknown,
      coalesce(sum(erased), 0) as erased
      from update_counts where update_id = u.id) c where u.id = ${update.id}`);
  const counts = Object.entries(row?.counts ?? {}).filter(([, mails]) => mails !== 0);
  return {
    size: row?.size,
    sum: counts.reduce((sum, [, mails]) => sum + mails, 0),
    ...Object.fromEntries(counts),
  };
};

test("after a restore no update is sent again: what may have been sent is unknown", async () => {
  const db = await aDatabase();
  const campaign = await aCampaign(db);
  const begun = { startedAt: new Date("2026-10-02T00:00:00Z") };
  const paused = { state: "paused", pausedAt: begun.startedAt, pauseReason: "organizer" } as const;
  const mails = ["queued", "claimed", "accepted", "delivered", "bounced"] as const;
  const sending = await anUpdateUnderWay(db, campaign, { ...begun, state: "sending" }, mails);
  const still = await anUpdateUnderWay(db, campaign, { ...begun, ...paused }, ["queued", "queued"]);
  const sent = await anUpdateUnderWay(
    db,
    campaign,
    { ...begun, state: "sent", finishedAt: begun.startedAt, preparedAt: begun.startedAt },
    ["delivered"],
  );
  const sendAt = new Date("2026-10-09T00:00:00Z");
  const scheduled = await anUpdate(db, campaign, { ...approved, state: "scheduled", sendAt });
  const waiting = await anUpdate(db, campaign, approved);
  const onHold = await anUpdate(db, campaign, { ...approved, ...paused, pauseReason: "not-ready", sendAt });
  const pieces = await archiveOf(openAs("app", db));

  const restored = await aDatabase();
  expect(await restoreArchive(restored, inChunks(pieces), await manifestOf(pieces))).toMatchObject({
    outcome: "restored",
    updates: { ended: 2, takenBack: 3, unknownMails: 4 },
  });

  const states = await restored.select().from(updates).orderBy(updates.id);
  expect(states.map(({ number, state }) => [number, state])).toEqual([
    [sending.number, "sent"],
    [still.number, "sent"],
    [sent.number, "sent"],
    [scheduled.number, "draft"],
    [waiting.number, "draft"],
    [onHold.number, "draft"],
  ]);
  for (const { state, approvedAt, approvedSha256, submittedAt, sendAt } of states) {
    if (state === "draft")
      expect([approvedAt, approvedSha256, submittedAt, sendAt]).toEqual([null, null, null, null]);
  }
  expect(states.every(({ pauseReason }) => pauseReason === null)).toBe(true);
  expect(states.find(({ id }) => id === sent.id)?.finishedAt).toEqual(begun.startedAt);

  const open = await restored.execute(sql`
    select state, problem from outbox where template = 'update' and state in ('queued', 'claimed', 'unknown')
    union select state::text::email_state, problem from email_batches`);
  expect([...open]).toEqual([{ state: "unknown", problem: "restored" }]);
  expect(await fates(restored, sending)).toEqual({
    size: 5,
    sum: 5,
    accepted: 1,
    delivered: 1,
    bounced: 1,
    unknown: 2,
  });
  expect(await fates(restored, still)).toEqual({ size: 2, sum: 2, unknown: 2 });
  const more = { updateId: sent.id, locale: "es", subject: "Otra cosa", body: "Hola." };
  expect(await causeOf(restored.insert(updateTexts).values(more))).toMatchObject({ code: "23514" });
  expect(await listCounterDrift(restored)).toEqual([]);
});

/** A meeting whose vote ends in two days: the reminder three days before it is a day overdue. */
async function aMeetingSoon(db: Db, campaign: { targetId: number }, checked: boolean) {
  return storeRow(db, meetings, {
    targetId: campaign.targetId,
    year: new Date().getUTCFullYear() + (checked ? 0 : 1),
    status: "expected",
    voteBy: sql`now() + interval '2 days'`,
    ...(checked && { verifiedAt: sql`now()`, verifiedBy: "Olga" }),
  });
}

test("after a restore no reminder goes twice: due ones are missed, waiting unknown", async () => {
  const db = await aDatabase();
  const campaign = await aCampaign(db);
  const longAgo = new Date(Date.now() - 60 * 86_400_000);
  const checked = await aMeetingSoon(db, campaign, true);
  const unchecked = await aMeetingSoon(db, campaign, false);
  const due = await aHolder(db, { campaign, meeting: checked }, {}, { now: longAgo });
  const waits = await aHolder(db, { campaign, meeting: checked }, {}, { now: longAgo });
  const unplanned = await aHolder(db, { campaign, meeting: unchecked }, {}, { now: longAgo });
  const mailed = await aHolder(db, { campaign, meeting: checked }, {}, { now: longAgo });
  await db.execute(sql`update pledge_reminders r set state = 'cancelled', reason = 'date-gone'
    where series = ${waits.pledge.series} and due_at <= now()`);
  await db.execute(sql`update pledge_reminders r set due_at = now() - interval '1 hour' where
    series = ${mailed.pledge.series} and reminder = 'vote-by-1'`);
  await db.execute(sql`update pledge_reminders set state = 'queued', queued_at = now()
    where series = ${mailed.pledge.series} and reminder = 'vote-by-1'`);
  await db.execute(sql`insert into outbox (campaign_id, supporter_id, pledge_id, reminder, template)
    values (${campaign.id}, ${mailed.pledge.supporterId}, ${mailed.pledge.id}, 'vote-by-1',
      'pledge-reminder')`);
  const pieces = await archiveOf(openAs("app", db));
  const manifest = await manifestOf(pieces);

  // The archive is recent: here everything is sent.
  await db.execute(sql`update meetings set verified_at = now(), verified_by = 'Olga'`);
  await replanAll(db, testKeys);
  await queueDueReminders(db, testKeys);
  for (const { pledge } of [due, waits, unplanned]) {
    expect(await remindersOf(db, pledge.id), "before").toEqual(["vote-by-3"]);
  }

  const restored = await aDatabase();
  const answer = await restoreArchive(restored, inChunks(pieces, 100_000), manifest);
  expect(answer).toMatchObject({ outcome: "restored", reminders: { unknownMails: 1 } });
  if (answer.outcome !== "restored") throw new Error("not restored");
  expect(answer.reminders.missed).toBe(
    await restored.$count(pledgeReminders, sql`state = 'missed' and reason = 'restored' and due_at <= now()`),
  );
  await finishRestore(restored, {
    manifest,
    erased: 0,
    updates: answer.updates,
    reminders: answer.reminders,
    dispatches: answer.dispatches,
    notices: answer.notices,
  });
  await resumeSending(restored);
  const [mail] = await restored.execute(sql`select state, problem from outbox where reminder = 'vote-by-1'`);
  expect(mail).toEqual({ state: "unknown", problem: "restored" });

  await restored.execute(sql`update meetings set verified_at = now(), verified_by = 'Olga'`);
  await replanAll(restored, testKeys);
  expect(await queueDueReminders(restored, testKeys)).toBe(0);
  const tomorrow = new Date(Date.now() + 2 * 86_400_000 - 3_600_000);
  expect(await queueDueReminders(restored, testKeys, tomorrow), "what is due later goes").toBe(3);
});

test("after a restore no letter goes twice: those under way are unknown, logged once", async () => {
  const db = await aDatabase();
  const scene = await aLetterCampaign(db);
  const [one, two] = [await aLetter(db, scene.campaign), await aLetter(db, scene.campaign)];
  const begun = await aBegunDispatch(db, scene, { letters: [one, two] });
  await aLetter(db, scene.campaign);
  const waits = await aDispatch(db, scene, scene.team[0]?.actor ?? "operator");
  await submitDispatch(db, waits);
  // An email being sent to a recipient that is no longer verified.
  await db.execute(sql`update outbox set state = 'claimed', transport = 'resend', lease_until = now()
    where id = (select min(id) from outbox where letter_part_id is not null)`);
  await db.execute(
    sql`update letter_recipients set verified_at = null, verified_by = null, verified_where = null`,
  );
  const pieces = await archiveOf(openAs("app", db));
  const before = await db.execute(sql`select letter_id, event from letter_events order by id`);

  const restored = await aDatabase();
  const answer = await restoreArchive(restored, inChunks(pieces, 100_000), await manifestOf(pieces));
  expect(answer).toMatchObject({ dispatches: { paused: 1, takenBack: 1, unknownMails: 2 } });
  expect(await dispatchRow(restored, begun)).toMatchObject({ state: "paused", pauseReason: "restored" });
  expect(await dispatchRow(restored, waits)).toMatchObject({ state: "draft", submittedAt: null });
  expect(await letterStatesOf(restored, scene.campaign)).toEqual(["unknown", "unknown", "confirmed"]);
  const after = await restored.execute(sql`select letter_id, event from letter_events order by id`);
  expect(after.slice(0, before.length)).toEqual([...before]);
  expect(after.slice(before.length).map(({ event }) => event)).toEqual(["unknown", "unknown", "confirmed"]);
  expect(await listCounterDrift(restored)).toEqual([]);
});

const remindersOf = async (db: Db, pledgeId: number) => {
  const rows = await db.execute<{ reminder: string }>(
    sql`select reminder from outbox where pledge_id = ${pledgeId} and reminder is not null order by id`,
  );
  return rows.map(({ reminder }) => reminder);
};

test("after a restore an update's emails and erased people add up to its audience", async () => {
  const db = await aDatabase();
  const campaign = await aCampaign(db);
  const begun = { startedAt: new Date("2026-10-02T00:00:00Z"), state: "sending" } as const;
  const update = await anUpdateUnderWay(db, campaign, begun, [
    "delivered",
    "delivered",
    "queued",
    "accepted",
  ]);
  const [before, since] = await db.select().from(supporters).orderBy(supporters.id);
  const records: ErasureLine[] = [];
  const record = async (line: ErasureLine) => void records.push(line);
  const ports = { keys: testKeys, record, removeMails: noMails };
  await eraseSupporter(db, ports, { publicId: before?.publicId ?? "", actor: "supporter" });
  const whole = await fates(db, update);
  expect(whole).toEqual({ size: 4, sum: 4, delivered: 1, queued: 1, accepted: 1, erased: 1 });

  const pieces = await archiveOf(db);
  await eraseSupporter(db, ports, { publicId: since?.publicId ?? "", actor: "supporter" });

  const restored = await aDatabase();
  await restoreArchive(restored, inChunks(pieces), await manifestOf(pieces));
  expect(await fates(restored, update)).toEqual({
    size: 4,
    sum: 4,
    delivered: 1,
    unknown: 1,
    accepted: 1,
    erased: 1,
  });
  expect(await reapplyErasures(restored, { keys: testKeys, records, removeMails: noMails })).toBe(1);
  expect(await fates(restored, update)).toEqual({ size: 4, sum: 4, unknown: 1, accepted: 1, erased: 2 });
  expect(await listCounterDrift(restored)).toEqual([]);
});

test("rows that the database refuses leave it empty, and the error says why", async () => {
  const empty = await aDatabase();
  await empty.execute(sql`alter table supporters add constraint none check (id < 3)`);
  await expect(restoreArchive(empty, inChunks(fullPieces), fullManifest)).rejects.toMatchObject({
    message: "the database refused the rows of supporters",
    cause: { code: "23514" },
  });
  expect(await empty.execute(sql`select 1 from campaigns`)).toHaveLength(0);
});

test("an unreadable archive leaves the database empty and its connection usable", async () => {
  const empty = await aDatabase();
  const torn = async function* () {
    for await (const piece of inChunks(fullPieces, 1000)) {
      yield piece;
      if (piece.includes("@example.org")) throw new Error("the disk failed");
    }
  };
  await expect(restoreArchive(empty, torn(), fullManifest)).rejects.toThrow("the disk failed");
  expect(await restoreArchive(empty, inChunks(fullPieces), fullManifest)).toMatchObject({
    outcome: "restored",
  });
});

test("after a restore no notice goes twice: one under way is cancelled", async () => {
  const db = await aDatabase();
  const campaign = await aCampaign(db);
  const people = await Promise.all([1, 2, 3].map(() => aStoredSignature(db, campaign)));
  const owner = await anOrganizer(db, { campaign });
  const on = { campaignId: campaign.id, actor: `organizer:${owner.id}` as const };
  await aChangeOfMeaning(db, on, { tell: "It asks for more." });
  const [notice] = await listNotices(db, campaign.id);
  const site = { from: "Undersigned <news@undersigned.org>", localMode: false, rehearsal: true };
  await approveNotice(db, site, { ...on, publicId: notice?.publicId ?? "" });
  // Halfway: two wait, the third is not queued yet.
  await db.execute(sql`
    insert into outbox (campaign_id, supporter_id, signature_id, notice_id, template)
    select g.campaign_id, g.supporter_id, g.id, n.id, 'petition-changed' from signatures g, petition_notices n
    order by g.id limit 2`);
  const pieces = await archiveOf(openAs("app", db));
  const manifest = await manifestOf(pieces);

  const restored = await aDatabase();
  const answer = await restoreArchive(restored, inChunks(pieces, 100_000), manifest);
  expect(answer).toMatchObject({ outcome: "restored", notices: { ended: 1, unknownMails: 2 } });
  expect(await listCounterDrift(restored)).toEqual([]);
  expect(await queueNotices(restored)).toBe(0);
  const [stopped] = await listNotices(restored, campaign.id);
  expect(stopped).toMatchObject({ state: "cancelled", mails: { unknown: 2 } });

  // A finished one is not continued for people who confirmed late, before the archive was restored.
  await restored.execute(
    sql`update petition_notices set cancelled_at = null, queued_at = now() - interval '1 hour'`,
  );
  const last = Math.max(...people.map(({ signature }) => signature.id));
  await restored.execute(sql`update signatures
    set signed_at = (select published_at from petition_versions where version = 2),
    confirmed_at = now() where id = ${last}`);
  await restored.execute(
    sql`update switches set since = now() + interval '1 minute' where name = 'restored'`,
  );
  expect(await queueNotices(restored)).toBe(0);
  await restored.execute(
    sql`update switches set since = now() - interval '1 minute' where name = 'restored'`,
  );
  expect(await queueNotices(restored)).toBe(1);
});
