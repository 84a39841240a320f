import {
  type CoFilingRule,
  type IssuerSnapshot,
  trustIn,
  windowPrice,
} from "#app/domain/campaign/meetings/meeting.ts";
import { type SourceOnPage, showSource } from "#app/domain/campaign/meetings/page-facts.ts";
import { trustInMeeting, trustInRule } from "#app/domain/campaign/meetings/trust.ts";
import type { CoFilingFacts } from "./queries.server.ts";

/** What the co-filing page says before any answers. */
export type CoFilingOnPage = {
  rule:
    | (Pick<CoFilingRule, "tiers" | "priceWindowDays" | "wordsAtMost" | "cureDays"> & {
        source: SourceOnPage;
      })
    | null;
  /** The last day for proposals, `YYYY-MM-DD`: only of a meeting with verified dates. */
  deadline: { day: string; year: number } | null;
  /** Why the holder is asked for a price; null while the recorded one is usable. */
  askPrice: { why: "no-price" } | { why: "price-stale"; asOf: string } | null;
};

/** Returns the facts for the page at `now`. An unverified one is marked and hides what follows from it. */
export function showCoFiling(
  { rule, snapshot, meeting }: CoFilingFacts,
  now: Date,
  zone: string,
): CoFilingOnPage {
  const price = rule && choosePrice(rule, snapshot, null, now);
  const day = meeting && trustInMeeting(meeting, now) === "verified" ? meeting.proposalDeadline : null;
  return {
    rule: rule && {
      tiers: rule.tiers,
      priceWindowDays: rule.priceWindowDays,
      wordsAtMost: rule.wordsAtMost,
      cureDays: rule.cureDays,
      source: showSource(rule, trustInRule(rule, now), zone),
    },
    deadline: day === null || meeting === null ? null : { day, year: meeting.year },
    askPrice:
      price === "price-stale" && snapshot?.asOf
        ? { why: "price-stale", asOf: snapshot.asOf }
        : typeof price === "string"
          ? { why: "no-price" }
          : null,
  };
}

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

export const papers = ["letter", "a4"] as const;
/** Letter by default, since the papers go to US brokers. */
export type Paper = (typeof papers)[number];
