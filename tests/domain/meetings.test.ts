import { desc, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { z } from "zod";
import type { OrganizerRole } from "#app/domain/access/organizer.ts";
import { momentInZone } from "#app/domain/base/clock.ts";
import { clockInZone } from "#app/domain/base/zone-clock.ts";
import { sharesToReach } from "#app/domain/campaign/meetings/co-filing-tiers.ts";
import type { IssuerFigure } from "#app/domain/campaign/meetings/counting-figure.ts";
import { addIssuerSnapshot } from "#app/domain/campaign/meetings/figures/add-issuer-snapshot.server.ts";
import {
  coFilingRuleForm,
  coFilingRuleOfForm,
} from "#app/domain/campaign/meetings/figures/co-filing-rule-form.ts";
import { showRule } from "#app/domain/campaign/meetings/figures/page-figures.ts";
import {
  saveCoFilingRule,
  seenOfRule,
} from "#app/domain/campaign/meetings/figures/save-co-filing-rule.server.ts";
import { snapshotForm, snapshotOfForm } from "#app/domain/campaign/meetings/figures/snapshot-form.ts";
import { ballotItemForm, ballotItemOfForm } from "#app/domain/campaign/meetings/items/ballot-item-form.ts";
import { saveBallotItem, seenOfItem } from "#app/domain/campaign/meetings/items/save-ballot-item.server.ts";
import { listIssuerSnapshots } from "#app/domain/campaign/meetings/list-issuer-snapshots.server.ts";
import { meetingForm, meetingOfForm, newMeetingForm } from "#app/domain/campaign/meetings/meeting-form.ts";
import { findCompanyEditing } from "#app/domain/campaign/meetings/meeting-in.server.ts";
import { featureMeeting } from "#app/domain/campaign/meetings/meeting-settings.server.ts";
import { showMeeting } from "#app/domain/campaign/meetings/page-facts.ts";
import {
  findCoFilingRule,
  findIssuerSnapshot,
  findMeeting,
  findPledgeMeeting,
  listMeetings,
  listOpenMeetings,
} from "#app/domain/campaign/meetings/queries.server.ts";
import { percentFor, resultOf } from "#app/domain/campaign/meetings/result.ts";
import { saveMeeting, seenOfMeeting } from "#app/domain/campaign/meetings/save-meeting.server.ts";
import {
  trustInFigures,
  trustInItem,
  trustInMeeting,
  trustInRule,
} from "#app/domain/campaign/meetings/trust.ts";
import { readPastVotes, readPublicTotals } from "#app/domain/entries/pledges/totals/read-totals.server.ts";
import { auditEntries, campaignOrganizers, campaigns, meetings } from "#db/schema/index.ts";
import { seed } from "#db/seed/index.ts";
import { aCampaign, changeRows, existing, firstOf, rowIn } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { anOrganizer, asRole } from "#tests/support/organizers.ts";
import { aMeeting, aPledge } from "#tests/support/pledges.ts";
import { causeOf } from "#tests/support/refusals.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";

const db = await aDatabase();
const now = new Date("2026-11-24T15:00:00Z");
const daysLater = (days: number) => new Date(now.getTime() + days * 86_400_000);

async function aKeeper(role: OrganizerRole = "organizer", campaign?: Awaited<ReturnType<typeof aCampaign>>) {
  const of = campaign ?? (await aCampaign(db));
  const organizer = await anOrganizer(db, { campaign: of, role });
  return { campaign: of, scope: { campaignId: of.id, organizerId: organizer.id } };
}

/** A form's result for its fields: the value, or the errors by field. */
function read<S extends z.ZodType>(schema: S, fields: Record<string, string>) {
  const parsed = schema.safeParse(fields);
  if (parsed.success) return { value: parsed.data, wrong: {} };
  return {
    value: null,
    wrong: Object.fromEntries(parsed.error.issues.map(({ path, message }) => [String(path[0]), message])),
  };
}

const good = {
  status: "announced",
  meeting_on: "2027-12-07",
  meeting_time: "08:30",
  record_date: "2027-09-30",
  vote_by: "2027-12-06",
  vote_by_time: "23:59",
  plan_vote_by: "2027-12-02",
  plan_vote_by_time: "23:59",
  source_url: "https://example.org/proxy",
  as_of: "2026-11-24",
};
const newYork = "America/New_York";
const wrongIn = (fields: Record<string, string>, at = now, year = 2027) =>
  read(meetingForm({ now: at, zone: newYork }, year), { ...good, ...fields }).wrong;

function meetingValues(fields: Record<string, string> = {}, year = 2027) {
  const { value, wrong } = read(meetingForm({ now, zone: newYork }, year), { ...good, ...fields });
  if (!value) throw new Error(JSON.stringify(wrong));
  return meetingOfForm(value, newYork);
}

async function stored(campaign: { id: number }, year: number) {
  return existing((await listMeetings(db, campaign.id)).find((meeting) => meeting.year === year));
}

async function newestEntry(campaign: { id: number }) {
  const [entry] = await db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.campaignId, campaign.id))
    .orderBy(desc(auditEntries.id))
    .limit(1);
  return entry;
}

const itemFields = { title: "A report on a sample", status: "on_ballot", number: "4" };
const itemValues = (fields: Record<string, string> = {}) => {
  const { value, wrong } = read(ballotItemForm(now), { ...itemFields, ...fields });
  if (!value) throw new Error(JSON.stringify(wrong));
  return ballotItemOfForm(value);
};

const ruleFields = {
  dollars_1: "2000",
  years_1: "3",
  dollars_2: "15000",
  years_2: "2",
  dollars_3: "25000",
  years_3: "1",
  price_window_days: "60",
  words_at_most: "500",
  cure_days: "14",
};
const ruleValues = (fields: Record<string, string> = {}) => {
  const { value, wrong } = read(coFilingRuleForm(now), { ...ruleFields, ...fields });
  if (!value) throw new Error(JSON.stringify(wrong));
  return coFilingRuleOfForm(value);
};

const snapshotValues = (fields: Record<string, string>) => {
  const { value, wrong } = read(snapshotForm(now), { as_of: "2026-11-20", ...fields });
  if (!value) throw new Error(JSON.stringify(wrong));
  return snapshotOfForm(value);
};

test("a moment is a day and time in New York, in winter, summer and at 23:59", () => {
  const moments: [string, string, string, string][] = [
    ["2027-12-07", "08:30", "2027-12-07T13:30:00.000Z", "EST"],
    ["2027-07-01", "08:30", "2027-07-01T12:30:00.000Z", "EDT"],
    ["2027-12-06", "23:59", "2027-12-07T04:59:00.000Z", "EST"],
    ["2027-12-07", "00:00", "2027-12-07T05:00:00.000Z", "EST"],
  ];
  for (const [day, time, utc, zone] of moments) {
    const moment = momentInZone(newYork, day, time);
    expect(moment).toEqual({ ok: true, at: new Date(utc) });
    expect(clockInZone(newYork, new Date(utc))).toEqual({ day, time, zone });
  }
});

test("the hour that clocks leave out in March names no moment", () => {
  expect(momentInZone(newYork, "2027-03-14", "01:59")).toEqual({
    ok: true,
    at: new Date("2027-03-14T06:59:00Z"),
  });
  for (const time of ["02:00", "02:30", "02:59"])
    expect(momentInZone(newYork, "2027-03-14", time), time).toEqual({ ok: false, problem: "skipped" });
  expect(momentInZone(newYork, "2027-03-14", "03:00")).toEqual({
    ok: true,
    at: new Date("2027-03-14T07:00:00Z"),
  });
});

test("the hour that clocks repeat in November names two moments, so none is guessed", () => {
  expect(momentInZone(newYork, "2027-11-07", "00:59")).toEqual({
    ok: true,
    at: new Date("2027-11-07T04:59:00Z"),
  });
  for (const time of ["01:00", "01:30", "01:59"])
    expect(momentInZone(newYork, "2027-11-07", time), time).toEqual({ ok: false, problem: "twice" });
  expect(momentInZone(newYork, "2027-11-07", "02:00")).toEqual({
    ok: true,
    at: new Date("2027-11-07T07:00:00Z"),
  });
  expect(
    wrongIn({ vote_by: "2027-11-07", vote_by_time: "01:30", plan_vote_by: "", plan_vote_by_time: "" }),
  ).toEqual({ vote_by_time: "time-twice" });
  expect(wrongIn({ meeting_on: "2027-03-14", meeting_time: "02:30" })).toMatchObject({
    meeting_time: "time-skipped",
  });
});

test("the dates of a meeting are in order, and each is a day of the calendar", () => {
  expect(wrongIn({})).toEqual({});
  const cases: [Record<string, string>, Record<string, string>][] = [
    [{ record_date: "2027-12-08" }, { record_date: "after-meeting" }],
    [{ record_date: "2027-12-07", ...noVote }, {}],
    [{ ballot_open_on: "2027-12-08" }, { ballot_open_on: "after-meeting" }],
    [{ vote_by: "2027-12-08" }, { vote_by: "after-meeting" }],
    [{ vote_by: "2027-12-07", meeting_time: "" }, {}],
    [{ plan_vote_by: "2027-12-07", plan_vote_by_time: "00:00" }, { plan_vote_by: "plan-after-vote" }],
    [{ plan_vote_by: "2027-12-06", plan_vote_by_time: "23:59" }, {}],
    [{ meeting_on: "" }, { meeting_on: "meeting-day-missing" }],
    [{ meeting_time: "" }, {}],
    [{ vote_by_time: "" }, { vote_by_time: "time-missing" }],
    [{ vote_by: "" }, { vote_by: "day-for-time" }],
    [{ status: "expected", meeting_on: "", meeting_time: "" }, {}],
    [{ record_date: "2027-02-29" }, { record_date: "day-shape" }],
    [{ vote_by_time: "24:00" }, { vote_by_time: "time-shape" }],
    [{ status: "over" }, { status: "status-missing" }],
    [{ portal_url: "http://example.org" }, { portal_url: "url-shape" }],
    [{ source_url: "https://user:secret@example.org" }, { source_url: "url-shape" }],
    [{ as_of: "2026-11-26" }, { as_of: "as-of-future" }],
    [{ checked: "on" }, {}],
    [{ checked: "on", source_url: "" }, { source_url: "source-missing" }],
    [{ checked: "on", as_of: "" }, { as_of: "as-of-missing" }],
  ];
  for (const [fields, wrong] of cases) expect(wrongIn(fields), JSON.stringify(fields)).toEqual(wrong);
  expect(read(newMeetingForm({ now, zone: newYork }), { ...good, year: "1999" }).wrong).toEqual({
    year: "number-range",
  });
  expect(read(newMeetingForm({ now, zone: newYork }), { ...good, year: "" }).wrong).toEqual({
    year: "number-missing",
  });
});

const noVote = { vote_by: "", vote_by_time: "", plan_vote_by: "", plan_vote_by_time: "" };

const past = { meeting_on: "2026-11-23", record_date: "2026-09-30", ...noVote };
const today = { ...past, meeting_on: "2026-11-24" };
const tomorrow = { ...past, meeting_on: "2026-11-25" };

test("dates that no meeting can have are refused, each at its border", () => {
  const cases: [Record<string, string>, Record<string, string>][] = [
    [{ record_date: "2027-12-02" }, {}],
    [{ record_date: "2027-12-03" }, { record_date: "record-after-vote" }],
    [{ record_date: "2027-12-06", plan_vote_by: "", plan_vote_by_time: "" }, {}],
    [
      { record_date: "2027-12-07", plan_vote_by: "", plan_vote_by_time: "" },
      { record_date: "record-after-vote" },
    ],
    [{ ballot_open_on: "2027-12-06" }, {}],
    [{ ballot_open_on: "2027-12-07" }, { ballot_open_on: "opens-after-vote" }],
    [{ ballot_open_on: "2027-12-07", ...noVote }, {}],
    [{ ballot_open_on: "2027-12-08", ...noVote }, { ballot_open_on: "after-meeting" }],
    [{ ballot_open_on: "2027-09-30" }, {}],
    [{ ballot_open_on: "2027-09-29" }, { ballot_open_on: "opens-before-record" }],
    [{ ballot_open_on: "2027-09-29", record_date: "" }, {}],
    [{ proposal_deadline: "2027-12-07", proxy_filed_on: "2027-12-07" }, {}],
    [{ proposal_deadline: "2027-12-08" }, { proposal_deadline: "after-meeting" }],
    [{ proxy_filed_on: "2027-12-08" }, { proxy_filed_on: "after-meeting" }],
    [{ vote_by: "2027-12-07", vote_by_time: "08:30" }, {}],
    [{ vote_by: "2027-12-07", vote_by_time: "08:31" }, { vote_by: "after-meeting-time" }],
    [{ ...noVote, plan_vote_by: "2027-12-07", plan_vote_by_time: "08:30" }, {}],
    [
      { ...noVote, plan_vote_by: "2027-12-07", plan_vote_by_time: "08:31" },
      { plan_vote_by: "after-meeting-time" },
    ],
    [
      { ...noVote, plan_vote_by: "2027-12-08", plan_vote_by_time: "00:00" },
      { plan_vote_by: "after-meeting" },
    ],
    [{ ...noVote, meeting_on: "2027-12-31" }, {}],
    [{ ...noVote, meeting_on: "2028-01-01" }, { meeting_on: "other-year" }],
    [{ ...noVote, meeting_on: "2027-01-01", record_date: "2026-12-01" }, {}],
    [{ ...noVote, meeting_on: "2026-12-31", record_date: "2026-12-01" }, { meeting_on: "other-year" }],
  ];
  for (const [fields, wrong] of cases) expect(wrongIn(fields), JSON.stringify(fields)).toEqual(wrong);
});

test("a meeting is over on its day at the earliest, by New York's calendar", () => {
  const borders: [string, Record<string, string>, Record<string, string>][] = [
    ["closed", past, {}],
    ["closed", today, {}],
    ["results", today, {}],
    ["closed", tomorrow, { status: "closed-too-early" }],
    ["results", tomorrow, { status: "closed-too-early" }],
    ["announced", today, {}],
    ["open", today, {}],
    ["announced", past, { status: "open-too-late" }],
    ["open", { ...past, ballot_open_on: "2026-11-01" }, { status: "open-too-late" }],
    ["expected", past, {}],
  ];
  for (const [status, fields, wrong] of borders)
    expect(wrongIn({ ...fields, status }, now, 2026), `${status} ${fields.meeting_on}`).toEqual(wrong);
  const midnight = new Date("2026-11-25T05:00:00Z");
  const before = new Date(midnight.getTime() - 1);
  expect(wrongIn({ ...tomorrow, status: "closed" }, before, 2026)).toEqual({ status: "closed-too-early" });
  expect(wrongIn({ ...tomorrow, status: "closed" }, midnight, 2026)).toEqual({});
});

test("voting that is open without a day opens today, so today has to be possible", () => {
  const open = { status: "open", record_date: "2026-11-24" };
  expect(wrongIn(open)).toEqual({});
  expect(wrongIn({ ...open, record_date: "2026-11-25" })).toEqual({ ballot_open_on: "opens-before-record" });
  const vote = { ...open, ...noVote, vote_by: "2026-11-24", vote_by_time: "23:59" };
  expect(wrongIn(vote)).toEqual({});
  const over = { vote_by: "2026-11-23", record_date: "2026-11-01" };
  expect(wrongIn({ ...vote, ...over })).toEqual({ ballot_open_on: "opens-after-vote" });
});

test("the database refuses impossible dates of a meeting, not borderline ones", async () => {
  const campaign = await aCampaign(db);
  const { id } = await aMeeting(db, campaign, 2027);
  // Half past eight in New York on December 7, and the last minute of the 6th.
  const [begins, lastMinute] = [new Date("2027-12-07T13:30:00Z"), new Date("2027-12-07T04:59:00Z")];
  const later = (at: Date) => new Date(at.getTime() + 60_000);
  const dates = { meetingOn: "2027-12-07", meetingAt: null, recordDate: null, ballotOpenOn: null };
  const none = { ...dates, voteBy: null, planVoteBy: null, proposalDeadline: null, proxyFiledOn: null };
  const set = (values: Partial<typeof meetings.$inferInsert>) =>
    causeOf(changeRows(db, meetings, id, { ...none, ...values }));
  const fits: Partial<typeof meetings.$inferInsert>[] = [
    { meetingOn: "2027-12-31" },
    { meetingOn: "2027-01-01" },
    { recordDate: "2027-12-06", voteBy: lastMinute, planVoteBy: lastMinute },
    { ballotOpenOn: "2027-12-06", recordDate: "2027-12-06", voteBy: lastMinute },
    { ballotOpenOn: "2027-12-07" },
    { meetingAt: begins, voteBy: begins, planVoteBy: begins },
    { proposalDeadline: "2027-12-07", proxyFiledOn: "2027-12-07" },
  ];
  for (const values of fits) expect(await set(values), JSON.stringify(values)).toBeNull();
  const refused: [Partial<typeof meetings.$inferInsert>, string][] = [
    [{ meetingOn: "2028-01-01" }, "meetings_day_in_its_year"],
    [{ meetingOn: "2026-12-31" }, "meetings_day_in_its_year"],
    [{ recordDate: "2027-12-07", voteBy: lastMinute }, "meetings_record_before_votes"],
    [{ recordDate: "2027-12-07", planVoteBy: lastMinute }, "meetings_record_before_votes"],
    [{ ballotOpenOn: "2027-12-05", recordDate: "2027-12-06" }, "meetings_ballot_opens_in_time"],
    [{ ballotOpenOn: "2027-12-08" }, "meetings_ballot_opens_in_time"],
    [{ ballotOpenOn: "2027-12-07", voteBy: lastMinute }, "meetings_ballot_opens_in_time"],
    [{ meetingAt: begins, voteBy: later(begins) }, "meetings_votes_before_it"],
    [{ meetingAt: begins, planVoteBy: later(begins) }, "meetings_votes_before_it"],
    [{ planVoteBy: new Date("2027-12-08T05:00:00Z") }, "meetings_votes_before_it"],
    [{ proposalDeadline: "2027-12-08" }, "meetings_papers_before_it"],
    [{ proxyFiledOn: "2027-12-08" }, "meetings_papers_before_it"],
  ];
  for (const [values, constraint] of refused)
    expect(await set(values), JSON.stringify(values)).toMatchObject({ constraint });
});

test("a meeting is made once, and what is stored is what was typed, to the minute", async () => {
  const { campaign, scope } = await aKeeper();
  const values = meetingValues();
  const input = { scope, year: 2027, seen: null, values, checked: false };
  expect(await saveMeeting(db, input, now)).toMatchObject({ outcome: "saved" });
  expect(await saveMeeting(db, input, now)).toEqual({ outcome: "year-taken" });

  const meeting = await stored(campaign, 2027);
  expect(meeting).toMatchObject({ ...values, verifiedAt: null, verifiedBy: null });
  expect(clockInZone(newYork, meeting.voteBy ?? now)).toMatchObject({ day: "2027-12-06", time: "23:59" });
  expect(await newestEntry(campaign)).toMatchObject({
    action: "meeting-changed",
    actor: `organizer:${scope.organizerId}`,
    detail: { meeting: 2027, status: { from: null, to: "announced" }, verified: false },
  });
  expect(JSON.stringify(await newestEntry(campaign))).not.toContain("example.org");
});

test("a date that moves across midnight in New York moves by its day there, not in UTC", async () => {
  const { campaign, scope } = await aKeeper();
  const save = async (fields: Record<string, string>, seen: string | null) =>
    saveMeeting(db, { scope, year: 2027, seen, values: meetingValues(fields), checked: false }, now);
  await save({ ...noVote, vote_by: "2027-12-06", vote_by_time: "23:59" }, null);
  const before = await stored(campaign, 2027);
  const moved = { ...noVote, vote_by: "2027-12-07", vote_by_time: "00:01" };
  expect(await save(moved, seenOfMeeting(before))).toEqual({ outcome: "saved", changed: ["voteBy"] });
  const after = await stored(campaign, 2027);
  expect((after.voteBy?.getTime() ?? 0) - (before.voteBy?.getTime() ?? 0)).toBe(2 * 60_000);
  expect(before.voteBy?.toISOString().slice(0, 10)).toBe(after.voteBy?.toISOString().slice(0, 10));
  // The day after the meeting in New York is refused, although in UTC both are the same day.
  expect(wrongIn({ ...noVote, meeting_on: "2027-12-06", ...moved })).toEqual({ vote_by: "after-meeting" });
});

test("who checked a value is stored with it, until it is changed by someone who did not", async () => {
  const { campaign, scope } = await aKeeper();
  const save = async (fields: Record<string, string>, checked: boolean, at = now) => {
    const before = (await listMeetings(db, campaign.id))[0];
    const seen = before ? seenOfMeeting(before) : null;
    const values = meetingValues(fields);
    await saveMeeting(db, { scope, year: 2027, seen, values, checked }, at);
    return stored(campaign, 2027);
  };
  expect(await save({}, true)).toMatchObject({ verifiedAt: now, verifiedBy: "Olga Sample" });
  // A save without a change leaves it, and writes nothing.
  const entries = await db.$count(auditEntries, eq(auditEntries.campaignId, campaign.id));
  expect(await save({}, false, daysLater(1))).toMatchObject({ verifiedAt: now });
  expect(await db.$count(auditEntries, eq(auditEntries.campaignId, campaign.id))).toBe(entries);
  expect(await save({}, true, daysLater(2))).toMatchObject({ verifiedAt: daysLater(2) });
  for (const change of [
    { record_date: "2027-10-01" },
    { as_of: "2026-11-01" },
    { source_url: "https://example.org/other" },
    { status: "expected" },
  ]) {
    expect(await save({}, true), JSON.stringify(change)).toMatchObject({ verifiedAt: now });
    expect(await save(change, false), JSON.stringify(change)).toMatchObject({
      verifiedAt: null,
      verifiedBy: null,
    });
    expect(await newestEntry(campaign)).toMatchObject({ detail: { verified: false } });
  }
});

test("dates that reminders depend on replan them in the same transaction", async () => {
  const { campaign, scope } = await aKeeper();
  const meeting = await aMeeting(db, campaign, 2027);
  const { supporter } = await aStoredSignature(db, campaign);
  await aPledge(db, { campaignId: campaign.id, supporterId: supporter.id, meetingId: meeting.id });
  const takeJobs = async () =>
    (await db.execute(sql`delete from pgboss.job where name = 'replan-reminders' returning id`)).length;
  const save = async (fields: Record<string, string>, checked: boolean) => {
    const seen = seenOfMeeting(await stored(campaign, 2027));
    const values = meetingValues(fields);
    await saveMeeting(db, { scope, year: 2027, seen, values, checked }, now);
    return takeJobs();
  };
  await takeJobs();
  expect(await save({}, false)).toBe(1);
  expect(await save({}, false)).toBe(0);
  expect(await save({}, true)).toBe(1);
  expect(await save({ status: "expected" }, true)).toBe(1);
  await addIssuerSnapshot(db, { scope, values: snapshotValues({ price: "5" }), checked: false }, now);
  expect(await takeJobs()).toBe(1);
  await saveCoFilingRule(db, { scope, seen: null, values: ruleValues(), checked: false }, now);
  expect(await takeJobs()).toBe(1);
});

test("of two edits that began on the same meeting the second is told, and stores nothing", async () => {
  const { campaign, scope } = await aKeeper();
  const save = (fields: Record<string, string>, seen: string | null) =>
    saveMeeting(db, { scope, year: 2027, seen, values: meetingValues(fields), checked: false }, now);
  await save({}, null);
  const seen = seenOfMeeting(await stored(campaign, 2027));
  const outcomes = await Promise.all([
    save({ record_date: "2027-10-01" }, seen),
    save({ record_date: "2027-10-02" }, seen),
  ]);
  expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(["saved", "stale"]);
});

test("a meeting that opens without a day of opening opens today in New York", async () => {
  const { campaign, scope } = await aKeeper();
  const late = new Date("2026-11-25T03:30:00Z");
  const open = meetingValues({ status: "open", record_date: "" });
  await saveMeeting(db, { scope, year: 2027, seen: null, values: open, checked: false }, late);
  expect((await stored(campaign, 2027)).ballotOpenOn).toBe("2026-11-24");
  const meetingInput = meetingValues({ status: "open", record_date: "", ballot_open_on: "2026-11-20" });
  const seen = seenOfMeeting(await stored(campaign, 2027));
  await saveMeeting(db, { scope, year: 2027, seen, values: meetingInput, checked: false }, late);
  expect((await stored(campaign, 2027)).ballotOpenOn).toBe("2026-11-20");
});

test("no right, another campaign or a disabled account: nothing changes", async () => {
  const { campaign } = await aKeeper();
  const meeting = await aMeeting(db, campaign, 2027);
  const strangers = [
    (await aKeeper("reviewer", campaign)).scope,
    (await aKeeper("exporter", campaign)).scope,
    (await aKeeper("viewer", campaign)).scope,
    { ...(await aKeeper("owner")).scope, campaignId: campaign.id },
    {
      campaignId: campaign.id,
      organizerId: (await anOrganizer(db, { campaign, role: "owner", disabledAt: now })).id,
    },
  ];
  const seen = seenOfMeeting(await stored(campaign, 2027));
  for (const scope of strangers) {
    const all = [
      await saveMeeting(db, { scope, year: 2027, seen, values: meetingValues(), checked: true }),
      await saveMeeting(db, { scope, year: 2028, seen: null, values: meetingValues(), checked: true }),
      await saveBallotItem(db, { scope, year: 2027, item: null, values: itemValues(), checked: true }),
      await addIssuerSnapshot(db, { scope, values: snapshotValues({ price: "5" }), checked: false }),
      await saveCoFilingRule(db, { scope, seen: null, values: ruleValues(), checked: false }),
      await featureMeeting(db, { scope, year: 2027 }),
    ];
    expect(all.map(({ outcome }) => outcome)).toEqual(all.map(() => "gone"));
  }
  expect(await listMeetings(db, campaign.id)).toMatchObject([
    { id: meeting.id, recordDate: null, items: [] },
  ]);
  expect(await db.$count(auditEntries, eq(auditEntries.campaignId, campaign.id))).toBe(0);
});

test("a company's facts are changed by managers of all its campaigns, and logged", async () => {
  const { campaign, scope } = await aKeeper("owner");
  await aMeeting(db, campaign, 2027);
  const other = await aCampaign(db, { targetId: campaign.targetId, status: "draft" });
  const as = (role: OrganizerRole) =>
    db
      .insert(campaignOrganizers)
      .values({ campaignId: other.id, organizerId: scope.organizerId, ...asRole(role) })
      .onConflictDoUpdate({
        target: [campaignOrganizers.campaignId, campaignOrganizers.organizerId],
        set: asRole(role),
      });
  const tryAll = async () => {
    const seen = seenOfMeeting(await stored(campaign, 2027));
    const values = meetingValues();
    const figures = snapshotValues({ price: "5" });
    return [
      await saveMeeting(db, { scope, year: 2027, seen, values, checked: true }, now),
      await saveBallotItem(db, { scope, year: 2027, item: null, values: itemValues(), checked: true }, now),
      await addIssuerSnapshot(db, { scope, values: figures, checked: false }, now),
      await saveCoFilingRule(db, { scope, seen: null, values: ruleValues(), checked: false }, now),
    ].map(({ outcome }) => outcome);
  };
  const actionsOf = async ({ id }: { id: number }) =>
    (
      await db.select().from(auditEntries).where(eq(auditEntries.campaignId, id)).orderBy(auditEntries.id)
    ).map(({ action }) => action);

  const refused = ["shared", "shared", "shared", "shared"];
  expect(await tryAll()).toEqual(refused);
  expect(await findCompanyEditing(db, scope)).toBe("shared");
  for (const role of ["viewer", "reviewer", "exporter"] as const) {
    await as(role);
    expect(await tryAll(), role).toEqual(refused);
  }
  expect(await stored(campaign, 2027)).toMatchObject({ recordDate: null, items: [] });
  expect(await findIssuerSnapshot(db, campaign.id, "price", now)).toBeNull();
  expect(await findCoFilingRule(db, campaign.id)).toBeNull();
  expect(await actionsOf(campaign)).toEqual([]);
  // Each campaign chooses the meeting it takes pledges for.
  expect(await featureMeeting(db, { scope, year: 2027 }, now)).toEqual({ outcome: "featured" });
  expect(await actionsOf(other)).toEqual([]);

  await as("organizer");
  expect(await findCompanyEditing(db, scope)).toBe("keeps");
  expect(await tryAll()).toEqual(["saved", "saved", "added", "saved"]);
  const kept = ["meeting-changed", "ballot-item-changed", "issuer-figures-changed", "co-filing-rule-changed"];
  expect(await actionsOf(campaign)).toEqual(["featured-meeting-changed", ...kept]);
  expect(await actionsOf(other)).toEqual(kept);
  expect(await findCompanyEditing(db, (await aKeeper("viewer", campaign)).scope)).toBe("role");
});

test("another company's meeting and item are unreachable from one's campaign", async () => {
  const [mine, other] = [await aKeeper(), await aKeeper()];
  await aMeeting(db, other.campaign, 2027);
  const values = itemValues();
  const theirs = await saveBallotItem(db, {
    scope: other.scope,
    year: 2027,
    item: null,
    values,
    checked: false,
  });
  if (theirs.outcome !== "saved") throw new Error(theirs.outcome);
  await aMeeting(db, mine.campaign, 2026);
  const seen = seenOfItem((await stored(other.campaign, 2027)).items[0] as never);
  const through = { scope: mine.scope, year: 2026, item: { id: theirs.id, seen } };
  expect(await saveBallotItem(db, { ...through, values, checked: false })).toEqual({ outcome: "gone" });
  expect(await featureMeeting(db, { scope: mine.scope, year: 2027 })).toEqual({ outcome: "gone" });
  const { id } = await stored(other.campaign, 2027);
  expect(await findMeeting(db, { campaignId: mine.campaign.id, meetingId: id })).toBeNull();
});

test("votes are kept exactly, belong to an item that was voted on, and to each other", async () => {
  const { campaign, scope } = await aKeeper();
  await aMeeting(db, campaign, 2025);
  const votes = {
    status: "voted",
    votes_for: "900719925474099",
    votes_against: "1",
    votes_abstain: "0",
    broker_non_votes: "1234567890",
  };
  const values = itemValues(votes);
  expect(await saveBallotItem(db, { scope, year: 2025, item: null, values, checked: false })).toMatchObject({
    outcome: "saved",
  });
  expect((await stored(campaign, 2025)).items[0]).toMatchObject({
    votesFor: 900719925474099n,
    votesAgainst: 1n,
    votesAbstain: 0n,
    brokerNonVotes: 1234567890n,
  });
  const wrong = (fields: Record<string, string>) =>
    read(ballotItemForm(now), { ...itemFields, ...fields }).wrong;
  expect(wrong({ ...votes, votes_for: "1,00" })).toEqual({ votes_for: "digits-plain" });
  expect(wrong({ ...votes, votes_for: "1,500,000,000" })).toEqual({});
  expect(wrong({ ...votes, votes_against: "" })).toEqual({ votes_against: "votes-missing" });
  expect(wrong({ status: "voted", votes_abstain: "3" })).toEqual({
    votes_for: "votes-missing",
    votes_against: "votes-missing",
  });
  expect(wrong({ ...votes, status: "on_ballot" })).toEqual({ status: "not-voted" });
  expect(wrong({ reported_result: "over 26 %" })).toEqual({ status: "not-voted" });
  expect(wrong({ title: " " })).toEqual({ title: "title-missing" });
  expect(wrong({ number: "0" })).toEqual({ number: "item-number" });
  expect(wrong({ board_recommendation: "maybe" })).toEqual({
    board_recommendation: "recommendation-unknown",
  });
});

test("nothing was voted on before its meeting", async () => {
  const { campaign, scope } = await aKeeper();
  const year = now.getUTCFullYear();
  await aMeeting(db, campaign, year + 1);
  await aMeeting(db, campaign, year); // December 5: eleven days ahead.
  await aMeeting(db, campaign, year - 1);
  const votes = (of: number) =>
    saveBallotItem(
      db,
      { scope, year: of, item: null, values: itemValues({ status: "voted" }), checked: false },
      now,
    );
  expect((await votes(year + 1)).outcome).toBe("not-held");
  expect((await votes(year)).outcome).toBe("not-held");
  expect((await votes(year - 1)).outcome).toBe("saved");
});

test("a proposal is edited only over its last state, and numbers are unique", async () => {
  const { campaign, scope } = await aKeeper();
  await aMeeting(db, campaign, 2027);
  const save = (
    fields: Record<string, string>,
    item: { id: number; seen: string } | null = null,
    checked = false,
  ) => saveBallotItem(db, { scope, year: 2027, item, values: itemValues(fields), checked }, now);
  const first = await save({});
  if (first.outcome !== "saved") throw new Error(first.outcome);
  expect(await save({ title: "Another" })).toEqual({ outcome: "number-taken" });
  expect(await save({ number: "" })).toMatchObject({ outcome: "saved" });
  expect(await save({ number: "", title: "A REPORT on a sample" })).toEqual({ outcome: "title-taken" });

  const item = async () => {
    return existing((await stored(campaign, 2027)).items.find(({ id }) => id === first.id));
  };
  const seen = seenOfItem(await item());
  const checked = { source_url: "https://example.org/proxy", as_of: "2026-11-20" };
  const changed = await save({ ...checked, status: "challenged" }, { id: first.id, seen }, true);
  expect(changed).toMatchObject({ changed: ["status", "sourceUrl", "asOf"] });
  expect(await item()).toMatchObject({ verifiedAt: now, verifiedBy: "Olga Sample" });
  expect(await newestEntry(campaign)).toMatchObject({
    action: "ballot-item-changed",
    detail: { item: first.id, status: { from: "on_ballot", to: "challenged" }, verified: true },
  });
  expect(await save({ status: "excluded" }, { id: first.id, seen })).toEqual({ outcome: "stale" });
  const again = seenOfItem(await item());
  expect(await save({ ...checked, status: "excluded" }, { id: first.id, seen: again })).toMatchObject({
    outcome: "saved",
  });
  expect(await item()).toMatchObject({ status: "excluded", verifiedAt: null, verifiedBy: null });
});

test("a result is for / (for + against) to two decimals, without other votes", () => {
  expect(percentFor(1n, 2n)).toBe("33.33");
  expect(percentFor(2n, 1n)).toBe("66.67");
  expect(percentFor(1n, 0n)).toBe("100.00");
  expect(percentFor(0n, 1n)).toBe("0.00");
  expect(percentFor(1n, 19_999n)).toBe("0.01");
  expect(percentFor(1n, 20_001n)).toBe("0.00");
  expect(percentFor(0n, 0n)).toBeNull();
  // Larger than a double represents exactly.
  expect(percentFor(900_719_925_474_099_301n, 900_719_925_474_099_301n)).toBe("50.00");
  const unknown = { votesFor: null, votesAgainst: null, reportedResult: null };
  expect(resultOf(unknown)).toEqual({ kind: "unknown" });
  expect(resultOf({ ...unknown, reportedResult: "over 26 %" })).toEqual({
    kind: "reported",
    text: "over 26 %",
  });
  expect(resultOf({ votesFor: 26n, votesAgainst: 74n, reportedResult: "over 26 %" })).toEqual({
    kind: "exact",
    percent: "26.00",
  });
});

test("figures are added and never changed, prices exact to the sixth place", async () => {
  const { campaign, scope } = await aKeeper();
  const add = (fields: Record<string, string>, checked = false) =>
    addIssuerSnapshot(db, { scope, values: snapshotValues(fields), checked }, now);
  const fields = {
    shares_outstanding: "7433038381",
    price: "0123.450000",
    price_high_60d: "999999999999.123456",
  };
  expect(await add(fields)).toEqual({ outcome: "added" });
  expect(await add(fields)).toEqual({ outcome: "already-there" });
  expect(await add({ ...fields, source_url: "https://example.org/q" }, true)).toEqual({ outcome: "added" });
  expect(await listIssuerSnapshots(db, campaign.id)).toMatchObject([
    { verifiedAt: now, verifiedBy: "Olga Sample", price: "123.450000", priceHigh60d: "999999999999.123456" },
    { verifiedAt: null, sharesOutstanding: 7433038381n, price: "123.450000", asOf: "2026-11-20" },
  ]);
  expect(await findIssuerSnapshot(db, campaign.id, "price", now)).toMatchObject({ verifiedAt: now });
  expect(await newestEntry(campaign)).toMatchObject({
    action: "issuer-figures-changed",
    detail: { fields: ["sharesOutstanding", "price", "priceHigh60d"], asOf: "2026-11-20", verified: true },
  });

  const wrong = (other: Record<string, string>) =>
    read(snapshotForm(now), { as_of: "2026-11-20", ...other }).wrong;
  expect(wrong({})).toEqual({ shares_outstanding: "figure-missing" });
  expect(wrong({ price: "0.000000" })).toEqual({ price: "price-none" });
  expect(wrong({ price: "1e3" })).toEqual({ price: "price-plain" });
  expect(wrong({ price: "1.1234567" })).toEqual({ price: "price-plain" });
  expect(wrong({ price: "10", price_high_60d: "9.999999" })).toEqual({ price_high_60d: "high-below-price" });
  expect(wrong({ shares_outstanding: "0" })).toEqual({ shares_outstanding: "shares-none" });
  expect(wrong({ price: "10", as_of: "" })).toEqual({ as_of: "as-of-missing" });
});

test("each figure counts by itself, also where a newer row leaves it out", async () => {
  const { campaign, scope } = await aKeeper();
  const source = { source_url: "https://example.org/q" };
  const add = async (fields: Record<string, string>, checked: boolean) => {
    const values = snapshotValues({ ...source, ...fields });
    expect(await addIssuerSnapshot(db, { scope, values, checked }, now)).toEqual({ outcome: "added" });
  };
  const counts = async (figure: IssuerFigure, at = now) =>
    (await findIssuerSnapshot(db, campaign.id, figure, at))?.[figure] ?? null;
  expect(await counts("price")).toBeNull();

  await add({ shares_outstanding: "7000", as_of: "2026-10-01" }, true);
  await add({ price: "500", price_high_60d: "510", as_of: "2026-11-20" }, true);
  await add({ price: "501", as_of: "2026-11-22" }, true);
  expect(await counts("sharesOutstanding")).toBe(7000n);
  expect(await counts("price")).toBe("501.000000");
  expect(await counts("priceHigh60d")).toBe("510.000000");

  await add({ shares_outstanding: "9", price: "9", price_high_60d: "9", as_of: "2026-11-23" }, false);
  expect(await counts("sharesOutstanding")).toBe(7000n);
  expect(await counts("price")).toBe("501.000000");
  expect(await counts("priceHigh60d")).toBe("510.000000");

  // Outdated, each after its own time: the newest is shown, marked as not checked.
  expect(await counts("priceHigh60d", new Date("2026-11-27T00:00:00Z"))).toBe("510.000000");
  expect(await counts("priceHigh60d", new Date("2026-11-27T00:00:01Z"))).toBe("9.000000");
  expect(await counts("price", new Date("2026-11-29T00:00:00Z"))).toBe("501.000000");
  expect(await counts("price", new Date("2026-11-29T00:00:01Z"))).toBe("9.000000");
  expect(await counts("sharesOutstanding", new Date("2027-01-29T00:00:00Z"))).toBe(7000n);
  expect(await counts("sharesOutstanding", new Date("2027-01-29T00:00:01Z"))).toBe(9n);
});

test("the tiers of Rule 14a-8 are an amount and its years each, the longest time first", async () => {
  const { campaign, scope } = await aKeeper();
  const save = (fields: Record<string, string>, seen: string | null, checked = false) =>
    saveCoFilingRule(db, { scope, seen, values: ruleValues(fields), checked }, now);
  const mixed = { dollars_1: "25000", years_1: "1", dollars_3: "2000", years_3: "3" };
  expect(await save(mixed, null)).toMatchObject({ outcome: "saved" });
  expect(await save({}, null)).toEqual({ outcome: "stale" });
  const rule = await findCoFilingRule(db, campaign.id);
  expect(rule).toMatchObject({
    tiers: [
      { atLeast: "2000", years: 3 },
      { atLeast: "15000", years: 2 },
      { atLeast: "25000", years: 1 },
    ],
    priceWindowDays: 60,
    wordsAtMost: 500,
    cureDays: 14,
    verifiedAt: null,
  });
  if (!rule) throw new Error("no rule");
  const checked = { source_url: "https://example.org/rule", as_of: "2026-11-24" };
  expect(await save(checked, seenOfRule(rule), true)).toMatchObject({ changed: ["sourceUrl", "asOf"] });
  const verified = await findCoFilingRule(db, campaign.id);
  expect(verified).toMatchObject({ verifiedAt: now, verifiedBy: "Olga Sample" });
  if (!verified) throw new Error("no rule");
  await save({ ...checked, words_at_most: "400" }, seenOfRule(verified));
  expect(await findCoFilingRule(db, campaign.id)).toMatchObject({ wordsAtMost: 400, verifiedAt: null });
  expect(await newestEntry(campaign)).toMatchObject({
    action: "co-filing-rule-changed",
    detail: { fields: ["wordsAtMost"], verified: false },
  });

  const wrong = (fields: Record<string, string>) =>
    read(coFilingRuleForm(now), { ...ruleFields, ...fields }).wrong;
  expect(wrong({ years_2: "3" })).toEqual({ years_2: "years-twice" });
  expect(wrong({ years_2: "" })).toEqual({ years_2: "years-missing" });
  expect(wrong({ dollars_4: "1000" })).toEqual({ years_4: "years-missing" });
  expect(wrong({ dollars_1: "2,000" })).toEqual({ dollars_1: "dollars-plain" });
  expect(wrong({ years_1: "11" })).toEqual({ years_1: "years-range" });
  expect(wrong({ cure_days: "0" })).toEqual({ cure_days: "number-range" });
});

test("nothing is computed from an unchecked, old or short-period price or rule", () => {
  const at = { verifiedAt: now, verifiedBy: "Olga Sample", sourceUrl: null, asOf: "2026-11-24" };
  const rule = { ...ruleValues(), ...at };
  const snapshot = { id: 1, sharesOutstanding: null, price: null, priceHigh60d: "511.460000", ...at };
  expect(showRule(rule, snapshot, now, newYork)).toMatchObject({
    tiers: [{ shares: "4" }, { shares: "30" }, { shares: "49" }],
    price: { dollars: "511.46", asOf: "2026-11-24" },
    blocked: [],
  });
  const unverified = { verifiedAt: null, verifiedBy: null };
  type Given = Parameters<typeof showRule> extends [...infer Rest, string] ? Rest : never;
  const cases: [Given, string[]][] = [
    [
      [{ ...rule, ...unverified }, { ...snapshot, ...unverified }, now],
      ["unverified", "priceUnverified"],
    ],
    [[rule, snapshot, daysLater(8)], ["priceStale"]],
    [[rule, { ...snapshot, asOf: "2027-12-31" }, daysLater(401)], ["stale"]],
    [[rule, { ...snapshot, priceHigh60d: null }, now], ["noPrice"]],
    [[rule, null, now], ["noPrice"]],
    [[{ ...rule, priceWindowDays: 30 }, snapshot, now], ["window"]],
  ];
  for (const [given, blocked] of cases) {
    const ruleOnPage = showRule(...given, newYork);
    expect(ruleOnPage).toMatchObject({ blocked, price: null });
    expect(ruleOnPage.tiers.every(({ shares }) => shares === null)).toBe(true);
  }
});

test("a percentage and the days to a date are shown only once they are checked", async () => {
  const { campaign, scope } = await aKeeper();
  await aMeeting(db, campaign, 2026);
  const votes = { status: "voted", votes_for: "26", votes_against: "74" };
  const save = (checked: boolean, item: { id: number; seen: string } | null) =>
    saveBallotItem(
      db,
      { scope, year: 2026, item, values: itemValues(votes), checked },
      new Date("2026-12-06T15:00:00Z"),
    );
  const added = await save(false, null);
  if (added.outcome !== "saved") throw new Error(added.outcome);
  const meetingNow = async () => showMeeting(await stored(campaign, 2026), now);
  expect((await meetingNow()).items[0]).toMatchObject({ result: { kind: "hidden" }, votes: { for: "26" } });
  expect((await meetingNow()).dates).toMatchObject([{ what: "meeting", day: "2026-12-05", inDays: null }]);

  const item = firstOf((await stored(campaign, 2026)).items);
  await save(true, { id: item.id, seen: seenOfItem(item) });
  expect((await meetingNow()).items[0]).toMatchObject({ result: { kind: "exact", percent: "26.00" } });
  const seen = seenOfMeeting(await stored(campaign, 2026));
  const values = meetingValues({ ...noVote, meeting_on: "2026-12-08", record_date: "2026-11-23" }, 2026);
  await saveMeeting(db, { scope, year: 2026, seen, values, checked: true }, now);
  expect((await meetingNow()).dates).toMatchObject([
    { what: "recordDate", inDays: -1 },
    { what: "meeting", day: "2026-12-08", time: "08:30", zone: "EST", inDays: 14 },
  ]);
});

test("the shares that reach a tier are rounded up to whole ones", () => {
  expect(sharesToReach({ atLeast: "2000" }, "500")).toBe(4n);
  expect(sharesToReach({ atLeast: "2000" }, "499.999999")).toBe(5n);
  expect(sharesToReach({ atLeast: "25000" }, "511.46")).toBe(49n);
});

test("checked facts go stale: prices in a week, dates in months, past ones never", () => {
  const checked = { verifiedAt: now, asOf: "2026-11-24" };
  expect(trustInFigures({ ...checked, verifiedAt: null }, now)).toEqual({
    price: "unverified",
    sharesOutstanding: "unverified",
  });
  expect(trustInFigures(checked, daysLater(6))).toEqual({ price: "verified", sharesOutstanding: "verified" });
  expect(trustInFigures(checked, daysLater(8))).toEqual({ price: "stale", sharesOutstanding: "verified" });
  expect(trustInFigures(checked, daysLater(121)).sharesOutstanding).toBe("stale");
  expect(trustInRule(checked, daysLater(399))).toBe("verified");
  expect(trustInRule(checked, daysLater(401))).toBe("stale");
  const announced = { ...checked, zone: newYork, status: "announced", meetingOn: "2027-12-07" } as const;
  expect(trustInMeeting(announced, daysLater(121))).toBe("stale");
  expect(trustInMeeting(announced, new Date("2027-12-08T04:59:00Z"))).toBe("stale");
  expect(trustInMeeting(announced, new Date("2027-12-08T05:00:00Z"))).toBe("verified");
  expect(trustInMeeting({ ...announced, status: "results" }, daysLater(200))).toBe("verified");
  expect(trustInItem({ ...checked, status: "on_ballot" }, daysLater(121))).toBe("stale");
  expect(trustInItem({ ...checked, status: "voted" }, daysLater(1000))).toBe("verified");
});

test("pledges are for the meeting that organizers chose", async () => {
  const { campaign, scope } = await aKeeper();
  await aMeeting(db, campaign, 2026);
  await aMeeting(db, campaign, 2027);
  expect((await findPledgeMeeting(db, campaign.id, undefined, now))?.year).toBe(2026);
  expect(await featureMeeting(db, { scope, year: 2027 }, now)).toEqual({ outcome: "featured" });
  expect(await featureMeeting(db, { scope, year: 2027 }, now)).toEqual({ outcome: "already-featured" });
  expect((await findPledgeMeeting(db, campaign.id, undefined, now))?.year).toBe(2027);
  expect(await newestEntry(campaign)).toMatchObject({
    action: "featured-meeting-changed",
    detail: { from: null, to: 2027 },
  });
});

test("the seed's pledges are for 2026 and then 2027, and nothing of it is checked", async () => {
  const seeded = await aDatabase();
  await seed(seeded, now);
  const campaign = await rowIn(seeded, campaigns, { slug: "microsoft-ice" });
  const open = await listOpenMeetings(seeded, campaign.id, undefined, new Date("2026-12-01T12:00:00Z"));
  expect(open.map(({ year, status }) => `${year} ${status}`)).toEqual(["2026 expected", "2027 expected"]);
  expect(open[0]?.pattern?.meeting.to).toEqual({ month: 12, part: "mid" });
  /** The years whose totals the page shows on a day, and those held without a result. */
  const totalsOn = async (day: string) => {
    const totals = await readPublicTotals(seeded, campaign.id, new Date(`${day}T17:00:00Z`));
    return [[totals, ...(totals?.others ?? [])].map((one) => one?.meeting.year), totals?.held];
  };
  expect(await totalsOn("2026-12-01")).toEqual([[2026, 2027], []]);
  expect(await totalsOn("2027-01-02")).toEqual([[2026, 2027], []]);
  expect(await totalsOn("2027-01-31")).toEqual([[2027], [2026]]);
  const awaitedOn = async (day: string) =>
    (await readPastVotes(seeded, campaign, new Date(`${day}T17:00:00Z`))).awaited;
  expect(await awaitedOn("2027-01-30")).toEqual([]);
  expect(await awaitedOn("2027-01-31")).toEqual([{ year: 2026, state: "held" }]);
  const all = await listMeetings(seeded, campaign.id);
  expect(all.map(({ year, status }) => `${year} ${status}`)).toEqual([
    "2027 expected",
    "2026 expected",
    "2025 results",
    "2024 results",
    "2023 results",
    "2021 results",
  ]);
  const rule = await findCoFilingRule(seeded, campaign.id);
  expect(rule).toMatchObject({
    tiers: [
      { atLeast: "2000", years: 3 },
      { atLeast: "15000", years: 2 },
      { atLeast: "25000", years: 1 },
    ],
    priceWindowDays: 60,
    wordsAtMost: 500,
    cureDays: 14,
    verifiedAt: null,
    sourceUrl: null,
  });
});
