import { micro, toMicro } from "#app/domain/base/micro.ts";
import { bucketBounds, type Holding, reviewAbove } from "./pledge.ts";

/** Rounds a decimal string down to whole shares: only whole ones are sure to carry a vote. */
export const wholeShares = (shares: string): bigint => toMicro(shares) / micro;

export function boundsOf(bucket: keyof typeof bucketBounds): { min: bigint; max: bigint } {
  const [min, max] = bucketBounds[bucket];
  return { min: BigInt(min), max: BigInt(max) };
}

/** True for a holding that waits for review before it counts: more than 10 million shares. */
export const needsReview = (holding: Holding | null): boolean =>
  holding?.shares != null && toMicro(holding.shares) > BigInt(reviewAbove) * micro;

/** Multiplies shares by dollars a share, decimal strings of up to six places, rounded down to cents. */
export function dollarsOf(shares: string, price: string): string {
  const cents = (toMicro(shares) * toMicro(price) * 100n) / (micro * micro);
  return `${cents / 100n}.${(cents % 100n).toString().padStart(2, "0")}`;
}
