import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { setOwnersLine } from "#app/domain/campaign/meetings/meeting-settings.server.ts";
import { replanReminders } from "#app/domain/campaign/meetings/replan-reminders.server.ts";
import type { PledgeInput } from "#app/domain/entries/pledges/pledge.server.ts";
import { type KnownFundOutcome, knownFundOutcomes } from "#app/domain/entries/pledges/pledge.ts";
import { pledgeProven } from "#app/domain/entries/pledges/pledge-proven.server.ts";
import { remindTomorrow } from "#app/domain/entries/pledges/remind-tomorrow.server.ts";
import { queueDueReminders } from "#app/domain/entries/pledges/reminders/queue-due-reminders.server.ts";
import type { ReminderKind } from "#app/domain/entries/pledges/reminders/reminder.ts";
import { replanAll } from "#app/domain/entries/pledges/reminders/replan-all.server.ts";
import { reportFundOutcome, reportOutcome } from "#app/domain/entries/pledges/report-outcome.server.ts";
import { stopReminders } from "#app/domain/entries/pledges/stop-reminders.server.ts";
import { withdrawPledge } from "#app/domain/entries/pledges/withdraw-pledge.server.ts";
import { claimEmails } from "#app/domain/outbox/sending/claim-emails.server.ts";
import { sendDueEmails } from "#app/domain/outbox/sending/send-due-emails.server.ts";
import { queueSupporterEmail } from "#app/domain/queue/queue-supporter-email.server.ts";
import { eraseSupporter } from "#app/domain/upkeep/erasure/erase-supporter.server.ts";
import {
  campaigns,
  coFilingRules,
  consents,
  issuerSnapshots,
  meetings,
  outbox,
  pledgeReminders,
  pledges,
  supporters,
} from "#db/schema/index.ts";
import { aCampaign, changeRows, firstOf, testKeys as keys, rowIn, rowsIn } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { findEmail } from "#tests/support/find-email.ts";
import { aHolder, pledgeAnswers } from "#tests/support/holders.ts";
import { aFileMailing, aStubMailing, silent } from "#tests/support/mail.ts";
import { anotherWaitingMail } from "#tests/support/outbox.ts";
import { aBallotItem, nextYear } from "#tests/support/pledges.ts";

const db = await aDatabase();
const now = new Date(`${nextYear}-07-01T12:00:00Z`);
const checked = {
  asOf: `${nextYear}-06-20`,
  verifiedAt: new Date(`${nextYear}-06-20T12:00:00Z`),
  verifiedBy: "Olga",
};
const dates = {
  status: "announced" as const,
  meetingOn: `${nextYear}-12-07`,
  meetingAt: new Date(`${nextYear}-12-07T16:30:00Z`),
  recordDate: `${nextYear}-10-05`,
  ballotOpenOn: `${nextYear}-10-21`,
  voteBy: new Date(`${nextYear}-12-07T04:59:00Z`),
  proposalDeadline: `${nextYear}-08-31`,
  ...checked,
};
/** Later, after the dates have been checked again. */
const lateCheck = {
  asOf: `${nextYear}-11-20`,
  verifiedAt: new Date(`${nextYear}-11-20T12:00:00Z`),
  verifiedBy: "Olga",
};
/** Nine in New York, three days before the last vote. */
const threeBefore = new Date(`${nextYear}-12-03T14:00:00Z`);

const weekdayOf = (date: string) =>
  new Date(date).toLocaleDateString("en", { weekday: "long", timeZone: "UTC" });

async function aScene(values: Partial<typeof meetings.$inferInsert> = {}) {
  const campaign = await aCampaign(db, { contactEmail: "hello@campaign.test" });
  const [meeting] = await db
    .insert(meetings)
    .values({ targetId: campaign.targetId, year: nextYear, ...dates, ...values })
    .returning();
  if (!meeting) throw new Error("no meeting was stored");
  return { campaign, meeting };
}
type Scene = Awaited<ReturnType<typeof aScene>>;

const holder = (scene: Scene, values: Partial<PledgeInput> = {}, at = now) =>
  aHolder(db, scene, values, { now: at });

const rowsOf = (series: string) =>
  db.select().from(pledgeReminders).where(eq(pledgeReminders.series, series)).orderBy(pledgeReminders.dueAt);
/** Each reminder's state, with its reason if any, by kind. */
const statesOf = async (series: string) =>
  Object.fromEntries(
    (await rowsOf(series)).map(({ reminder, state, reason }) => [
      reminder,
      reason ? `${state}: ${reason}` : state,
    ]),
  );
const one = async (series: string, reminder: ReminderKind) =>
  (await rowsOf(series)).find((row) => row.reminder === reminder);
const mailsOf = (supporterId: number) =>
  rowsIn(db, outbox, sql`${outbox.supporterId} = ${supporterId} and ${outbox.template} = 'pledge-reminder'`);
const remindersOf = async (supporterId: number) =>
  (await mailsOf(supporterId)).map(({ reminder }) => reminder);

/** Changes a meeting's facts, as an organizer does. */
const change = (meetingId: number, values: Partial<typeof meetings.$inferInsert>) =>
  db.transaction(async (tx) => {
    await tx.update(meetings).set(values).where(eq(meetings.id, meetingId));
    await replanReminders(tx, { meetingId });
  });
const replan = (at = now) => replanAll(db, keys, { now: at });
const queue = (at: Date) => queueDueReminders(db, keys, at);
/** Ends reminders of earlier tests, and lets their emails wait no longer. */
const clear = async () => {
  await db.execute(sql`update outbox set state = 'skipped', lease_until = null
    where state in ('queued', 'claimed')`);
  await db.delete(pledgeReminders).where(sql`true`);
  await db.update(pledges).set({ reminders: false });
};

test("a confirmed pledge has its reminders, in the zone of its holder's country", async () => {
  const scene = await aScene();
  const here = await holder(scene);
  expect(await statesOf(here.pledge.series)).toEqual({
    "record-date-21": "scheduled",
    "record-date-5": "scheduled",
    "ballot-open": "scheduled",
    "vote-by-14": "scheduled",
    "vote-by-3": "scheduled",
    "vote-by-1": "scheduled",
    "meeting-day": "scheduled",
    outcome: "scheduled",
  });
  expect((await one(here.pledge.series, "vote-by-3"))?.dueAt).toEqual(threeBefore);
  const abroad = await holder(scene, { country: "NZ" });
  expect((await one(abroad.pledge.series, "vote-by-3"))?.dueAt).toEqual(
    new Date(`${nextYear}-12-02T20:00:00Z`),
  );
});

test("what is past when someone pledges is not planned", async () => {
  const scene = await aScene(lateCheck);
  const late = await holder(scene, {}, new Date(`${nextYear}-12-03T14:00:01Z`));
  expect(Object.keys(await statesOf(late.pledge.series))).toEqual(["vote-by-1", "meeting-day", "outcome"]);
});

const ofFund = { answers: pledgeAnswers({ kind: "fund", fundManager: "Sample Asset Management" }) };
/** Nine in New York, two weeks after `now`, and on the day after the meeting. */
const twoWeeksOn = new Date(`${nextYear}-07-15T13:00:00Z`);
const dayAfter = new Date(`${nextYear}-12-08T14:00:00Z`);

test("a fund's holder is asked after two weeks and after the meeting", async () => {
  await clear();
  const scene = await aScene();
  const { pledge } = await holder(scene, ofFund);
  expect(await statesOf(pledge.series)).toEqual({
    "fund-letter-14": "scheduled",
    "fund-letter-outcome": "scheduled",
  });
  expect((await rowsOf(pledge.series)).map(({ dueAt }) => dueAt)).toEqual([twoWeeksOn, dayAfter]);
  expect(await queue(new Date(twoWeeksOn.getTime() - 1000))).toBe(0);
  const counts = await Promise.all([queue(twoWeeksOn), queue(twoWeeksOn), queue(twoWeeksOn)]);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
  await change(scene.meeting.id, lateCheck);
  expect(await work(dayAfter)).toBe(1);
  expect(await work(dayAfter)).toBe(0);
  expect(await remindersOf(pledge.supporterId)).toEqual(["fund-letter-14", "fund-letter-outcome"]);
});

test("the two-week question needs no date, and yields to the meeting's", async () => {
  await clear();
  const undated = await aScene({ asOf: null, verifiedAt: null, verifiedBy: null });
  const early = await holder(undated, ofFund);
  expect(await statesOf(early.pledge.series)).toEqual({ "fund-letter-14": "scheduled" });
  expect(await queue(twoWeeksOn)).toBe(1);
  await db.update(outbox).set({ createdAt: sql`now()`, dueAt: sql`now()` });
  const { mailing, readAll } = await aFileMailing();
  await sendDueEmails(db, mailing, { log: silent });
  expect((await readAll()).map(({ subject }) => subject)).toContain("Did you send your letter?");

  const late = await holder(await aScene(lateCheck), ofFund, new Date(`${nextYear}-11-30T12:00:00Z`));
  expect(await statesOf(late.pledge.series)).toEqual({ "fund-letter-outcome": "scheduled" });
});

test("a fund's holder from before is asked too once reminders are replanned", async () => {
  await clear();
  const scene = await aScene();
  const { pledge } = await holder(scene, ofFund);
  await db.delete(pledgeReminders).where(eq(pledgeReminders.series, pledge.series));
  await db.update(pledges).set({ reminders: true }).where(eq(pledges.id, pledge.id));
  await replan();
  expect(Object.keys(await statesOf(pledge.series))).toEqual(["fund-letter-14", "fund-letter-outcome"]);
});

test("a pledge for a meeting that nobody has checked has none, until somebody has", async () => {
  const scene = await aScene({ asOf: null, verifiedAt: null, verifiedBy: null });
  const { pledge } = await holder(scene);
  expect(await rowsOf(pledge.series)).toEqual([]);
  await change(scene.meeting.id, checked);
  await replan();
  expect(Object.keys(await statesOf(pledge.series))).toHaveLength(8);
});

test("a withdrawn pledge has no reminders, and a renewed one has them again", async () => {
  const scene = await aScene();
  const { input, pledge } = await holder(scene);
  await withdrawPledge(db, keys, pledge, now);
  expect(new Set(Object.values(await statesOf(pledge.series)))).toEqual(new Set(["cancelled: withdrawn"]));

  const again = await aHolder(db, scene, { ...input }, { now: new Date(`${nextYear}-10-01T12:00:00Z`) });
  expect(again.pledge.series).toBe(pledge.series);
  const states = await statesOf(pledge.series);
  expect(states["vote-by-3"]).toBe("scheduled");
  expect(states["record-date-21"], "its time had passed").toBe("cancelled: withdrawn");
});

test("an edit moves reminders to the new version and its way of holding", async () => {
  const scene = await aScene({ planVoteBy: new Date(`${nextYear}-12-02T22:00:00Z`) });
  const { input, pledge } = await holder(scene);
  const person = await personOf(pledge.supporterId);
  const edit = await pledgeProven(
    db,
    keys,
    {
      supporterPublicId: person.publicId,
      campaign: scene.campaign,
      meetingId: scene.meeting.id,
      answers: pledgeAnswers({ holdingForm: "employee_plan" }),
      locale: "en",
      consents: input.consents,
    },
    new Date(`${nextYear}-07-02T12:00:00Z`),
  );
  const rows = await rowsOf(pledge.series);
  const inForce = await idOf("publicId" in edit ? edit.publicId : "");
  expect(new Set(rows.map(({ pledgeId }) => pledgeId))).toEqual(new Set([inForce]));
  expect((await one(pledge.series, "vote-by-3"))?.dueAt).toEqual(new Date(`${nextYear}-11-29T14:00:00Z`));
});

const personOf = async (id: number) => {
  return rowIn(db, supporters, id);
};
const idOf = async (publicId: string) => {
  const [row] = await db.select({ id: pledges.id }).from(pledges).where(eq(pledges.publicId, publicId));
  return row?.id;
};

test("who stops the reminders, or tells how it ended, gets none any more", async () => {
  const scene = await aScene();
  const stopped = await holder(scene);
  await stopReminders(db, keys, stopped.pledge, now);
  expect(new Set(Object.values(await statesOf(stopped.pledge.series)))).toEqual(
    new Set(["cancelled: stopped"]),
  );

  const voted = await holder(scene);
  const at = new Date(`${nextYear}-11-01T12:00:00Z`);
  await reportOutcome(db, keys, { publicId: voted.pledge.publicId, outcome: "voted_as_pledged" }, at);
  expect((await statesOf(voted.pledge.series)).outcome).toBe("cancelled: outcome-known");
});

test("a moved date leaves one job, which moves scheduled reminders", async () => {
  const scene = await aScene();
  const { pledge } = await holder(scene);
  await change(scene.meeting.id, { voteBy: new Date(`${nextYear}-12-07T05:01:00Z`) });
  await change(scene.meeting.id, { voteBy: new Date(`${nextYear}-12-07T05:02:00Z`) });
  const jobs =
    await db.$client`select data::text from pgboss.job where name = 'replan-reminders' and state = 'created'`;
  expect(jobs).toHaveLength(1);
  expect((await one(pledge.series, "vote-by-3"))?.dueAt).toEqual(threeBefore);

  await replan();
  expect((await one(pledge.series, "vote-by-3"))?.dueAt, "over midnight: a day later").toEqual(
    new Date(`${nextYear}-12-04T14:00:00Z`),
  );
  await change(scene.meeting.id, { voteBy: null });
  await replan();
  expect((await statesOf(pledge.series))["vote-by-3"]).toBe("cancelled: date-gone");
  await change(scene.meeting.id, { voteBy: dates.voteBy });
  await replan();
  expect(await one(pledge.series, "vote-by-3")).toMatchObject({ state: "scheduled", dueAt: threeBefore });
});

test("a meeting that nobody pledged for is changed without a job", async () => {
  const scene = await aScene();
  await db.$client`delete from pgboss.job where name = 'replan-reminders'`;
  await change(scene.meeting.id, { recordDate: `${nextYear}-10-06` });
  expect(await db.$client`select from pgboss.job where name = 'replan-reminders'`).toHaveLength(0);
});

test("planning again writes nothing where nothing changed", async () => {
  const scene = await aScene();
  const { pledge } = await holder(scene);
  const written = () =>
    db.$client`select xmin::text, ctid::text from pledge_reminders where series = ${pledge.series}
      order by id`;
  const before = [...(await written())];
  expect(await replan()).toBeGreaterThan(0);
  expect([...(await written())]).toEqual(before);
});

test("what is due is queued once, however often and by however many workers it is asked", async () => {
  await clear();
  const scene = await aScene(lateCheck);
  const holders = await Promise.all(
    Array.from({ length: 12 }, () => holder(scene, {}, new Date(`${nextYear}-12-01T12:00:00Z`))),
  );
  expect(await queue(new Date(`${nextYear}-12-03T13:59:59Z`))).toBe(0);
  const counts = await Promise.all([queue(threeBefore), queue(threeBefore), queue(threeBefore)]);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(12);
  expect(await queue(new Date(`${nextYear}-12-03T14:01:00Z`))).toBe(0);
  for (const { pledge } of holders) {
    expect(await mailsOf(pledge.supporterId)).toMatchObject([
      { reminder: "vote-by-3", pledgeId: pledge.id, campaignId: scene.campaign.id, state: "queued" },
    ]);
    expect(await one(pledge.series, "vote-by-3")).toMatchObject({ state: "queued", queuedAt: threeBefore });
  }
});

test("a crash between the state and the mail leaves neither, and the next run queues it", async () => {
  await clear();
  const scene = await aScene(lateCheck);
  const { pledge } = await holder(scene, {}, new Date(`${nextYear}-12-01T12:00:00Z`));
  await db.$client.unsafe(
    "create function crash() returns trigger language plpgsql as $$ begin raise exception 'lost'; end $$",
  );
  await db.$client.unsafe(
    "create trigger crash before insert on outbox for each row when (new.template = 'pledge-reminder') " +
      "execute function crash()",
  );
  await expect(queue(threeBefore)).rejects.toThrow();
  await db.$client.unsafe("drop trigger crash on outbox");
  expect(await one(pledge.series, "vote-by-3")).toMatchObject({ state: "scheduled" });
  expect(await queue(threeBefore)).toBe(1);
  expect(await remindersOf(pledge.supporterId)).toEqual(["vote-by-3"]);
});

test("a worker leaves alone whom another holds, and comes back for them", async () => {
  await clear();
  const scene = await aScene(lateCheck);
  const lateHolder = await holder(scene, {}, new Date(`${nextYear}-12-01T12:00:00Z`));
  const free = await holder(scene, {}, new Date(`${nextYear}-12-01T12:00:00Z`));
  await db.transaction(async (tx) => {
    await tx.execute(sql`select from supporters where id = ${lateHolder.pledge.supporterId} for update`);
    expect(await queue(threeBefore)).toBe(1);
  });
  expect(await remindersOf(free.pledge.supporterId)).toEqual(["vote-by-3"]);
  expect(await remindersOf(lateHolder.pledge.supporterId)).toEqual([]);
  expect(await queue(threeBefore)).toBe(1);
  expect(await remindersOf(lateHolder.pledge.supporterId)).toEqual(["vote-by-3"]);
});

test("of several due reminders the latest goes, and useless ones do not", async () => {
  await clear();
  const scene = await aScene(lateCheck);
  const { pledge } = await holder(scene, {}, new Date(`${nextYear}-11-21T12:00:00Z`));
  expect(await queue(new Date(`${nextYear}-12-05T15:00:00Z`))).toBe(1);
  expect(await statesOf(pledge.series)).toMatchObject({
    "vote-by-14": "missed: newer-went",
    "vote-by-3": "missed: newer-went",
    "vote-by-1": "queued",
    "meeting-day": "scheduled",
  });
  const late = await holder(scene, {}, new Date(`${nextYear}-12-06T12:00:00Z`));
  expect(await queue(new Date(`${nextYear}-12-07T17:00:00Z`))).toBe(0);
  expect((await statesOf(late.pledge.series))["meeting-day"]).toBe("missed: too-late");
});

test("a date that moved since is checked before anything goes, job or not", async () => {
  await clear();
  const scene = await aScene(lateCheck);
  const moved = await holder(scene, {}, new Date(`${nextYear}-12-01T12:00:00Z`));
  await changeRows(db, meetings, scene.meeting.id, { voteBy: new Date(`${nextYear}-12-07T05:01:00Z`) });
  expect(await queue(threeBefore)).toBe(0);
  expect(await one(moved.pledge.series, "vote-by-3")).toMatchObject({
    state: "scheduled",
    dueAt: new Date(`${nextYear}-12-04T14:00:00Z`),
  });
  await changeRows(db, meetings, scene.meeting.id, { verifiedAt: null, verifiedBy: null });
  expect(await queue(new Date(`${nextYear}-12-04T14:00:00Z`))).toBe(0);
  expect((await statesOf(moved.pledge.series))["vote-by-3"]).toBe("cancelled: date-gone");
});

test("what was queued is never queued again, even if its date moves", async () => {
  await clear();
  const scene = await aScene(lateCheck);
  const { pledge } = await holder(scene, {}, new Date(`${nextYear}-12-01T12:00:00Z`));
  await queue(threeBefore);
  await change(scene.meeting.id, {
    meetingOn: `${nextYear}-12-17`,
    meetingAt: new Date(`${nextYear}-12-17T16:30:00Z`),
    voteBy: new Date(`${nextYear}-12-17T04:59:00Z`),
  });
  await replan(new Date(`${nextYear}-12-04T12:00:00Z`));
  expect((await one(pledge.series, "vote-by-1"))?.dueAt).toEqual(new Date(`${nextYear}-12-15T14:00:00Z`));
  await queue(new Date(`${nextYear}-12-13T14:00:00Z`));
  await queue(new Date(`${nextYear}-12-15T14:00:00Z`));
  expect(await remindersOf(pledge.supporterId)).toEqual(["vote-by-3", "vote-by-1"]);
});

test("a late reminder of an open ballot goes to earlier pledgers", async () => {
  await clear();
  const scene = await aScene({ ballotOpenOn: null, ...lateCheck });
  const { pledge } = await holder(scene, {}, new Date(`${nextYear}-11-21T12:00:00Z`));
  await change(scene.meeting.id, { status: "open", ballotOpenOn: `${nextYear}-11-24` });
  const noon = new Date(`${nextYear}-11-24T17:00:00Z`);
  await replan(noon);
  await queue(noon);
  expect(await remindersOf(pledge.supporterId)).toContain("ballot-open");
});

test("an erasure takes the reminders with it", async () => {
  await clear();
  const scene = await aScene(lateCheck);
  const { pledge } = await holder(scene, {}, new Date(`${nextYear}-12-01T12:00:00Z`));
  const { publicId } = await personOf(pledge.supporterId);
  const ports = { keys, record: async () => {}, removeMails: async () => {} };
  await eraseSupporter(db, ports, { publicId, actor: "supporter" }, new Date(`${nextYear}-12-02T12:00:00Z`));
  expect(await rowsOf(pledge.series)).toEqual([]);
  expect(await queue(threeBefore)).toBe(0);
});

/** A company's rule and price, checked on `day`. */
async function knownFigures({ campaign }: Scene, day: string) {
  const of = { targetId: campaign.targetId, asOf: day, verifiedAt: new Date(day), verifiedBy: "Olga" };
  await db
    .insert(coFilingRules)
    .values({
      ...of,
      tiers: [{ atLeast: "2000", years: 3 }],
      priceWindowDays: 60,
      wordsAtMost: 500,
      cureDays: 14,
    })
    .onConflictDoNothing();
  await db.insert(issuerSnapshots).values({ ...of, price: "400", priceHigh60d: "420" });
}
const coFiler = {
  answers: pledgeAnswers({
    willing: ["cofile"],
    heldSinceMonth: `${nextYear - 3}-10`,
    holding: { shares: "10", bucket: null },
  }),
  consents: ["pledge", "contact_cofile"] as const,
};

test("willing co-filers are told when a tier unlocks, by checked rule and price", async () => {
  const scene = await aScene();
  const before = await holder(scene, coFiler);
  expect(Object.keys(await statesOf(before.pledge.series))).toContain("proposal-deadline-60");
  expect(await one(before.pledge.series, "tier-unlocks"), "no price is known").toBeUndefined();

  await knownFigures(scene, `${nextYear}-06-30`);
  await db.transaction((tx) => replanReminders(tx, { targetId: scene.campaign.targetId }));
  await replan();
  expect(await one(before.pledge.series, "tier-unlocks")).toMatchObject({
    state: "scheduled",
    dueAt: new Date(`${nextYear}-10-31T13:00:00Z`),
  });
  const unasked = await holder(scene, { ...coFiler, consents: ["pledge"] });
  expect(Object.keys(await statesOf(unasked.pledge.series))).not.toContain("tier-unlocks");
  expect(Object.keys(await statesOf(unasked.pledge.series))).not.toContain("proposal-deadline-30");
});

test("a week-old price or an ended consent announces no tier", async () => {
  await clear();
  const scene = await aScene();
  await knownFigures(scene, `${nextYear}-06-30`);
  const { pledge } = await holder(scene, coFiler);
  const due = new Date(`${nextYear}-10-31T13:00:00Z`);
  await queue(due);
  expect((await statesOf(pledge.series))["tier-unlocks"]).toBe("cancelled: date-gone");

  const other = await aScene(lateCheck);
  await knownFigures(other, `${nextYear}-10-29`);
  const agreed = await holder(other, coFiler, new Date(`${nextYear}-10-30T00:00:00Z`));
  expect(await one(agreed.pledge.series, "tier-unlocks")).toMatchObject({ state: "scheduled", dueAt: due });
  await db
    .update(consents)
    .set({ revokedAt: due })
    .where(sql`${consents.supporterId} = ${agreed.pledge.supporterId} and purpose = 'contact_cofile'`);
  await queue(due);
  expect(await remindersOf(agreed.pledge.supporterId)).not.toContain("tier-unlocks");
});

/** A holder whose reminder waits as an email. */
async function aWaitingReminder(values: Partial<PledgeInput> = {}, at = threeBefore) {
  await clear();
  const scene = await aScene({ ...lateCheck, portalUrl: "https://company.test/meeting" });
  const item = await aBallotItem(db, scene.meeting);
  const { pledge } = await holder(
    scene,
    { answers: pledgeAnswers({ intentions: [{ item: item.id, intention: "for" }] }), ...values },
    new Date(`${nextYear}-11-21T12:00:00Z`),
  );
  await queue(at);
  const mail = firstOf(await mailsOf(pledge.supporterId));
  await db.update(outbox).set({ state: "skipped" }).where(sql`${outbox.id} <> ${mail.id}`);
  await db.update(outbox).set({ dueAt: sql`now()` }).where(eq(outbox.id, mail.id));
  return { scene, pledge, mail };
}

test("a reminder links to the voting question, and one request ends reminders", async () => {
  const { pledge } = await aWaitingReminder({ country: "NZ" }, new Date(`${nextYear}-12-02T20:00:00Z`));
  const { mailing, readAll } = await aFileMailing();
  await sendDueEmails(db, mailing, { log: silent });
  const [sent] = await readAll();
  expect(sent?.subject).toBe("Four days left to vote your shares");
  expect(sent?.text?.replace(/\s+/g, " ")).toContain(
    "at 11:59 p.m. in New York " +
      `(${weekdayOf(`${nextYear}-12-07`)}, December 7, ${nextYear}, at 5:59 p.m. in Auckland)`,
  );
  expect(sent?.text).toContain("https://sign.test/voted/");
  expect(sent?.text).not.toMatch(/\b100\b/);
  expect(sent?.headers.get("list")).toMatchObject({
    unsubscribe: { url: expect.stringMatching(/^https:\/\/sign\.test\/unsubscribe\//) },
  });
  expect(sent?.headers.get("auto-submitted")).toBeUndefined();
  expect(sent?.attachments).toMatchObject([{ filename: "meeting.ics", contentType: "text/calendar" }]);
  expect(await mailsOf(pledge.supporterId)).toMatchObject([{ state: "accepted" }]);
});

test("the same rows make the same mail, to the byte", async () => {
  const { mail } = await aWaitingReminder();
  const { mailing } = aStubMailing("resend");
  const once = await findEmail(db, mailing, mail.id);
  expect(await findEmail(db, mailing, mail.id)).toEqual(once);
  if (once === null) throw new Error("nothing to say");
  expect(await mailing.render(once.email)).toEqual(await mailing.render(structuredClone(once.email)));
});

test("a waiting reminder is not sent once its holder's answer or date rules it out", async () => {
  const { mailing, tries } = aStubMailing("file");
  const ends = [
    ({ pledge }: Waiting) => withdrawPledge(db, keys, pledge, threeBefore),
    ({ pledge }: Waiting) => stopReminders(db, keys, pledge, threeBefore),
    ({ pledge }: Waiting) =>
      reportOutcome(db, keys, { publicId: pledge.publicId, outcome: "voted_otherwise" }, threeBefore),
    ({ pledge }: Waiting) =>
      db.update(pledges).set({ heldOnRecordDate: "no" }).where(eq(pledges.id, pledge.id)),
    ({ pledge }: Waiting) =>
      db.execute(sql`update pledge_reminders
        set due_at = now() - interval '2 days', useless_at = now() - interval '1 day'
        where series = ${pledge.series} and reminder = 'vote-by-3'`),
  ];
  for (const end of ends) {
    const waiting = await aWaitingReminder();
    await end(waiting);
    await sendDueEmails(db, mailing, { log: silent });
    expect(await mailsOf(waiting.pledge.supporterId)).toMatchObject([{ state: "skipped" }]);
  }
  expect(tries).toEqual([]);
});
type Waiting = Awaited<ReturnType<typeof aWaitingReminder>>;

test("a letter question is not sent after an answer, and waits in a freeze", async () => {
  const { mailing, tries } = aStubMailing("file");
  const ports = { keys, record: async () => {}, removeMails: async () => {} };
  const tell = (fundOutcome: KnownFundOutcome, pledge: Waiting["pledge"]) =>
    reportFundOutcome(db, keys, { publicId: pledge.publicId, fundOutcome }, twoWeeksOn);
  const ends: [string[], (pledge: Waiting["pledge"]) => Promise<unknown>][] = [
    [["skipped"], (pledge) => withdrawPledge(db, keys, pledge, twoWeeksOn)],
    [["skipped"], (pledge) => stopReminders(db, keys, pledge, twoWeeksOn)],
    [["skipped"], (pledge) => tell("supports", pledge)],
    [["skipped"], (pledge) => tell("not_sent", pledge)],
    [
      [],
      async ({ supporterId }) => {
        const { publicId } = await personOf(supporterId);
        await eraseSupporter(db, ports, { publicId, actor: "supporter" }, twoWeeksOn);
      },
    ],
    [
      ["queued"],
      ({ campaignId }) =>
        changeRows(db, campaigns, campaignId, { frozenAt: sql`now()`, frozenBy: "operator" }),
    ],
  ];
  for (const [states, end] of ends) {
    await clear();
    const { pledge } = await holder(await aScene(), ofFund);
    await queue(twoWeeksOn);
    await db.update(outbox).set({ state: "skipped" }).where(sql`template <> 'pledge-reminder'`);
    await end(pledge);
    await db.update(outbox).set({ state: "skipped" }).where(eq(outbox.template, "data-erased"));
    await sendDueEmails(db, mailing, { log: silent });
    expect((await mailsOf(pledge.supporterId)).map(({ state }) => state)).toEqual(states);
    await db.delete(outbox).where(eq(outbox.supporterId, pledge.supporterId));
  }
  expect(tries).toEqual([]);
});

test("an open letter is asked about after the meeting, an ended one is not", async () => {
  await clear();
  const scene = await aScene();
  const asked: string[] = [];
  for (const fundOutcome of knownFundOutcomes) {
    const { pledge } = await holder(scene, ofFund);
    await reportFundOutcome(db, keys, { publicId: pledge.publicId, fundOutcome }, now);
    if ((await one(pledge.series, "fund-letter-outcome"))?.state === "scheduled") asked.push(fundOutcome);
  }
  expect(asked).toEqual(["no_answer", "not_yet"]);
});

const unchecked = { verifiedAt: null, verifiedBy: null };
/** Verifies a meeting's dates at `at`. */
const check = (meetingId: number, at: Date) =>
  change(meetingId, { asOf: at.toISOString().slice(0, 10), verifiedAt: at, verifiedBy: "Olga" });
/** What workers do in the minutes from `at`: plan again, queue, and both once more. */
async function work(at: Date) {
  let queued = 0;
  for (let minute = 0; minute < 2; minute++) {
    const then = new Date(at.getTime() + minute * 60_000);
    await replan(then);
    queued += await queue(then);
  }
  return queued;
}

test("unchecked dates hold a reminder, which goes once they are checked", async () => {
  await clear();
  const scene = await aScene({
    asOf: `${nextYear}-09-10`,
    verifiedAt: new Date(`${nextYear}-09-10T12:00:00Z`),
  });
  const { pledge } = await holder(scene, {}, new Date(`${nextYear}-09-10T13:00:00Z`));
  await change(scene.meeting.id, unchecked);
  expect(await work(new Date(`${nextYear}-09-13T20:00:10Z`))).toBe(0);
  expect(await work(new Date(`${nextYear}-09-14T13:00:30Z`)), "its time").toBe(0);
  await check(scene.meeting.id, new Date(`${nextYear}-09-14T13:30:00Z`));
  expect(await work(new Date(`${nextYear}-09-14T13:31:00Z`))).toBe(1);

  // The same again, after it was sent.
  await change(scene.meeting.id, unchecked);
  expect(await work(new Date(`${nextYear}-09-14T14:00:10Z`))).toBe(0);
  await check(scene.meeting.id, new Date(`${nextYear}-09-14T15:00:00Z`));
  expect(await work(new Date(`${nextYear}-09-14T15:01:00Z`))).toBe(0);
  expect(await remindersOf(pledge.supporterId)).toEqual(["record-date-21"]);
});

test("the question of the outcome waits for who closed the meeting to check its dates", async () => {
  await clear();
  const scene = await aScene(lateCheck);
  const { pledge } = await holder(scene, {}, new Date(`${nextYear}-12-06T15:00:00Z`));
  await change(scene.meeting.id, { status: "closed", ...unchecked });
  expect(await work(new Date(`${nextYear}-12-07T20:00:10Z`))).toBe(0);
  expect(await work(new Date(`${nextYear}-12-08T14:00:30Z`)), "nine in New York on the day after").toBe(0);
  await check(scene.meeting.id, new Date(`${nextYear}-12-08T16:00:00Z`));
  expect(await work(new Date(`${nextYear}-12-08T16:01:00Z`))).toBe(1);
  expect(await remindersOf(pledge.supporterId)).toEqual(["outcome"]);
});

test("dates that have aged keep a reminder back as long as it is of use", async () => {
  await clear();
  const checkedInAugust = { asOf: `${nextYear}-08-05`, verifiedAt: new Date(`${nextYear}-08-05T12:00:00Z`) };
  const halfAnHour = await aScene(checkedInAugust);
  const tooLong = await aScene(checkedInAugust);
  const july = new Date(`${nextYear}-08-06T12:00:00Z`);
  const julyHolder = await holder(halfAnHour, {}, july);
  const lost = await holder(tooLong, {}, july);
  await clearUntil(new Date(`${nextYear}-12-02T00:00:00Z`));
  expect(await work(threeBefore)).toBe(0);
  await check(halfAnHour.meeting.id, new Date(`${nextYear}-12-03T14:30:00Z`));
  expect(await work(new Date(`${nextYear}-12-03T14:31:00Z`))).toBe(1);
  expect(await remindersOf(julyHolder.pledge.supporterId)).toEqual(["vote-by-3"]);

  const afterTheVote = new Date(`${nextYear}-12-07T05:00:00Z`);
  await check(tooLong.meeting.id, afterTheVote);
  await work(afterTheVote);
  expect((await statesOf(lost.pledge.series))["vote-by-3"]).toBe("cancelled: date-gone");
  expect(await remindersOf(lost.pledge.supporterId)).not.toContain("vote-by-3");
});
/** Marks reminders due before that moment as queued. */
const clearUntil = (at: Date) =>
  db.execute(
    sql`update pledge_reminders set state = 'queued', queued_at = due_at where due_at < ${at.toISOString()}`,
  );

test("the news of a tier waits for a fresh price, 30 days at most", async () => {
  await clear();
  const day = new Date(`${nextYear}-10-31T13:00:00Z`);
  for (const [fresh, expected] of [
    [`${nextYear}-11-02T10:00:00Z`, ["tier-unlocks"]],
    [`${nextYear}-11-30T13:00:00Z`, []],
  ] as const) {
    const scene = await aScene({ status: "expected", ...unchecked, asOf: null });
    await knownFigures(scene, `${nextYear}-10-20`);
    const { pledge } = await holder(scene, coFiler, new Date(`${nextYear}-10-21T12:00:00Z`));
    expect(await one(pledge.series, "tier-unlocks")).toMatchObject({ state: "scheduled", dueAt: day });
    expect(await work(day)).toBe(0);
    expect((await statesOf(pledge.series))["tier-unlocks"]).toBe("cancelled: date-gone");
    await knownFigures(scene, fresh);
    await work(new Date(fresh));
    expect(await remindersOf(pledge.supporterId)).toEqual(expected);
  }
});

test("dates checked late send earlier pledgers only the newest reminder", async () => {
  await clear();
  const scene = await aScene({ asOf: null, ...unchecked });
  const early = await holder(scene, {}, new Date(`${nextYear}-12-03T13:00:00Z`));
  const since = await holder(scene, {}, new Date(`${nextYear}-12-03T14:10:00Z`));
  expect(await work(threeBefore)).toBe(0);
  expect(await rowsOf(early.pledge.series)).toEqual([]);
  await check(scene.meeting.id, new Date(`${nextYear}-12-03T14:30:00Z`));
  expect(await work(new Date(`${nextYear}-12-03T14:31:00Z`))).toBe(1);
  expect(await remindersOf(early.pledge.supporterId)).toEqual(["vote-by-3"]);
  expect(await remindersOf(since.pledge.supporterId)).toEqual([]);

  await clear();
  const summer = await aScene({ asOf: null, ...unchecked });
  const several = await holder(summer);
  await check(summer.meeting.id, new Date(`${nextYear}-12-05T18:00:00Z`));
  expect(await work(new Date(`${nextYear}-12-05T18:01:00Z`))).toBe(1);
  expect(await remindersOf(several.pledge.supporterId)).toEqual(["vote-by-1"]);
  expect(await statesOf(several.pledge.series)).toMatchObject({
    "ballot-open": "missed: newer-went",
    "vote-by-3": "missed: newer-went",
  });
});

test("a reminder that waited skips those who withdrew or no longer co-file", async () => {
  await clear();
  const september = new Date(`${nextYear}-09-10T12:00:00Z`);
  const scene = await aScene({
    asOf: `${nextYear}-09-10`,
    verifiedAt: september,
    proposalDeadline: `${nextYear}-11-13`,
  });
  const withdrawn = await holder(scene, {}, september);
  const coFiles = await holder(scene, coFiler, september);
  await change(scene.meeting.id, unchecked);
  expect(await work(new Date(`${nextYear}-09-14T13:00:30Z`))).toBe(0);
  await withdrawPledge(db, keys, withdrawn.pledge, new Date(`${nextYear}-09-14T14:00:00Z`));
  expect((await statesOf(withdrawn.pledge.series))["record-date-21"]).toBe("cancelled: withdrawn");
  await db
    .update(consents)
    .set({ revokedAt: new Date(`${nextYear}-09-14T14:00:00Z`) })
    .where(sql`${consents.supporterId} = ${coFiles.pledge.supporterId} and purpose = 'contact_cofile'`);
  const checkedAgain = new Date(`${nextYear}-09-15T12:00:00Z`);
  await check(scene.meeting.id, checkedAgain);
  expect(await work(checkedAgain), "of the record date, to the one").toBe(1);
  expect((await statesOf(coFiles.pledge.series))["proposal-deadline-60"]).toBe("cancelled: not-asked");

  for (const { input } of [withdrawn, coFiles]) {
    await aHolder(db, scene, input, { now: new Date(`${nextYear}-09-16T12:00:00Z`) });
  }
  expect(await work(new Date(`${nextYear}-09-16T12:01:00Z`))).toBe(0);
});
test("a claimed reminder returns to the queue if its dates lose their check", async () => {
  const { scene, pledge } = await aWaitingReminder();
  const { mailing, tries } = aStubMailing("resend");
  await change(scene.meeting.id, unchecked);
  await sendDueEmails(db, mailing, { log: silent });
  expect(tries).toEqual([]);
  expect(await mailsOf(pledge.supporterId)).toMatchObject([{ state: "skipped", problem: "not-checked" }]);
  expect(await one(pledge.series, "vote-by-3")).toMatchObject({ state: "cancelled", queuedAt: null });

  const again = new Date(`${nextYear}-12-03T15:00:00Z`);
  expect(await work(again), "still not checked").toBe(0);
  await check(scene.meeting.id, again);
  expect(await work(again)).toBe(1);
  await db.update(outbox).set({ dueAt: sql`now()` }).where(eq(outbox.state, "queued"));
  await sendDueEmails(db, mailing, { log: silent });
  expect(tries).toHaveLength(1);
  expect(await mailsOf(pledge.supporterId)).toMatchObject([{ state: "skipped" }, { state: "accepted" }]);
  await change(scene.meeting.id, unchecked);
  await check(scene.meeting.id, again);
  expect(await work(again)).toBe(0);
});

test("a mail that may have gone already is not queued again, with any dates", async () => {
  for (const lost of [
    { state: "queued", transport: "resend", unansweredSince: sql`now() - interval '1 hour'` },
    { state: "claimed", transport: "resend", leaseUntil: sql`now() - interval '1 second'` },
    { state: "claimed", transport: "file", leaseUntil: sql`now() - interval '1 second'` },
  ] as const) {
    const { scene, pledge, mail } = await aWaitingReminder();
    const { mailing, tries } = aStubMailing(lost.transport);
    await changeRows(db, outbox, mail.id, { ...lost, attempts: 1 });
    await change(scene.meeting.id, unchecked);
    await sendDueEmails(db, mailing, { log: silent });
    expect(tries).toEqual([]);
    expect(await mailsOf(pledge.supporterId)).toMatchObject([{ state: "unknown", problem: "not-repeated" }]);
    await check(scene.meeting.id, new Date(`${nextYear}-12-03T15:00:00Z`));
    expect(await work(new Date(`${nextYear}-12-03T15:00:00Z`))).toBe(0);
  }
});

test("the news of a tier is put back too when its price is no longer checked", async () => {
  await clear();
  const scene = await aScene({ status: "expected", ...unchecked, asOf: null });
  await knownFigures(scene, `${nextYear}-10-29`);
  const { pledge } = await holder(scene, coFiler, new Date(`${nextYear}-10-30T00:00:00Z`));
  await db.update(outbox).set({ state: "skipped" });
  expect(await queue(new Date(`${nextYear}-10-31T13:00:00Z`))).toBe(1);
  await db.update(outbox).set({ dueAt: sql`now()` }).where(eq(outbox.state, "queued"));
  await changeRows(db, issuerSnapshots, { targetId: scene.campaign.targetId }, unchecked);
  const { mailing, tries } = aStubMailing("file");
  await sendDueEmails(db, mailing, { log: silent });
  expect(tries).toEqual([]);
  expect((await statesOf(pledge.series))["tier-unlocks"]).toBe("cancelled: date-gone");
});

test("dates unchecked between claim and rendering keep the email in the queue", async () => {
  await clear();
  const scene = await aScene(lateCheck);
  const late = new Date(`${nextYear}-12-01T12:00:00Z`);
  const [first, second] = [await holder(scene, {}, late), await holder(scene, {}, late)];
  await db.update(outbox).set({ state: "skipped" });
  await queue(threeBefore);
  await db.update(outbox).set({ dueAt: sql`now()` }).where(eq(outbox.state, "queued"));
  const { mailing, tries } = aStubMailing("file", async () => {
    await change(scene.meeting.id, unchecked);
    return { outcome: "accepted", providerId: null };
  });
  await sendDueEmails(db, mailing, { log: silent, atOnce: 1 });
  expect(tries).toHaveLength(1);
  const waiting = [first, second].map(({ pledge }) => pledge.supporterId);
  const states = (await Promise.all(waiting.map(mailsOf))).flat().map(({ state }) => state);
  expect(states.toSorted()).toEqual(["accepted", "queued"]);
  await db.update(outbox).set({ dueAt: sql`now()` }).where(eq(outbox.state, "queued"));
  await sendDueEmails(db, mailing, { log: silent });
  const fates = (await Promise.all(waiting.map(mailsOf))).flat().map(({ state }) => state);
  expect(fates.toSorted()).toEqual(["accepted", "skipped"]);
});

test("reminders go after requested emails, ten at a time, outside daily limits", async () => {
  await clear();
  const scene = await aScene(lateCheck);
  const holders = await Promise.all(
    Array.from({ length: 13 }, () => holder(scene, {}, new Date(`${nextYear}-12-01T12:00:00Z`))),
  );
  await db.update(outbox).set({ state: "skipped" });
  await queue(threeBefore);
  await db.update(outbox).set({ dueAt: sql`now() - interval '1 hour'` }).where(eq(outbox.state, "queued"));
  await anotherWaitingMail(db);
  const { mailing } = aStubMailing("file");
  const claims = [];
  for (let claim = 0; claim < 4; claim++) claims.push(await claimEmails(db, mailing));
  expect(claims.map((claim) => claim.map(({ template }) => template))).toEqual([
    ["confirm-signature"],
    Array(10).fill("pledge-reminder"),
    Array(3).fill("pledge-reminder"),
    [],
  ]);

  const [first] = holders;
  const supporterId = first?.pledge.supporterId ?? 0;
  await db.transaction(async (tx) => {
    for (const template of ["manage-link", "already-signed", "receipt"] as const) {
      const asked = { supporterId, campaignId: scene.campaign.id, template };
      expect(await queueSupporterEmail(tx, asked, new Date(threeBefore.getTime() + 1000))).toBe(true);
    }
  });
});

const undated = {
  status: "expected" as const,
  meetingOn: null,
  meetingAt: null,
  recordDate: null,
  ballotOpenOn: null,
  voteBy: null,
  proposalDeadline: null,
};

test("while this year's vote may be open, a holder says that they voted, or is reminded again", async () => {
  await clear();
  const scene = await aScene(undated);
  const { pledge } = await holder(scene);
  const other = await holder(scene);
  const tell = (outcome: "voted" | "did_not_vote") =>
    reportOutcome(db, keys, { publicId: other.pledge.publicId, outcome }, now);
  expect(await tell("voted")).toEqual({ outcome: "too-early" });
  const scope = { campaignId: scene.campaign.id, organizerId: null };
  const until = `${nextYear}-07-02`;
  expect(await setOwnersLine(db, { scope, until }, now)).toEqual({ outcome: "set" });
  expect(await tell("did_not_vote")).toEqual({ outcome: "too-early" });
  expect(await tell("voted")).toEqual({ outcome: "recorded" });
  expect(await remindTomorrow(db, { publicId: other.pledge.publicId }, now)).toEnd("not-reminded");

  const dueAt = new Date(`${nextYear}-07-02T13:00:00Z`);
  const ask = (at = now) => remindTomorrow(db, { publicId: pledge.publicId }, at);
  expect(await ask()).toEqual({ outcome: "scheduled", dueAt });
  await replan();
  expect(await ask(new Date(+now + 1000))).toEqual({ outcome: "already", dueAt });
  await queue(new Date(+dueAt - 1));
  expect(await remindersOf(pledge.supporterId)).toEqual([]);
  await queue(dueAt);
  await queue(new Date(+dueAt + 1000));
  expect(await remindersOf(pledge.supporterId)).toEqual(["vote-tomorrow"]);
  const [email] = await mailsOf(pledge.supporterId);
  const { mailing } = await aFileMailing();
  const written = email && (await findEmail(db, mailing, email.id));
  expect(written?.email).toMatchObject({ name: "pledge-reminder", props: { act: "outcome" } });

  const nextDue = new Date(`${nextYear}-07-03T13:00:00Z`);
  expect(await ask(dueAt), "the day after").toEqual({ outcome: "scheduled", dueAt: nextDue });
  expect(await ask(dueAt)).toEqual({ outcome: "already", dueAt: nextDue });
  await queue(nextDue);
  await queue(nextDue);
  expect(await remindersOf(pledge.supporterId)).toEqual(["vote-tomorrow", "vote-tomorrow"]);

  const voteTomorrow = (values: Partial<typeof meetings.$inferInsert>) =>
    change(scene.meeting.id, { ...undated, ...values }).then(() => ask(nextDue));
  const today = `${nextYear}-07-03`;
  expect(await voteTomorrow({ meetingOn: today }), "the meeting is today").toEqual({ outcome: "too-late" });
  const meetingAt = new Date(`${nextYear}-07-04T13:00:00Z`);
  expect(await voteTomorrow({ meetingOn: `${nextYear}-07-04`, meetingAt })).toEqual({ outcome: "too-late" });
  await change(scene.meeting.id, undated);

  const over = new Date(`${nextYear}-07-03T12:00:00Z`);
  const { pledge: third } = await holder(scene);
  expect(
    await reportOutcome(db, keys, { publicId: third.publicId, outcome: "voted" }, over),
    "the line is over by itself",
  ).toEqual({ outcome: "too-early" });
});
