import type { CampaignCompany } from "#app/domain/campaign/campaign.ts";
import type { IssuerSnapshot, MeetingState, Trust } from "#app/domain/campaign/meetings/meeting.ts";
import { trustInFigures } from "#app/domain/campaign/meetings/trust.ts";
import { dollarsOf } from "#app/domain/entries/pledges/shares.ts";
import type { PublicFundLetters } from "./fund-letters.ts";
import type { PastResult } from "./past-results.ts";
import type { PledgeCount } from "./pledge-count.ts";
import type { PublicVotedRate } from "./voted-rate.ts";

/** Why a derived figure is not shown: its input is missing, unverified or too old. */
export type WhyNot = "unset" | Exclude<Trust, "verified">;
export type Derived<T> = ({ shown: true } & T) | { shown: false; why: WhyNot };

/** Dollars as decimal strings. */
export type Value = Derived<{ dollars: string; price: string; asOf: string }>;
/** One percent of all shares outstanding. */
export type OnePoint = Derived<{ shares: bigint; outstanding: bigint; asOf: string }>;

/** Public facts about the pledges for a meeting. */
export type MeetingTotals = PledgeCount & {
  meetingTrust: Trust;
  meetingState: MeetingState;
  /** Value of the whole shares given as a number. Null if none are published or priced in dollars. */
  value: Value | null;
  voted: PublicVotedRate | null;
  fundLetters: PublicFundLetters | null;
};

/** Those of the meeting that a campaign asks about first at a company, and public facts about the company. */
export type PublicTotals = MeetingTotals & {
  /** Other meetings that take pledges. */
  others: MeetingTotals[];
  /** Years of meetings that were held and have no results yet. */
  held: number[];
  point: OnePoint;
  results: PastResult[];
};

/** For one of a campaign's companies; null: it has no meeting. */
export type TotalsPart = { company: CampaignCompany; totals: PublicTotals | null };

/** Values whole shares at the newest price, where that is verified and not stale. */
export function marketValueOf(wholeShares: string, figures: IssuerSnapshot | null, now: Date): Value {
  if (!figures?.price || figures.asOf === null) return { shown: false, why: "unset" };
  const { price } = trustInFigures(figures, now);
  if (price !== "verified") return { shown: false, why: price };
  const dollars = dollarsOf(wholeShares, figures.price);
  return { shown: true, dollars, price: figures.price, asOf: figures.asOf };
}

/** Returns one percent of the shares outstanding, where verified and not stale. */
export function sharesPerPercent(figures: IssuerSnapshot | null, now: Date): OnePoint {
  if (!figures?.sharesOutstanding || figures.asOf === null) return { shown: false, why: "unset" };
  const { sharesOutstanding: trust } = trustInFigures(figures, now);
  if (trust !== "verified") return { shown: false, why: trust };
  const { sharesOutstanding: outstanding, asOf } = figures;
  return { shown: true, shares: outstanding / 100n, outstanding, asOf };
}
