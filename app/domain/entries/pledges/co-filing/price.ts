import {
  type CoFilingRule,
  type IssuerSnapshot,
  trustIn,
  windowPrice,
} from "#app/domain/campaign/meetings/meeting.ts";

/** The price for a holding: recorded, or looked up by the holder. Dollars, a decimal string. */
export type Price = { dollars: string; own: boolean; asOf: string | null; checked: boolean };

/** Chooses the recorded price while fresh, even unverified; else the holder's; else why there is none. */
export function choosePrice(
  rule: CoFilingRule,
  snapshot: IssuerSnapshot | null,
  ownPrice: string | null,
  now: Date,
): Price | "no-price" | "price-stale" {
  const recorded = snapshot && windowPrice(rule, snapshot);
  if (snapshot && recorded && isFresh(snapshot, now)) {
    const checked = trustIn(snapshot, "price", now) === "verified";
    return { dollars: recorded, own: false, asOf: snapshot.asOf, checked };
  }
  if (ownPrice !== null) return { dollars: ownPrice, own: true, asOf: null, checked: false };
  return recorded ? "price-stale" : "no-price";
}

/** Unverified prices age as well, and one without a date is old. */
const isFresh = ({ asOf, verifiedAt }: IssuerSnapshot, now: Date) =>
  trustIn({ asOf, verifiedAt: verifiedAt ?? new Date(0) }, "price", now) === "verified";
