import { toMicro } from "#app/domain/base/micro.ts";
import {
  type CoFilingRule,
  type CoFilingTier,
  type IssuerSnapshot,
  windowPrice,
} from "#app/domain/campaign/meetings/meeting.ts";
import type { Holding } from "#app/domain/entries/pledges/pledge.ts";
import { boundsOf, dollarsOf } from "#app/domain/entries/pledges/shares.ts";

/** Adds years to a day (`YYYY-MM-DD`). A year that began on February 29 is whole on March 1. */
export function yearsAfter(day: string, years: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(Date.UTC(year + years, month - 1, date)).toISOString().slice(0, 10);
}

/** Finds a month's last day (`YYYY-MM` to `YYYY-MM-DD`). */
export function endOf(month: string): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

/** Returns the least shares of a holding: of a range, its lower bound. */
export const minShares = ({ shares, bucket }: Holding): string =>
  bucket === null ? shares : boundsOf(bucket).min.toString();

/** True where so many shares at this price are worth what the tier asks for; exactly as much is enough. */
export const reaches = (tier: CoFilingTier, shares: string, price: string): boolean =>
  toMicro(dollarsOf(shares, price)) >= toMicro(tier.atLeast);

/**
 * Returns the first day (`YYYY-MM-DD`) on which any tier unlocks for this holder alone, past days included:
 * counted from the end of the month, since its days are not known. Null where no tier does, or where a price
 * is missing. The caller checks that rule and price are verified and fresh (`trustIn`).
 */
export function tierUnlocksOn(input: {
  holding: Holding;
  heldSinceMonth: string;
  rule: CoFilingRule;
  snapshot: IssuerSnapshot;
}): string | null {
  const price = windowPrice(input.rule, input.snapshot);
  if (price === null) return null;
  const shares = minShares(input.holding);
  const days = input.rule.tiers
    .filter((tier) => reaches(tier, shares, price))
    .map(({ years }) => yearsAfter(endOf(input.heldSinceMonth), years));
  return days.sort()[0] ?? null;
}
