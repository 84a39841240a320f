import { type IssuerSnapshot, type staleAfterDays, trustIn } from "./meeting.ts";

/** A company's figures. Each has its own newest value: a snapshot without it hides no older one. */
export const issuerFigures = ["sharesOutstanding", "price", "priceHigh60d"] as const;
export type IssuerFigure = (typeof issuerFigures)[number];

const agesAs = {
  sharesOutstanding: "sharesOutstanding",
  price: "price",
  priceHigh60d: "price",
} as const satisfies Record<IssuerFigure, keyof typeof staleAfterDays>;

/**
 * Finds the snapshot that counts for `figure`, given a company's snapshots newest day first: the newest
 * verified and fresh one, else the newest that has the figure. Null when none has.
 */
export function countingFigure<S extends IssuerSnapshot>(
  snapshots: readonly S[],
  figure: IssuerFigure,
  now: Date,
): S | null {
  const telling = snapshots.filter((snapshot) => snapshot[figure] !== null);
  const reliable = telling.find((snapshot) => trustIn(snapshot, agesAs[figure], now) === "verified");
  return reliable ?? telling[0] ?? null;
}
