import { toMicro } from "#app/domain/base/micro.ts";
import type { CoFilingTier } from "./meeting.ts";

/** Rows of the form, and the most tiers a rule may have. */
export const tierRows = [1, 2, 3, 4, 5] as const;

/** Finds the least whole shares for a tier's amount at a price, both in dollars. */
export function sharesToReach({ atLeast }: Pick<CoFilingTier, "atLeast">, price: string): bigint {
  const [amount, each] = [toMicro(atLeast), toMicro(price)];
  return (amount + each - 1n) / each;
}
