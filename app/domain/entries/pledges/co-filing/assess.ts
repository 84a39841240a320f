import { toMicro } from "#app/domain/base/micro.ts";
import { dayInZone } from "#app/domain/base/zone-clock.ts";
import { sharesToReach } from "#app/domain/campaign/meetings/co-filing-tiers.ts";
import {
  type CoFilingRule,
  type CoFilingTier,
  type IssuerSnapshot,
  trustIn,
} from "#app/domain/campaign/meetings/meeting.ts";
import type { Holding, TenureBucket } from "#app/domain/entries/pledges/pledge.ts";
import { boundsOf, dollarsOf } from "#app/domain/entries/pledges/shares.ts";
import { choosePrice, type Price } from "./co-filing-facts.ts";
import { endOf, minShares, reaches, yearsAfter } from "./tier-unlocks.ts";

/** A holder's answers, named as in a pledge; either a month or a range. */
export type AssessInput = {
  holding: Holding;
  /** `YYYY-MM` */
  heldSinceMonth: string | null;
  tenureBucket: TenureBucket | null;
  rule: CoFilingRule | null;
  snapshot: IssuerSnapshot | null;
  /** The company's time zone. */
  zone: string;
  /** The price the holder looked up: used if the recorded one is missing or too old. */
  ownPrice?: string | null;
};

/** What an answer was computed with, and its day. */
export type CountedWith = {
  /** For a range, its lower bound. */
  shares: string;
  sharesOfRange: boolean;
  tenureOfRange: boolean;
  price: Price | null;
  /** Shares times price in dollars, rounded down to cents. */
  value: string | null;
  ruleAsOf: string | null;
  /** True if rule and price are both verified and fresh. */
  checked: boolean;
};

export type Assessment = CountedWith &
  (
    | { outcome: "may-qualify-now"; tier: CoFilingTier }
    | { outcome: "may-qualify-from"; tier: CoFilingTier; day: string }
    | { outcome: "not-yet"; why: "value-below"; tier: CoFilingTier; sharesNeeded: string }
    | { outcome: "cannot-tell"; why: "no-rule" | "no-price" | "price-stale" }
    | { outcome: "cannot-tell"; why: "range-too-wide" | "tenure-unknown"; tier: CoFilingTier }
  );

/**
 * Tells whether one holder alone may qualify to co-file under the rule, and if not yet, from which day
 * (`YYYY-MM-DD` in `zone`). Never adds one's shares to another's. A range counts with its lower bound, a
 * month from its end. Of several tiers open now, names the one that asks for the least value.
 */
export function assess({ rule, ...input }: AssessInput, now: Date): Assessment {
  const { holding, snapshot, ownPrice = null } = input;
  const shares = minShares(holding);
  const facts = {
    shares,
    sharesOfRange: holding.bucket !== null,
    tenureOfRange: input.heldSinceMonth === null && ![null, "unsure"].includes(input.tenureBucket),
  };
  const unpriced = { ...facts, price: null, value: null, ruleAsOf: rule?.asOf ?? null, checked: false };
  const tiers = byValue(rule?.tiers ?? []);
  const [lowest] = tiers;
  if (!rule || !lowest) return { ...unpriced, outcome: "cannot-tell", why: "no-rule" };

  const price = choosePrice(rule, snapshot, ownPrice, now);
  if (typeof price === "string") return { ...unpriced, outcome: "cannot-tell", why: price };
  const counted: CountedWith = {
    ...unpriced,
    price,
    value: dollarsOf(shares, price.dollars),
    checked: price.checked && trustIn(rule, "rule", now) === "verified",
  };

  const reached = tiers.filter((tier) => reaches(tier, shares, price.dollars));
  if (reached.length === 0) {
    if (mayReach(lowest, holding, price.dollars))
      return { ...counted, outcome: "cannot-tell", why: "range-too-wide", tier: lowest };
    const sharesNeeded = sharesToReach(lowest, price.dollars).toString();
    return { ...counted, outcome: "not-yet", why: "value-below", tier: lowest, sharesNeeded };
  }

  const today = dayInZone(input.zone, now);
  const unlocks = reached.flatMap((tier) => {
    const day = unlocksOn(input, tier.years, today);
    return day === null ? [] : [{ tier, day }];
  });
  const open = unlocks.find(({ day }) => day <= today);
  if (open) return { ...counted, outcome: "may-qualify-now", tier: open.tier };
  const [first] = unlocks.sort((a, b) => a.day.localeCompare(b.day));
  if (!first) return { ...counted, outcome: "cannot-tell", why: "tenure-unknown", tier: lowest };
  return { ...counted, outcome: "may-qualify-from", ...first };
}

const byValue = (tiers: readonly CoFilingTier[]) =>
  [...tiers].sort((a, b) => Number(toMicro(a.atLeast) - toMicro(b.atLeast)));

/** The least full years of each range. */
const leastYears = { under_1_year: 0, "1_to_2_years": 1, "2_to_3_years": 2, "3_years_or_more": 3 } as const;

function unlocksOn(
  { heldSinceMonth, tenureBucket }: Pick<AssessInput, "heldSinceMonth" | "tenureBucket">,
  years: number,
  today: string,
): string | null {
  if (heldSinceMonth !== null) return yearsAfter(endOf(heldSinceMonth), years);
  if (tenureBucket === null || tenureBucket === "unsure") return null;
  return yearsAfter(today, Math.max(0, years - leastYears[tenureBucket]));
}

/** True for a range that ends above the tier, or unsaid: the holder may be above or below it. */
const mayReach = (tier: CoFilingTier, { bucket }: Holding, price: string) =>
  bucket === "not_said" || (bucket !== null && reaches(tier, boundsOf(bucket).max.toString(), price));
