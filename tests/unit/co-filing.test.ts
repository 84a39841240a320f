import fc from "fast-check";
import { expect, test } from "vitest";
import { fromMicro, toMicro } from "#app/domain/base/micro.ts";
import type { CoFilingRule, IssuerSnapshot } from "#app/domain/campaign/meetings/meeting.ts";
import { type AssessInput, assess } from "#app/domain/entries/pledges/co-filing/assess.ts";
import { showCoFiling } from "#app/domain/entries/pledges/co-filing/co-filing-facts.ts";
import { coFilingFormOf, packetFormOf } from "#app/domain/entries/pledges/co-filing/co-filing-form.ts";
import { tierUnlocksOn, yearsAfter } from "#app/domain/entries/pledges/co-filing/tier-unlocks.ts";
import { sharesBuckets, type tenureBuckets } from "#app/domain/entries/pledges/pledge.ts";
import { boundsOf } from "#app/domain/entries/pledges/shares.ts";
import { bareMeeting } from "#tests/support/sample-meeting.ts";

const now = new Date("2026-11-24T12:00:00Z");
const checkedOn = {
  asOf: "2026-11-20",
  sourceUrl: null,
  verifiedAt: new Date("2026-11-21"),
  verifiedBy: "Ana",
};
const rule: CoFilingRule = {
  ...checkedOn,
  tiers: [
    { atLeast: "25000", years: 1 },
    { atLeast: "2000", years: 3 },
    { atLeast: "15000", years: 2 },
  ],
  priceWindowDays: 60,
  wordsAtMost: 500,
  cureDays: 14,
};
const zone = "America/New_York";
const snapshot: IssuerSnapshot = {
  ...checkedOn,
  id: 1,
  sharesOutstanding: null,
  price: "480",
  priceHigh60d: "500.000000",
};
const assessed = (shares: string, heldSinceMonth: string, more: Partial<AssessInput> = {}) =>
  assess(
    { holding: { shares, bucket: null }, heldSinceMonth, tenureBucket: null, rule, snapshot, zone, ...more },
    now,
  );

const months = fc
  .tuple(fc.integer({ min: 1986, max: 2400 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${year}-${String(month).padStart(2, "0")}`);

/** Whole years between two days, like birthdays. */
const wholeYears = (from: string, to: string) =>
  Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(5) < from.slice(5) ? 1 : 0);
const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
const daysOf = (month: string) =>
  Array.from({ length: 31 }, (_, index) => `${month}-${String(index + 1).padStart(2, "0")}`).filter((day) =>
    new Date(`${day}T00:00:00Z`).toISOString().startsWith(day),
  );

test("a tier unlocks on the first day that every day of the month allows", () => {
  fc.assert(
    fc.property(months, fc.integer({ min: 1, max: 10 }), (heldSinceMonth, years) => {
      const day = tierUnlocksOn({
        holding: { shares: "1000", bucket: null },
        heldSinceMonth,
        rule: { ...rule, tiers: [{ atLeast: "2000", years }] },
        snapshot,
      });
      const bought = daysOf(heldSinceMonth);
      for (const one of bought) expect(wholeYears(one, day ?? "")).toBeGreaterThanOrEqual(years);
      expect(wholeYears(bought.at(-1) ?? "", dayBefore(day ?? ""))).toBe(years - 1);
    }),
  );
});

test.each([
  ["2024-02", 1, "2025-03-01"],
  ["2024-02", 4, "2028-02-29"],
  ["2023-02", 1, "2024-02-28"],
  ["2023-12", 1, "2024-12-31"],
  ["2021-05", 3, "2024-05-31"],
])("of %s only the end is certain: %i years later is %s", (heldSinceMonth, years, day) => {
  const only = { ...rule, tiers: [{ atLeast: "2000", years }] };
  const holding = { shares: "100", bucket: null };
  expect(tierUnlocksOn({ holding, heldSinceMonth, rule: only, snapshot })).toBe(day);
});

test("exactly a tier's value is enough, and a fraction of a share less is not", () => {
  const atLeast = fc.integer({ min: 1, max: 999_999_999 }).map(String);
  const price = fc.bigInt({ min: 1n, max: 10n ** 12n }).map(fromMicro);
  fc.assert(
    fc.property(atLeast, price, (dollars, high) => {
      const only = { ...rule, tiers: [{ atLeast: dollars, years: 3 }] };
      const at = { ...snapshot, priceHigh60d: high };
      const needed = (toMicro(dollars) * 1_000_000n + toMicro(high) - 1n) / toMicro(high);
      const outcome = (shares: bigint) =>
        assessed(fromMicro(shares), "2010-01", { rule: only, snapshot: at }).outcome;
      expect(outcome(needed)).toBe("may-qualify-now");
      expect(outcome(needed - 1n)).toBe("not-yet");
    }),
  );
});

test("the shares that a tier needs are enough, and one fewer is not", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 10n ** 10n }).map(fromMicro), (high) => {
      const at = { ...snapshot, priceHigh60d: high };
      const answer = assessed("0.000001", "2010-01", { snapshot: at });
      fc.pre(answer.outcome === "not-yet");
      if (answer.outcome !== "not-yet") return;
      expect(answer.tier.atLeast).toBe("2000");
      expect(assessed(answer.sharesNeeded, "2010-01", { snapshot: at }).outcome).toBe("may-qualify-now");
      const fewer = String(BigInt(answer.sharesNeeded) - 1n);
      expect(assessed(fewer, "2010-01", { snapshot: at }).outcome).toBe("not-yet");
    }),
  );
});

test("a tier is now from its announced day on, and not before", () => {
  const holdings = fc.integer({ min: 4, max: 100 }).map(String);
  fc.assert(
    fc.property(
      holdings,
      months.filter((month) => month > "2024-01" && month < "2026-11"),
      (shares, month) => {
        const holding = { shares, bucket: null };
        const input = { holding, heldSinceMonth: month, tenureBucket: null, rule, zone };
        const ahead = assess({ ...input, snapshot }, now);
        fc.pre(ahead.outcome === "may-qualify-from");
        if (ahead.outcome !== "may-qualify-from") return;
        const at = (day: string) => {
          const then = new Date(`${day}T12:00:00Z`);
          return assess({ ...input, snapshot: { ...snapshot, asOf: day } }, then).outcome;
        };
        expect(at(dayBefore(ahead.day))).toBe("may-qualify-from");
        expect(at(ahead.day)).toBe("may-qualify-now");
        expect(tierUnlocksOn({ ...input, snapshot })).toBe(ahead.day);
      },
    ),
  );
});

test("the day begins in New York", () => {
  const holding = { shares: "10", bucket: null };
  const input = { holding, heldSinceMonth: "2023-11", tenureBucket: null, zone };
  const at = (time: string) => assess({ ...input, rule, snapshot }, new Date(time)).outcome;
  expect(at("2026-11-25T04:59:00Z")).toBe("may-qualify-from");
  const onTheDay = new Date("2026-11-30T05:00:00Z");
  const fresh = { ...snapshot, asOf: "2026-11-29" };
  expect(assess({ ...input, rule, snapshot: fresh }, onTheDay).outcome).toBe("may-qualify-now");
  const before = new Date("2026-11-30T04:59:59Z");
  expect(assess({ ...input, rule, snapshot: fresh }, before).outcome).toBe("may-qualify-from");
});

test("of open tiers the lowest is named, else the first to open", () => {
  expect(assessed("60", "2010-01")).toMatchObject({ outcome: "may-qualify-now", tier: { atLeast: "2000" } });
  expect(assessed("30", "2024-10")).toMatchObject({ outcome: "may-qualify-now", tier: { atLeast: "15000" } });
  expect(assessed("60", "2026-05")).toMatchObject({
    outcome: "may-qualify-from",
    day: "2027-05-31",
    tier: { atLeast: "25000" },
  });
  expect(assessed("30", "2026-05")).toMatchObject({ outcome: "may-qualify-from", day: "2028-05-31" });
  expect(assessed("4", "2026-05")).toMatchObject({ outcome: "may-qualify-from", day: "2029-05-31" });
});

test("a range of shares counts with its lower bound and says so", () => {
  fc.assert(
    fc.property(fc.constantFrom(...sharesBuckets), months, (bucket, heldSinceMonth) => {
      const input = { heldSinceMonth, tenureBucket: null, rule, snapshot, zone };
      const ofRange = assess({ ...input, holding: { shares: null, bucket } }, now);
      const shares = boundsOf(bucket).min.toString();
      expect(ofRange.shares).toBe(shares);
      expect(ofRange.sharesOfRange).toBe(true);
      const exact = assess({ ...input, holding: { shares, bucket: null } }, now);
      if (exact.outcome === "not-yet") expect(["not-yet", "cannot-tell"]).toContain(ofRange.outcome);
      else expect(ofRange).toEqual({ ...exact, sharesOfRange: true });
    }),
  );
});

test("of somebody who would rather not say, nothing is told", () => {
  const input = { heldSinceMonth: "2010-01", tenureBucket: null, rule, snapshot, zone };
  expect(assess({ ...input, holding: { shares: null, bucket: "not_said" } }, now)).toMatchObject({
    outcome: "cannot-tell",
  });
});

test("a range that begins below the lowest tier and ends above it tells nothing", () => {
  const input = { heldSinceMonth: "2010-01", tenureBucket: null, rule, zone };
  const at = (priceHigh60d: string) =>
    assess(
      { ...input, holding: { shares: null, bucket: "1-9" }, snapshot: { ...snapshot, priceHigh60d } },
      now,
    );
  expect(at("500")).toMatchObject({ outcome: "cannot-tell", why: "range-too-wide" });
  expect(at("222.22")).toMatchObject({ outcome: "not-yet" });
  expect(at("2000")).toMatchObject({ outcome: "may-qualify-now" });
});

test("a range of years counts with its lower bound, and an unknown time cannot be told", () => {
  const since = (tenureBucket: (typeof tenureBuckets)[number], shares = "60") =>
    assessed(shares, "", { heldSinceMonth: null, tenureBucket });
  expect(since("under_1_year")).toMatchObject({
    outcome: "may-qualify-from",
    day: yearsAfter("2026-11-24", 1),
  });
  expect(since("1_to_2_years")).toMatchObject({ outcome: "may-qualify-now", tier: { atLeast: "25000" } });
  expect(since("1_to_2_years", "30")).toMatchObject({ outcome: "may-qualify-from", day: "2027-11-24" });
  expect(since("2_to_3_years", "4")).toMatchObject({ outcome: "may-qualify-from", day: "2027-11-24" });
  expect(since("3_years_or_more", "4")).toMatchObject({ outcome: "may-qualify-now", tenureOfRange: true });
  expect(since("unsure")).toMatchObject({ outcome: "cannot-tell", why: "tenure-unknown" });
  expect(since("unsure", "3.999999")).toMatchObject({ outcome: "not-yet", sharesNeeded: "4" });
});

test("without a fresh rule or price nothing is computed, except by an own price", () => {
  expect(assessed("60", "2010-01", { rule: null })).toMatchObject({ outcome: "cannot-tell", why: "no-rule" });
  const without = { ...snapshot, priceHigh60d: null };
  const old = { ...snapshot, asOf: "2026-11-16" };
  expect(assessed("60", "2010-01", { snapshot: null })).toMatchObject({ why: "no-price" });
  expect(assessed("60", "2010-01", { snapshot: without })).toMatchObject({ why: "no-price", value: null });
  expect(assessed("60", "2010-01", { snapshot: old })).toMatchObject({ why: "price-stale", price: null });
  const unverifiedAndOld = { ...old, verifiedAt: null, verifiedBy: null };
  expect(assessed("60", "2010-01", { snapshot: unverifiedAndOld })).toMatchObject({ why: "price-stale" });
  expect(assessed("60", "2010-01", { snapshot: { ...old, asOf: null, verifiedAt: null } })).toMatchObject({
    why: "price-stale",
  });
  for (const one of [null, without, old])
    expect(assessed("60", "2010-01", { snapshot: one, ownPrice: "400" })).toMatchObject({
      outcome: "may-qualify-now",
      value: "24000.00",
      checked: false,
      price: { dollars: "400", own: true },
    });
  expect(assessed("60", "2010-01", { ownPrice: "1" })).toMatchObject({ value: "30000.00", checked: true });
});

test("a price of 60 days is none for a rule that looks back less", () => {
  const shorter = { ...rule, priceWindowDays: 30 };
  expect(assessed("60", "2010-01", { rule: shorter })).toMatchObject({ why: "no-price" });
  expect(assessed("60", "2010-01", { rule: { ...rule, priceWindowDays: 90 } }).outcome).toBe(
    "may-qualify-now",
  );
});

test("an answer is checked only where rule and price both are verified and fresh", () => {
  const unverified = { verifiedAt: null, verifiedBy: null };
  const checked = (more: Partial<AssessInput>) => assessed("60", "2010-01", more).checked;
  expect(checked({})).toBe(true);
  expect(checked({ rule: { ...rule, ...unverified } })).toBe(false);
  expect(checked({ snapshot: { ...snapshot, ...unverified } })).toBe(false);
  expect(checked({ rule: { ...rule, asOf: "2025-10-01" } })).toBe(false);
});

test("the page prints deadlines of verified meetings, and asks for a missing price", () => {
  const meeting = { ...bareMeeting, ...checkedOn, proposalDeadline: "2027-06-23" };
  const facts = showCoFiling({ rule, snapshot, meeting }, now, zone);
  expect(facts).toMatchObject({ deadline: { day: "2027-06-23", year: 2027 }, askPrice: null });
  expect(facts.rule?.source.trust).toBe("verified");
  const unverified = showCoFiling(
    {
      rule: { ...rule, verifiedAt: null },
      snapshot: { ...snapshot, asOf: "2026-10-01" },
      meeting: { ...meeting, verifiedAt: null },
    },
    now,
    zone,
  );
  expect(unverified).toMatchObject({ deadline: null, askPrice: { why: "price-stale", asOf: "2026-10-01" } });
  expect(unverified.rule?.source.trust).toBe("unverified");
});

test("the form takes a number or range, a month or rough time, or names a gap", () => {
  const codes = (fields: Record<string, string>) => {
    const parsed = coFilingFormOf(now).safeParse(fields);
    return parsed.success ? [] : parsed.error.issues.map(({ message }) => message);
  };
  const filled = { shares: "12.5", held_since_month: "2021-05" };
  expect(codes(filled)).toEqual([]);
  expect(codes({ shares: "", shares_bucket: "", held_since_month: "", tenure_bucket: "" })).toEqual([
    "shares-missing",
    "since-missing",
  ]);
  expect(codes({ ...filled, shares_bucket: "1-9", tenure_bucket: "unsure" })).toEqual([
    "shares-or-bucket",
    "month-or-tenure",
  ]);
  expect(codes({ ...filled, price: "512,30" })).toEqual(["price-plain"]);
  expect(codes({ ...filled, price: "0" })).toEqual(["price-plain"]);
  expect(codes({ ...filled, price: "$ 512.30" })).toEqual([]);
  expect(codes({ ...filled, held_since_month: "2026-12" })).toEqual(["month-future"]);
});

test("the papers take nothing that they need, and no long number for a name", () => {
  const parse = (fields: Record<string, string>) => packetFormOf(now).safeParse(fields);
  expect(parse({ name: " ", shares: "", held_since_month: "", paper: "" })).toMatchObject({
    data: { name: null, shares: null, held_since_month: null, paper: "letter" },
  });
  expect(parse({ name: "4111 1111 1111 1111" }).error?.issues[0]?.message).toBe("name-numbers");
  expect(parse({ name: "a".repeat(121) }).error?.issues[0]?.message).toBe("name-long");
  expect(parse({ paper: "legal" }).error?.issues[0]?.message).toBe("paper-unknown");
});
