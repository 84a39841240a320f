import { expect, test } from "vitest";
import {
  type Meeting,
  meetingNamed,
  openMeetings,
  pledgeStage,
  stateOfMeeting,
} from "#app/domain/campaign/meetings/meeting.ts";
import { patternOf } from "#app/domain/campaign/meetings/queries.server.ts";
import { meetingTasks } from "#app/domain/campaign/meetings/tasks.ts";
import { bareMeeting } from "#tests/support/sample-meeting.ts";

const inNewYork = (at: string) => new Date(`${at}-05:00`);

const aMeeting = (year: number, values: Partial<Meeting> = {}): Meeting => ({
  ...bareMeeting,
  id: year,
  year,
  ...values,
});

const expected = [2025, 2026, 2027, 2028].map((year) => aMeeting(year));
const yearsOn = (at: string, meetings = expected, chosen: number | null = null) =>
  openMeetings(meetings, chosen, inNewYork(at)).map(({ year }) => year);

test("this year's meeting takes pledges as well as the next, asked about first", () => {
  expect(yearsOn("2026-12-01T12:00:00")).toEqual([2026, 2027]);
  expect(yearsOn("2026-12-31T23:59:59")).toEqual([2026, 2027]);
  expect(yearsOn("2027-01-02T12:00:00")).toEqual([2027, 2028]);
  expect(yearsOn("2027-01-02T12:00:00", expected.slice(0, 3))).toEqual([2027, 2026]);
  expect(yearsOn("2026-12-01T12:00:00", expected, 2027)).toEqual([2027, 2026]);
});

test("an expected meeting counts as over on January 31 of the next year", () => {
  const stage = (at: string, values: Partial<Meeting> = {}) => {
    const meeting = aMeeting(2026, values);
    return [pledgeStage(meeting, inNewYork(at)), stateOfMeeting(meeting, inNewYork(at))];
  };
  expect(stage("2026-12-01T12:00:00")).toEqual(["general", "expected"]);
  expect(stage("2027-01-02T12:00:00")).toEqual(["general", "expected"]);
  expect(stage("2027-01-30T23:59:59")).toEqual(["general", "expected"]);
  expect(stage("2027-01-31T00:00:00")).toEqual(["outcome", "held"]);
  const meetingOn = "2026-12-10";
  expect(stage("2026-12-10T12:00:00", { meetingOn })).toEqual(["general", "expected"]);
  expect(stage("2026-12-11T00:00:00", { meetingOn })).toEqual(["outcome", "held"]);
});

test("the day after a meeting it is held, its results are missing, and the next takes pledges", () => {
  const held = aMeeting(2026, {
    status: "open",
    meetingOn: "2026-12-10",
    voteBy: inNewYork("2026-12-09T23:59:00"),
  });
  const state = (at: string, status: Meeting["status"] = "open") =>
    stateOfMeeting({ ...held, status }, inNewYork(at));
  expect(state("2026-12-09T23:58:00")).toBe("open");
  expect(state("2026-12-10T10:00:00")).toBe("closed");
  expect(state("2026-12-11T00:00:00")).toBe("held");
  expect(state("2026-12-11T00:00:00", "closed")).toBe("held");
  expect(state("2026-12-11T00:00:00", "results")).toBe("results");
  expect(yearsOn("2026-12-11T00:00:00", [held, aMeeting(2027)], 2026)).toEqual([2027]);
});

test("organizers are asked for a near meeting's dates, and for the result of one that was held", () => {
  const pattern = patternOf([
    { meetingOn: "2024-12-10", recordDate: "2024-09-30" },
    { meetingOn: "2025-12-05", recordDate: "2025-09-30" },
  ]);
  const tasks = (at: string, values: Partial<Meeting> = {}) =>
    meetingTasks([aMeeting(2027), aMeeting(2026, { pattern, ...values })], inNewYork(at)).map(
      ({ year, enter }) => `${year} ${enter}`,
    );
  expect(tasks("2026-09-30T12:00:00")).toEqual([]);
  expect(tasks("2026-12-01T12:00:00")).toEqual(["2026 dates"]);
  expect(tasks("2027-01-31T12:00:00")).toContain("2026 result");
  const dated = { status: "open", meetingOn: "2026-12-10" } as const;
  expect(tasks("2026-12-10T12:00:00", dated)).toEqual([]);
  expect(tasks("2026-12-11T00:00:00", dated)).toEqual(["2026 result"]);
  expect(tasks("2026-12-11T00:00:00", { ...dated, status: "results" })).toEqual([]);
  expect(tasks("2026-10-01T12:00:00")).toEqual(["2026 dates"]);
});

test("organizers are asked whose proposal a voted item is, until somebody says", () => {
  const voted = { status: "voted", proposedBy: null, proponent: null, campaignRecommendation: null } as const;
  const items = [
    { ...voted, id: 4, proposedBy: "company" },
    { ...voted, id: 5 },
    { ...voted, id: 6, proponent: "A shareholder" },
    { ...voted, id: 7, status: "on_ballot" },
    { ...voted, id: 8 },
  ] as unknown as Meeting["items"];
  const results = { status: "results", meetingOn: "2024-12-10", items } as const;
  const asked = (of: Meeting["items"]) =>
    meetingTasks([aMeeting(2024, { ...results, items: of })], inNewYork("2026-10-01T12:00:00"));
  expect(asked(items)).toMatchObject([{ year: 2024, enter: "proposers", items: [5, 8] }]);
  expect(asked(items.slice(2, 4))).toEqual([]);
});

test("a form is about the meeting that it names, and never about another one", () => {
  expect(meetingNamed(expected, undefined)?.year).toBe(2025);
  expect(meetingNamed(expected, "2027")?.year).toBe(2027);
  expect(meetingNamed(expected, "2024")).toBeNull();
});

test("a pattern names parts of months, and no days", () => {
  const days = (...pairs: [string | null, string | null][]) =>
    patternOf(pairs.map(([meetingOn, recordDate]) => ({ meetingOn, recordDate })));
  expect(
    days(
      ["2021-11-30", "2021-09-30"],
      [null, null],
      ["2023-12-07", "2023-09-29"],
      ["2024-12-10", "2024-09-30"],
      ["2025-12-05", "2025-09-30"],
    ),
  ).toEqual({
    meeting: { from: { month: 11, part: "late" }, to: { month: 12, part: "mid" } },
    recordDate: { from: { month: 9, part: "late" }, to: { month: 9, part: "late" } },
  });
  expect(days(["2025-12-05", "2025-09-30"])).toBeNull();
  expect(days(["2024-12-10", null], ["2025-12-05", null])?.recordDate).toBeNull();
  expect(days(["2024-01-10", null], ["2025-12-05", null])).toBeNull();
});
