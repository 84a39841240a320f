import fc from "fast-check";
import { expect, test } from "vitest";
import { fromMicro, toMicro } from "#app/domain/base/micro.ts";
import { containsCardOrSsn } from "#app/domain/base/text.ts";
import { type Meeting, pledgeStage } from "#app/domain/campaign/meetings/meeting.ts";
import {
  answersOf,
  fundManagerField,
  pledgeConsentsOf,
  pledgeFormOf,
} from "#app/domain/entries/pledges/pledge-form.ts";
import { dollarsOf, needsReview, wholeShares } from "#app/domain/entries/pledges/shares.ts";
import { bareItem, bareMeeting } from "#tests/support/sample-meeting.ts";

const now = new Date("2027-11-10T12:00:00Z");

const aMeeting = (values: Partial<Meeting> = {}): Meeting => ({
  ...bareMeeting,
  status: "open",
  meetingOn: "2027-12-07",
  items: [anItem(7, "on_ballot"), anItem(8, "withdrawn")],
  ...values,
});

const anItem = (id: number, status: "on_ballot" | "withdrawn") => ({ ...bareItem, id, number: id, status });

const filled = {
  name: "Ada Sample",
  email: "ada@example.org",
  country: "US",
  kind: "direct",
  holding_form: "broker",
  shares: "12.5",
  consent_pledge: "on",
};

function read(fields: Record<string, string | string[]>, meeting = aMeeting()) {
  const parsed = pledgeFormOf(meeting, now, "en").safeParse({ ...filled, ...fields });
  return parsed.success
    ? { answers: answersOf(parsed.data), form: parsed.data }
    : { errors: parsed.error.issues.map(({ path, message }) => `${String(path[0])}: ${message}`) };
}

test("what a form says is exact, and what it leaves out is told as not told", () => {
  const { answers } = read({
    shares: "0012.500000",
    intention: "for",
    intention_7: "abstain",
    willing: ["attend", "attend"],
  });
  expect(answers).toMatchObject({
    kind: "direct",
    holdingForm: "broker",
    holding: { shares: "12.5", bucket: null },
    heldSinceMonth: null,
    heldOnRecordDate: "not_applicable",
    standingInstruction: "unsure",
    willing: ["attend"],
    intentions: [
      { item: null, intention: "for" },
      { item: 7, intention: "abstain" },
    ],
  });
});

test.each([
  [{ shares: "-5" }, "shares: shares-unclear"],
  [{ shares: "50-200" }, "shares: shares-range"],
  [{ shares: "0.000000" }, "shares: shares-none"],
  [{ held_since_month: "2021-13" }, "held_since_month: month-shape"],
  [{ held_since_month: "1986-02" }, "held_since_month: month-early"],
  [{ held_since_month: "2027-12" }, "held_since_month: month-future"],
  [{ held_since_month: "2021-05", tenure_bucket: "unsure" }, "held_since_month: month-or-tenure"],
  [{ consent_pledge: "yes" }, "consent_pledge: consent-pledge-missing"],
  [{ holding_form: "" }, "holding_form: holding-form-missing"],
  [{ kind: "fund" }, "shares: fund-no-shares"],
  [{ kind: "fund", shares: "", intention_7: "for" }, "intention: fund-no-items"],
  [{ intention_7: "maybe" }, "intention_7: intention-unknown"],
  [{ comment: "My number is 1234 5678 9012 3456." }, "comment: comment-numbers"],
  [{ name: "1234-5678-9012-3456" }, "name: name-numbers"],
] as [Record<string, string>, string][])("%o is refused: %s", (fields, error) => {
  expect(read(fields).errors).toContain(error);
});

test("all that is to be changed is said at once", () => {
  const none = { name: "", kind: "", holding_form: "", shares: "1,5", consent_pledge: "" };
  expect(read(none).errors?.sort()).toEqual([
    "consent_pledge: consent-pledge-missing",
    "holding_form: holding-form-missing",
    "kind: kind-missing",
    "name: name-missing",
    "shares: shares-unclear",
  ]);
});

test("one field takes a number, a range or nothing, and a fund's holder fills in none", () => {
  const held = (shares: string) => read({ shares }).answers?.holding;
  expect(held("12")).toEqual({ shares: "12", bucket: null });
  expect(held("100-999")).toEqual({ shares: null, bucket: "100-999" });
  expect(held("")).toEqual({ shares: null, bucket: "not_said" });
  expect(read({ kind: "fund", shares: "" }).answers?.holding).toBeNull();
});

test("a fund's manager is chosen or typed, and what is typed counts", () => {
  const managerOf = (fields: Record<string, string>) =>
    read({ kind: "fund", shares: "", ...fields }).answers?.fundManager;
  expect(managerOf({ manager: "vanguard" })).toBe("Vanguard");
  expect(managerOf({ manager: "other" })).toBeNull();
  expect(managerOf({ manager: "other", fund_manager: "Nuveen" })).toBe("Nuveen");
  expect(read({ manager: "mine" }).errors).toEqual(["manager: manager-unknown"]);
});

test("a retirement plan's name is refused, and a manager's is taken", () => {
  const problemWith = (name: string) => fundManagerField.safeParse(name).error?.issues[0]?.message ?? null;
  const plans = [
    "Boeing 401k",
    "Google LLC 401-K",
    "Google LLC 401–K",
    "401 (k)",
    "401(k)s",
    "403b",
    "Sample 403-(b)",
    "457(b)",
    "Boeing Retirement Savings",
    "Acme pension",
    "Acme Pensions",
    "Pension fund manager",
    "Acme profit sharing trust",
    "Acme Profit-Sharing",
    "thrift savings plan",
    "Thrift Savings",
    "TSP",
    "plan de pensiones de Ejemplo",
    "plan de retiro",
    "fondo de jubilación de Ejemplo",
    "Pensión Ejemplo",
    "fondo de retiro de Ejemplo",
    "ahorro para la jubilacion",
  ];
  expect(plans.filter((name) => problemWith(name) !== "manager-plan")).toEqual([]);
  const managers = [
    "Vanguard",
    "BlackRock",
    "Fidelity Investments",
    "T. Rowe Price",
    "TIAA",
    "Nuveen",
    "Principal Asset Management",
    "403 Broad Street Capital",
    "401 Kensington Advisers",
    "Planet Asset",
  ];
  expect(managers.filter((name) => problemWith(name) !== null)).toEqual([]);
});

test("the month of the day and the month of the first sale are taken", () => {
  expect(read({ held_since_month: "2027-11" }).answers?.heldSinceMonth).toBe("2027-11");
  expect(read({ held_since_month: "1986-03" }).answers?.heldSinceMonth).toBe("1986-03");
});

test("an expected meeting takes a general intention, and a removed item none", () => {
  const expected = read(
    { intention: "for", intention_7: "for" },
    aMeeting({ status: "expected", meetingOn: null }),
  );
  expect(expected.answers?.intentions).toEqual([{ item: null, intention: "for" }]);
  expect(read({ intention_8: "for" }).answers?.intentions).toEqual([]);
});

test("after the record date in New York the form asks about holding on it", () => {
  const on = aMeeting({ recordDate: "2027-11-09" });
  expect(read({}, on).errors).toEqual(["held_on_record_date: record-date-missing"]);
  expect(read({ held_on_record_date: "yes" }, on).answers?.heldOnRecordDate).toBe("yes");
  expect(read({}, aMeeting({ recordDate: "2027-11-10" })).errors).toBeUndefined();
});

test("voting ends at 23:59 in New York to the minute, in every zone of the machine", () => {
  const voteBy = new Date("2027-12-07T04:59:00Z");
  const stage = (at: string) => pledgeStage(aMeeting({ voteBy }), new Date(at));
  expect([stage("2027-12-07T04:58:59Z"), stage("2027-12-07T04:59:00Z")]).toEqual(["items", "outcome"]);
});

test("without a voting deadline they end with the meeting, or its day in New York", () => {
  const stage = (values: Partial<Meeting>, at: string) => pledgeStage(aMeeting(values), new Date(at));
  const meetingAt = new Date("2027-12-07T16:00:00Z");
  expect(stage({ meetingAt }, "2027-12-07T15:59:59Z")).toBe("items");
  expect(stage({ meetingAt }, "2027-12-07T16:00:00Z")).toBe("outcome");
  expect(stage({}, "2027-12-08T04:59:59Z")).toBe("items");
  expect(stage({}, "2027-12-08T05:00:00Z")).toBe("outcome");
});

test("each box agrees to one thing, and none is agreed to by silence", () => {
  const { form } = read({});
  expect(form && pledgeConsentsOf(form)).toEqual(["pledge"]);
  const all = read({ consent_updates: "on", consent_contact: "on", display: "initials" }).form;
  expect(all && pledgeConsentsOf(all)).toEqual(["pledge", "updates", "contact_cofile", "public_name"]);
});

test.each([
  "4111 1111 1111 1111",
  "4111-1111-1111-1111",
  "41111111 11111111",
  "control no. 1234567890123456",
  "4111.1111.1111.1111",
  "４１１１１１１１１１１１１１１１",
  "1234\n5678\n9012\n3456",
  "1234 – 5678 – 9012 – 3456",
  "1234 -- 5678 -- 9012 -- 3456",
  "1234  -  5678  -  9012  -  3456",
  "1234·5678·9012·3456",
  "[1234][5678][9012][3456]",
  "1234\n\n\n\n5678\n\n\n\n9012\n\n\n\n3456",
  "1\uFE0F\u20E32\uFE0F\u20E334567890123456",
  "4111 2011 1111 1111",
  "SSN 123456789",
  "3782 822463 10005",
  "my card 371449635398431.",
  "123_45_6789",
  "123 -- 45 -- 6789",
  "123-45-6789",
  "123 45 6789",
  "123\u201145\u20116789",
])("%o holds a number that nobody should give", (text) => {
  expect(containsCardOrSsn(text)).toBe(true);
});

test.each([
  "I have held 1,250 shares since 2019.",
  "Call me at +1 425 706 4400 on 2027-12-07.",
  "In 2018, 2019, 2020 and 2021 I voted.",
  "2023-12-07, 2024-12-10 and 2025-12-05",
  "10/12/2024 05/12/2025",
  "3782 822463 10006",
  "2019, 2020, 2021, 2022",
  "80 million dollars, 0.002 %, item 9, 14a-8",
])("%o holds none", (text) => {
  expect(containsCardOrSsn(text)).toBe(false);
});

const decimals = fc.bigInt({ min: 0n, max: 10n ** 18n - 1n });

test("shares are exact from the form to a sum and back", () => {
  fc.assert(
    fc.property(decimals, decimals, (a, b) => {
      expect(toMicro(fromMicro(a))).toBe(a);
      expect(toMicro(fromMicro(a)) + toMicro(fromMicro(b))).toBe(a + b);
      expect(wholeShares(fromMicro(a))).toBe(a / 1_000_000n);
    }),
  );
  expect(needsReview({ shares: "10000000", bucket: null })).toBe(false);
  expect(needsReview({ shares: "10000000.000001", bucket: null })).toBe(true);
  expect(dollarsOf("0.333333", "3")).toBe("0.99");
});
