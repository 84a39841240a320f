import { expect, test } from "vitest";
import { upcomingDeadlines } from "#app/domain/campaign/meetings/deadlines.ts";
import type { Meeting } from "#app/domain/campaign/meetings/meeting.ts";

const noon = (day: string) => new Date(`${day}T17:00:00Z`);
const meeting = {
  zone: "America/New_York",
  status: "open",
  meetingOn: "2027-12-05",
  recordDate: "2027-09-30",
  voteBy: new Date("2027-12-05T04:59:00Z"),
  asOf: "2027-09-01",
  verifiedAt: noon("2027-09-01"),
} as Meeting;
const ahead = (handoverOn: string | null, of: Meeting | null, now: Date, zone = meeting.zone) =>
  upcomingDeadlines({ handoverOn, zone }, of, now).map(
    ({ kind, on, daysLeft }) => `${kind} ${on} ${daysLeft}`,
  );

test("days ahead are in the order they come, with the days left in New York", () => {
  expect(ahead("2027-10-10", meeting, noon("2027-09-28"))).toEqual([
    "record 2027-09-30 2",
    "handover 2027-10-10 12",
    "vote 2027-12-04 67",
  ]);
});

test("a day is listed until its end, and then gone", () => {
  expect(ahead("2027-10-10", meeting, noon("2027-09-30"))).toContain("record 2027-09-30 0");
  expect(ahead("2027-10-10", meeting, noon("2027-10-11"))).toEqual(["vote 2027-12-04 54"]);
  expect(ahead(null, meeting, new Date("2027-12-05T05:00:00Z"))).toEqual([]);
});

test("dates of a meeting that nobody has verified are not given", () => {
  expect(ahead("2027-10-10", { ...meeting, verifiedAt: null }, noon("2027-09-28"))).toEqual([
    "handover 2027-10-10 12",
  ]);
  expect(ahead(null, null, noon("2027-09-28"))).toEqual([]);
});

test("days are those of the company: in Tokyo the next one has begun", () => {
  const tokyo = { ...meeting, zone: "Asia/Tokyo" };
  const evening = new Date("2027-09-29T16:00:00Z");
  expect(ahead("2027-10-10", tokyo, evening, "Asia/Tokyo")).toEqual([
    "record 2027-09-30 0",
    "handover 2027-10-10 10",
    "vote 2027-12-05 66",
  ]);
});
