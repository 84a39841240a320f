import type { CoFilingRule, CoFilingTier, IssuerSnapshot } from "../meetings/meeting.ts";
import type { Holding } from "../pledges/pledge.ts";
import { boundsOf, dollarsOf, toMicro } from "../pledges/shares.ts";

/**
 * The first day (`YYYY-MM-DD`) on which shares acquired at some time in a month (`YYYY-MM`) have certainly
 * been held for so many years: the anniversary of the month's last day. What was acquired on 29 February
 * completes a common year on 1 March.
 */
export function heldFor(heldSinceMonth: string, years: number): string {
  const [year = 0, month = 0] = heldSinceMonth.split("-").map(Number);
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return new Date(Date.UTC(year + years, month - 1, lastDay)).toISOString().slice(0, 10);
}

/** The least number of shares that a holding certainly is: of a range, its lower bound. */
export const leastShares = ({ shares, bucket }: Holding): string =>
  bucket === null ? shares : boundsOf(bucket).min.toString();

/** True where so many shares at this price are worth what the tier asks for; exactly as much is enough. */
export const reaches = (tier: CoFilingTier, shares: string, price: string): boolean =>
  toMicro(dollarsOf(shares, price)) >= toMicro(tier.atLeast);

/**
 * The highest price in the days that the rule looks back. Null where none is recorded, or where the rule
 * looks back less than the 60 days that the recorded one is of.
 */
export const windowPrice = (rule: CoFilingRule, snapshot: IssuerSnapshot): string | null =>
  rule.priceWindowDays >= 60 ? snapshot.priceHigh60d : null;

/**
 * The first day (`YYYY-MM-DD`) on which any tier of the rule unlocks for this holder alone, past days
 * included; null where none does, or where a price is missing. Whether rule and price are verified and
 * fresh is for the caller to ask (`trustIn`).
 */
export function tierUnlocksOn(input: {
  holding: Holding;
  heldSinceMonth: string;
  rule: CoFilingRule;
  snapshot: IssuerSnapshot;
}): string | null {
  const price = windowPrice(input.rule, input.snapshot);
  if (price === null) return null;
  const shares = leastShares(input.holding);
  const days = input.rule.tiers
    .filter((tier) => reaches(tier, shares, price))
    .map(({ years }) => heldFor(input.heldSinceMonth, years));
  return days.sort()[0] ?? null;
}
