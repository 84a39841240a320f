import { expect, test } from "vitest";
import type { Meeting } from "#app/domain/campaign/meetings/meeting.ts";
import { holderCalendar, writeCalendar } from "#app/domain/entries/pledges/reminders/holder-calendar.ts";
import { bareMeeting } from "#tests/support/sample-meeting.ts";

const meeting: Meeting = {
  ...bareMeeting,
  id: 12,
  status: "open",
  meetingOn: "2027-12-07",
  meetingAt: new Date("2027-12-07T16:30:00Z"),
  recordDate: "2027-10-05",
  ballotOpenOn: "2027-10-21",
  proposalDeadline: "2027-08-31",
  voteBy: new Date("2027-12-07T04:59:00Z"),
  planVoteBy: new Date("2027-12-02T22:00:00Z"),
  asOf: "2027-06-20",
  verifiedAt: new Date("2027-06-20T12:00:00Z"),
  verifiedBy: "Olga Organizer",
};
const of = (values: Partial<Meeting> = {}, holdingForm: "broker" | "employee_plan" = "broker") => ({
  meeting: { ...meeting, ...values },
  company: "Sample Corporation",
  holdingForm,
  coFiles: false,
  locale: "en" as const,
  host: "sign.test",
});
const june = new Date("2027-07-01T12:00:00Z");

type Property = { name: string; parameters: string; value: string };
type Component = { name: string; properties: Property[]; inside: Component[] };

/** Parses a calendar by RFC 5545: lines end in CRLF; one that starts with a space continues the last. */
function parse(text: string): Component {
  expect(text.endsWith("\r\n")).toBe(true);
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const root: Component = { name: "", properties: [], inside: [] };
  const open = [root];
  for (const line of text.replaceAll("\r\n ", "").split("\r\n").slice(0, -1)) {
    const [, name = "", parameters = "", value = ""] = /^([A-Z-]+)((?:;[^:]*)?):(.*)$/.exec(line) ?? [];
    expect(name, `not a content line: ${line}`).not.toBe("");
    const current = open.at(-1) ?? root;
    if (name === "BEGIN") {
      const inner: Component = { name: value, properties: [], inside: [] };
      current.inside.push(inner);
      open.push(inner);
    } else if (name === "END") {
      expect(open.pop()?.name).toBe(value);
    } else {
      current.properties.push({
        name,
        parameters,
        value: value.replace(/\\([\\,;nN])/g, (_, escaped) => (/n/i.test(escaped) ? "\n" : escaped)),
      });
    }
  }
  expect(open).toEqual([root]);
  return root;
}
const read = (of: Component, name: string) =>
  of.properties.filter((property) => property.name === name).map(({ value }) => value)[0];
const whenOf = (event: Component) => {
  const start = event.properties.find(({ name }) => name === "DTSTART");
  return `${start?.parameters}${start?.value}`;
};
function eventsOf(text: string | Buffer | undefined) {
  const [calendar] = parse(String(text ?? "")).inside;
  expect(calendar).toMatchObject({ name: "VCALENDAR" });
  if (!calendar) throw new Error("no calendar");
  expect(read(calendar, "VERSION")).toBe("2.0");
  expect(read(calendar, "METHOD")).toBe("PUBLISH");
  expect(read(calendar, "PRODID")).toBeTruthy();
  return calendar.inside;
}

test("a meeting's dates are days or moments in UTC, with a warning before the vote", () => {
  const events = eventsOf(holderCalendar(of(), june)?.content);
  expect(events.map((event) => [read(event, "SUMMARY"), whenOf(event)])).toEqual([
    ["Record date for my shares", ";VALUE=DATE20271005"],
    ["Last moment to vote my shares", "20271207T045900Z"],
    ["Shareholders’ meeting", "20271207T163000Z"],
  ]);
  const [, vote] = events;
  expect(vote?.inside.map((alarm) => [alarm.name, read(alarm, "ACTION"), read(alarm, "TRIGGER")])).toEqual([
    ["VALARM", "DISPLAY", "-P3D"],
    ["VALARM", "DISPLAY", "-P1D"],
  ]);
  for (const alarm of vote?.inside ?? []) expect(read(alarm, "DESCRIPTION")).toBeTruthy();
});

test("a calendar follows its rows: same bytes, and moved dates keep their name", () => {
  const calendar = holderCalendar(of(), june);
  expect(holderCalendar(of(), june)).toEqual(calendar);
  const events = eventsOf(calendar?.content);
  expect(events.map((event) => read(event, "UID"))).toEqual([
    "meeting-12-record-date@sign.test",
    "meeting-12-vote@sign.test",
    "meeting-12-meeting@sign.test",
  ]);
  expect(new Set(events.map((event) => read(event, "DTSTAMP")))).toEqual(new Set(["20270620T120000Z"]));
  const moved = eventsOf(holderCalendar(of({ recordDate: "2027-10-06" }), june)?.content);
  expect(read(moved[0] as Component, "UID")).toBe("meeting-12-record-date@sign.test");
});

test("what was checked again has a larger number, by which a calendar moves it", () => {
  const sequence = (values: Partial<Meeting> = {}) => {
    const numbers = eventsOf(holderCalendar(of(values), june)?.content).map((event) =>
      read(event, "SEQUENCE"),
    );
    expect(new Set(numbers).size).toBe(1);
    return Number(numbers[0]);
  };
  const second = new Date(meeting.verifiedAt?.getTime() ?? 0);
  second.setSeconds(1);
  expect(sequence()).toBeGreaterThan(0);
  expect(sequence({ verifiedAt: second, recordDate: "2027-10-06" })).toBe(sequence() + 1);
  expect(sequence({ verifiedAt: new Date("2060-01-01T00:00:00Z") })).toBeLessThan(2 ** 31);
});

test("a calendar shows no company at a glance, and nothing of a person", () => {
  const calendar = String(holderCalendar(of(), june)?.content);
  for (const event of eventsOf(calendar)) expect(read(event, "SUMMARY")).not.toContain("Sample");
  expect(calendar).not.toMatch(/Olga|ATTENDEE|ORGANIZER|mailto/i);
});

test("what is past is left out, and where nothing is to come there is no file", () => {
  const summaries = (at: Date) =>
    eventsOf(holderCalendar(of(), at)?.content).map((event) => read(event, "SUMMARY"));
  expect(summaries(new Date("2027-10-06T03:59:00Z")), "the last minute of it in New York").toHaveLength(3);
  expect(summaries(new Date("2027-10-06T04:00:00Z"))).toHaveLength(2);
  expect(summaries(new Date("2027-12-07T04:59:00Z"))).toEqual(["Shareholders’ meeting"]);
  expect(holderCalendar(of(), new Date("2027-12-08T14:00:00Z"))).toBeNull();
  expect(holderCalendar(of({ verifiedAt: null }), june)).toBeNull();
});

test("the calendar has plan and co-filing deadlines, and days without times", () => {
  const plan = eventsOf(holderCalendar(of({}, "employee_plan"), june)?.content);
  expect(plan.map(whenOf)).toContain("20271202T220000Z");
  const coFiler = eventsOf(holderCalendar({ ...of({ meetingAt: null }), coFiles: true }, june)?.content);
  expect(coFiler.map(whenOf)).toEqual([
    ";VALUE=DATE20270831",
    ";VALUE=DATE20271005",
    "20271207T045900Z",
    ";VALUE=DATE20271207",
  ]);
});

test("words in any script, with calendar signs, come back unchanged", () => {
  const summary = "Ñandú; „größte“, 李小龍 \\ ".repeat(9).trim();
  const about = "one, two; three\nand a second line";
  const dates = [{ name: "a", summary, about, day: "2027-10-05" }];
  const [event] = eventsOf(
    writeCalendar({ title: "Tage, Äcker", dates, checkedAt: june, host: "sign.test" }),
  );
  expect(event && read(event, "SUMMARY")).toBe(summary);
  expect(event && read(event, "DESCRIPTION")).toBe(about);
});
