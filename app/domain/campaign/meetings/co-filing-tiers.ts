import { toMicro } from "#app/domain/base/micro.ts";
import type { CoFilingTier } from "./meeting.ts";

/** The rows of the form; a rule has at most as many tiers. */
export const tierRows = [1, 2, 3, 4, 5] as const;

/** Finds the least whole shares for a tier's amount at a price, both in dollars. */
export function sharesToReach({ atLeast }: Pick<CoFilingTier, "atLeast">, price: string): bigint {
  const [amount, each] = [toMicro(atLeast), toMicro(price)];
  return (amount + each - 1n) / each;
}
