import { expect, test } from "vitest";
import { zoneOf } from "#app/domain/base/zone.ts";
import { changesTo, type KeptReminder } from "#app/domain/entries/pledges/reminders/plan-series.server.ts";
import type { Silence } from "#app/domain/entries/pledges/reminders/reminder.ts";
import {
  type MeetingDates,
  type ReminderHolder,
  scheduleReminders,
} from "#app/domain/entries/pledges/reminders/schedule.ts";
import { countryCodes } from "#app/lib/countries.ts";

const now = new Date("2027-07-01T12:00:00Z");
const newYork = (time: string) => {
  // Daylight saving time in 2027: from March 14 to November 7.
  const summer = time >= "2027-03-14T02" && time < "2027-11-07T02";
  return new Date(`${time}:00${summer ? "-04:00" : "-05:00"}`);
};
const aMeeting = (values: Partial<MeetingDates> = {}): MeetingDates => ({
  zone: "America/New_York",
  status: "announced",
  meetingOn: "2027-12-07",
  meetingAt: newYork("2027-12-07T11:30"),
  recordDate: "2027-10-05",
  ballotOpenOn: "2027-10-21",
  voteBy: newYork("2027-12-06T23:59"),
  planVoteBy: newYork("2027-12-02T17:00"),
  proposalDeadline: "2027-08-31",
  asOf: "2027-06-20",
  verifiedAt: new Date("2027-06-20T12:00:00Z"),
  ...values,
});
const aHolder = (values: Partial<ReminderHolder> = {}): ReminderHolder => ({
  kind: "direct",
  holdingForm: "broker",
  heldOnRecordDate: "yes",
  zone: "America/New_York",
  coFiles: false,
  tierUnlocksOn: null,
  pledgedOn: null,
  ...values,
});

/** When each reminder is due, by kind, in UTC to the minute. */
function due(meeting: Partial<MeetingDates> = {}, holder: Partial<ReminderHolder> = {}, at = now) {
  const planned = scheduleReminders(aMeeting(meeting), aHolder(holder), at);
  return Object.fromEntries(
    planned.map(({ reminder, dueAt }) => [reminder, dueAt.toISOString().slice(0, 16)]),
  );
}

test("a holder in New York is reminded at nine, on days counted from each date", () => {
  expect(due()).toEqual({
    "record-date-21": "2027-09-14T13:00",
    "record-date-5": "2027-09-30T13:00",
    "ballot-open": "2027-10-21T13:00",
    "vote-by-14": "2027-11-22T14:00",
    "vote-by-3": "2027-12-03T14:00",
    "vote-by-1": "2027-12-05T14:00",
    "meeting-day": "2027-12-07T14:00",
    outcome: "2027-12-08T14:00",
  });
});

test("without shares on the record date there are only co-filing reminders", () => {
  const co = { coFiles: true, tierUnlocksOn: "2027-09-01" } as const;
  expect(Object.keys(due({}, { heldOnRecordDate: "no" }))).toEqual(["record-date-21", "record-date-5"]);
  expect(Object.keys(due({}, { ...co, heldOnRecordDate: "no" }))).toEqual([
    "record-date-21",
    "record-date-5",
    "proposal-deadline-60",
    "proposal-deadline-30",
    "tier-unlocks",
  ]);
  expect(due({}, { heldOnRecordDate: "unsure" })).toEqual(due());
});

test("nine o'clock stays nine over clock changes in November and March", () => {
  const vote = (voteBy: string, zone: string) => {
    const times = due({ voteBy: newYork(voteBy), meetingAt: null, meetingOn: null }, { zone });
    return [times["vote-by-14"], times["vote-by-3"], times["vote-by-1"]];
  };
  // New York goes back on November 7, 2027 and forward on March 14, 2027; Berlin on October 31 and March 28.
  expect(vote("2027-11-08T23:59", "America/New_York")).toEqual([
    "2027-10-25T13:00",
    "2027-11-05T13:00",
    "2027-11-07T14:00",
  ]);
  expect(vote("2027-03-15T23:59", "America/New_York")).toEqual([
    "2027-03-01T14:00",
    "2027-03-12T14:00",
    "2027-03-14T13:00",
  ]);
  expect(vote("2027-11-08T23:59", "Europe/Berlin")).toEqual([
    "2027-10-25T07:00",
    "2027-11-05T08:00",
    "2027-11-07T08:00",
  ]);
  expect(vote("2027-03-29T23:59", "Europe/Berlin")).toEqual([
    "2027-03-15T08:00",
    "2027-03-26T08:00",
    "2027-03-28T07:00",
  ]);
});

test("23:59 in New York counts from its day there, though it is the next day elsewhere", () => {
  const berlin = due({}, { zone: "Europe/Berlin" });
  expect(berlin["vote-by-1"]).toBe("2027-12-05T08:00");
  const aMinuteLater = due({ voteBy: newYork("2027-12-07T00:00") }, { zone: "Europe/Berlin" });
  expect(aMinuteLater["vote-by-1"], "midnight belongs to the next day").toBe("2027-12-06T08:00");
});

test("in Honolulu nobody is reminded of a meeting later than two hours before it", () => {
  const times = due({}, { zone: "Pacific/Honolulu" });
  expect(times["meeting-day"]).toBe("2027-12-07T14:30");
  expect(times["vote-by-1"]).toBe("2027-12-05T19:00");
  const early = due({ voteBy: newYork("2027-12-06T00:30") }, { zone: "Pacific/Pago_Pago" });
  expect(early["vote-by-1"], "20:00 UTC the day before").toBe("2027-12-05T20:00");
});

test("in Auckland nothing is announced before it has begun in New York", () => {
  const times = due({}, { zone: "Pacific/Auckland" });
  expect(times["ballot-open"], "nine on the 22nd there").toBe("2027-10-21T20:00");
  expect(times.outcome, "nine on the 9th there").toBe("2027-12-08T20:00");
  expect(times["vote-by-3"], "nine on the 3rd there").toBe("2027-12-02T20:00");
  expect(times["meeting-day"], "nine on the 7th there").toBe("2027-12-06T20:00");
});

test("of a meeting without a time nobody is told later than at nine in New York", () => {
  const meetingDay = (zone: string) => due({ meetingAt: null }, { zone })["meeting-day"];
  expect(meetingDay("America/New_York")).toBe("2027-12-07T14:00");
  expect(meetingDay("Pacific/Honolulu")).toBe("2027-12-07T14:00");
  expect(meetingDay("Europe/London")).toBe("2027-12-07T09:00");
});

test("a reminder ends to be useful with what it is about", () => {
  const planned = scheduleReminders(aMeeting(), aHolder({ coFiles: true, tierUnlocksOn: "2027-09-01" }), now);
  const until = Object.fromEntries(planned.map(({ reminder, uselessAt }) => [reminder, +uselessAt]));
  expect(until["record-date-5"]).toBe(+newYork("2027-10-05T00:00"));
  expect(until["ballot-open"]).toBe(+newYork("2027-12-06T23:59"));
  expect(until["vote-by-1"]).toBe(+newYork("2027-12-06T23:59"));
  expect(until["meeting-day"]).toBe(+newYork("2027-12-07T11:30"));
  expect(until["proposal-deadline-30"]).toBe(+newYork("2027-08-31T00:00"));
  expect(until.outcome).toBe(+newYork("2028-01-07T09:00"));
});

test("an employee plan's last vote is its trustee's, where that is known", () => {
  expect(due({}, { holdingForm: "employee_plan" })["vote-by-3"]).toBe("2027-11-29T14:00");
  expect(due({ planVoteBy: null }, { holdingForm: "employee_plan" })["vote-by-3"]).toBe("2027-12-03T14:00");
});

test("a fund's holder is asked about their letter twice, and told nothing else", () => {
  const fund = { kind: "fund", coFiles: true, tierUnlocksOn: "2027-09-01", pledgedOn: "2027-07-01" } as const;
  expect(due({}, fund)).toEqual({
    "fund-letter-14": "2027-07-15T13:00",
    "fund-letter-outcome": "2027-12-08T14:00",
  });
  expect(due({ verifiedAt: null }, fund)).toEqual({ "fund-letter-14": "2027-07-15T13:00" });
  expect(due({}, { ...fund, zone: "Europe/Berlin" })["fund-letter-14"]).toBe("2027-07-15T07:00");
  const late = { ...fund, pledgedOn: "2027-11-25" };
  expect(Object.keys(due({}, late, new Date("2027-09-01T12:00:00Z")))).toEqual(["fund-letter-outcome"]);
  expect(Object.keys(due({}, { kind: "institution" }))).toContain("vote-by-3");
});

test("only co-filers hear of the proposal deadline and a tier's unlock day", () => {
  const known = { tierUnlocksOn: "2027-09-15" };
  expect(due({}, known)).not.toHaveProperty("tier-unlocks");
  expect(due({}, { ...known, coFiles: true })).toMatchObject({
    "proposal-deadline-60": "2027-07-02T13:00",
    "proposal-deadline-30": "2027-08-01T13:00",
    "tier-unlocks": "2027-09-15T13:00",
  });
});

test("nobody is reminded of a date that is not verified, or was too long ago", () => {
  expect(due({ verifiedAt: null })).toEqual({});
  const coFiler = { coFiles: true, tierUnlocksOn: "2027-09-15" };
  expect(Object.keys(due({ verifiedAt: null }, coFiler)), "it hangs on no date of a meeting").toEqual([
    "tier-unlocks",
  ]);
  expect(due({ status: "expected", verifiedAt: null })).toEqual({});
  expect(Object.keys(due({ status: "expected" }))).toContain("record-date-21");
  expect(due({}, {}, new Date("2027-10-19T12:00:00Z"))).toEqual({});
  expect(Object.keys(due({}, {}, new Date("2027-10-18T00:00:00Z")))).toContain("vote-by-3");
  expect(Object.keys(due({}, {}, newYork("2027-12-08T00:30"))), "a day that is past stays").toContain(
    "outcome",
  );
});

test("a meeting that is over asks for the outcome and for nothing else", () => {
  expect(Object.keys(due({ status: "closed" }, { coFiles: true, tierUnlocksOn: "2027-12-20" }))).toEqual([
    "outcome",
  ]);
});

test("what is not known is not planned", () => {
  const nothing = { meetingOn: null, meetingAt: null, recordDate: null, ballotOpenOn: null, voteBy: null };
  expect(due({ ...nothing, planVoteBy: null, status: "expected" })).toEqual({});
});

test("moving the last vote over midnight moves each reminder's day, not its time", () => {
  const before = due({ voteBy: newYork("2027-12-06T23:59") });
  const after = due({ voteBy: newYork("2027-12-07T00:01") });
  expect(before["vote-by-3"]).toBe("2027-12-03T14:00");
  expect(after["vote-by-3"]).toBe("2027-12-04T14:00");
});

test("every country has a zone that Node knows, and no country has none", () => {
  for (const country of countryCodes) {
    expect(() => new Intl.DateTimeFormat("en", { timeZone: zoneOf(country) })).not.toThrow();
  }
  expect(zoneOf("DE")).toBe("Europe/Berlin");
  expect(zoneOf("AR")).toBe("America/Argentina/Buenos_Aires");
  expect(zoneOf("US")).toBe("America/New_York");
  expect(zoneOf("BV"), "an island with no zone and nobody on it").toBe("UTC");
  const unzoned = countryCodes.filter((code) => zoneOf(code) === "UTC");
  expect(unzoned).toEqual(["BV", "HM"]);
});

const times = (dueAt: string, uselessAt = "2027-12-07T04:59:00Z") => ({
  reminder: "vote-by-3" as const,
  dueAt: new Date(dueAt),
  uselessAt: new Date(uselessAt),
});
const kept = (
  state: KeptReminder["state"],
  dueAt: string,
  reason: KeptReminder["reason"] = null,
): KeptReminder => ({ ...times(dueAt), state, reason });
const later = times("2027-12-03T14:00:00Z");
const at = new Date("2027-12-02T00:00:00Z");

const because = (silence: Silence | null = null) => ({
  silence,
  since: new Date("2027-12-03T15:00:00Z"),
  isReminded: () => true,
});

test("what is still to come is planned, what is past is not", () => {
  expect(changesTo([], [later], because(), at)).toEqual([{ ...later, state: "scheduled", reason: null }]);
  expect(changesTo([], [later], because(), later.dueAt)).toEqual([]);
});

test("a reminder moves with its date, stays unchanged, or is missed if too late", () => {
  const moved = times("2027-12-04T14:00:00Z");
  const row = kept("scheduled", "2027-12-03T14:00:00Z");
  expect(changesTo([row], [later], because(), at)).toEqual([]);
  expect(changesTo([row], [moved], because(), at)).toEqual([{ ...moved, state: "scheduled", reason: null }]);
  const past = times("2027-12-01T14:00:00Z", "2027-12-01T23:00:00Z");
  expect(changesTo([row], [past], because(), at)).toEqual([{ ...past, state: "missed", reason: "too-late" }]);
});

test("what is due and not yet queued stays due when it is planned again", () => {
  const row = kept("scheduled", "2027-12-03T14:00:00Z");
  expect(changesTo([row], [later], because(), new Date("2027-12-03T15:00:00Z"))).toEqual([]);
});

test("a reminder without its reason is cancelled, and returns while in time", () => {
  const row = kept("scheduled", "2027-12-03T14:00:00Z");
  expect(changesTo([row], [], because(), at)).toMatchObject([{ state: "cancelled", reason: "date-gone" }]);
  expect(changesTo([row], [later], because("outcome-known"), at)).toMatchObject([
    { state: "cancelled", reason: "outcome-known" },
  ]);
  const cancelled = kept("cancelled", "2027-12-03T14:00:00Z", "stopped");
  expect(changesTo([cancelled], [later], because(), at)).toMatchObject([
    { state: "scheduled", reason: null },
  ]);
  expect(changesTo([cancelled], [later], because(), later.dueAt)).toEqual([]);
  expect(changesTo([cancelled], [later], because("stopped"), at)).toEqual([]);
});

test("what was queued once is never touched again, even if its date moves", () => {
  const row = kept("queued", "2027-12-01T14:00:00Z");
  for (const silence of [null, "withdrawn"] as const) {
    expect(changesTo([row], [later], because(silence), at)).toEqual([]);
    expect(changesTo([row], [], because(silence), at)).toEqual([]);
  }
});

test("one that was missed comes back when its date moves into the future", () => {
  expect(changesTo([kept("missed", "2027-12-01T14:00:00Z")], [later], because(), at)).toMatchObject([
    { state: "scheduled" },
  ]);
});

test("one that waited for its date comes back after its time, while it is of use", () => {
  const halfPast = new Date("2027-12-03T14:30:00Z");
  const waits = kept("cancelled", "2027-12-03T14:00:00Z", "date-gone");
  expect(changesTo([waits], [later], because(), halfPast)).toEqual([
    { ...later, state: "scheduled", reason: null },
  ]);
  expect(changesTo([waits], [later], because(), later.uselessAt)).toEqual([]);
  for (const reason of ["withdrawn", "stopped", "not-asked"]) {
    const row = kept("cancelled", "2027-12-03T14:00:00Z", reason);
    expect(changesTo([row], [later], because(), halfPast), reason).toEqual([]);
  }
});

test("a reminder waiting for its date ends with its pledge or its reason", () => {
  const waits = kept("cancelled", "2027-12-03T14:00:00Z", "date-gone");
  expect(changesTo([waits], [], because(), at)).toEqual([]);
  expect(changesTo([waits], [later], because("withdrawn"), at)).toMatchObject([
    { state: "cancelled", reason: "withdrawn" },
  ]);
  expect(changesTo([waits], [], { ...because(), isReminded: () => false }, at)).toMatchObject([
    { state: "cancelled", reason: "not-asked" },
  ]);
});

test("an unplanned reminder goes late, once, to pledgers no later one reached", () => {
  const opened = { ...times("2027-12-01T14:00:00Z"), reminder: "ballot-open" as const };
  const before = { ...because(), since: new Date("2027-11-30T00:00:00Z") };
  expect(changesTo([], [opened], before, at)).toMatchObject([{ state: "scheduled" }]);
  expect(changesTo([], [opened], { ...before, since: new Date("2027-12-01T15:00:00Z") }, at)).toEqual([]);
  expect(changesTo([{ ...opened, state: "missed", reason: "newer-went" }], [opened], before, at)).toEqual([]);
  expect(changesTo([], [opened], before, opened.uselessAt)).toEqual([]);
  const went = kept("queued", "2027-12-01T18:00:00Z");
  expect(changesTo([went], [opened], before, at), "a later one went").toEqual([]);
  const earlier = kept("queued", "2027-11-30T18:00:00Z");
  expect(changesTo([earlier], [opened], before, at)).toMatchObject([{ state: "scheduled" }]);
  const other = { ...went, reminder: "proposal-deadline-30" as const };
  expect(changesTo([other], [opened], before, at), "about something else").toMatchObject([
    { state: "scheduled" },
  ]);
});

test("a date of a company in Tokyo is counted by the clocks of Tokyo, and told at nine of the holder", () => {
  const meeting = {
    zone: "Asia/Tokyo",
    meetingAt: new Date("2027-12-07T01:00:00Z"),
    voteBy: new Date("2027-12-06T14:59:00Z"),
  };
  expect(due(meeting, { zone: "Asia/Tokyo" })).toMatchObject({
    "vote-by-14": "2027-11-22T00:00",
    "meeting-day": "2027-12-06T23:00",
  });
  expect(due(meeting, { zone: "America/New_York" })).toMatchObject({
    "vote-by-14": "2027-11-22T14:00",
    "meeting-day": "2027-12-06T23:00",
  });
});
