import { fromMicro, toMicro } from "#app/domain/base/micro.ts";
import { sharesToReach } from "#app/domain/campaign/meetings/co-filing-tiers.ts";
import {
  countingFigure,
  type IssuerFigure,
  issuerFigures,
} from "#app/domain/campaign/meetings/counting-figure.ts";
import {
  type CoFilingRule,
  type IssuerSnapshot,
  type Trust,
  windowPrice,
} from "#app/domain/campaign/meetings/meeting.ts";
import { type SourceOnPage, showSource } from "#app/domain/campaign/meetings/page-facts.ts";
import { trustInFigures, trustInRule } from "#app/domain/campaign/meetings/trust.ts";

/** A company's figures for a page: plain digits, each with its trust. */
export type FiguresOnPage = {
  id: number;
  sharesOutstanding: string | null;
  price: string | null;
  priceHigh60d: string | null;
  trust: { price: Trust; sharesOutstanding: Trust };
  source: SourceOnPage;
};

export function showFigures(snapshot: IssuerSnapshot, now: Date, zone: string): FiguresOnPage {
  const trust = trustInFigures(snapshot, now);
  return {
    id: snapshot.id,
    sharesOutstanding: snapshot.sharesOutstanding === null ? null : `${snapshot.sharesOutstanding}`,
    price: dollars(snapshot.price),
    priceHigh60d: dollars(snapshot.priceHigh60d),
    trust,
    source: showSource(
      snapshot,
      snapshot.sharesOutstanding === null ? trust.price : trust.sharesOutstanding,
      zone,
    ),
  };
}

/** A figure's current value, with its day and source; null if unknown. */
export type FigureOnPage = { figure: IssuerFigure; values: FiguresOnPage | null };

/** Shows the figures that count at `now`. Takes snapshots newest day first. */
export const showCounting = (snapshots: readonly IssuerSnapshot[], now: Date, zone: string): FigureOnPage[] =>
  issuerFigures.map((figure) => {
    const snapshot = countingFigure(snapshots, figure, now);
    return { figure, values: snapshot && showFigures(snapshot, now, zone) };
  });

/** With at least cents: `512.30`. */
function dollars(price: string | null): string | null {
  if (price === null) return null;
  const [whole, part = ""] = fromMicro(toMicro(price)).split(".");
  return `${whole}.${part.padEnd(2, "0")}`;
}

/** Why nothing is computed from the rule. */
export type RuleBlocked = "unverified" | "stale" | "noPrice" | "priceUnverified" | "priceStale" | "window";

export type RuleOnPage = {
  /** `shares`: whole shares that reach the amount, once rule and price are verified and fresh. */
  tiers: { atLeast: string; years: number; shares: string | null }[];
  /** The price that `shares` is computed from, and its day. */
  price: { dollars: string; asOf: string } | null;
  blocked: RuleBlocked[];
  priceWindowDays: number;
  wordsAtMost: number;
  cureDays: number;
  source: SourceOnPage;
};

/** Shows Rule 14a-8, with what follows from it at the price that counts where both can be built on. */
export function showRule(
  rule: CoFilingRule,
  snapshot: IssuerSnapshot | null,
  now: Date,
  zone: string,
): RuleOnPage {
  const trust = trustInRule(rule, now);
  const blocked = blockedBy(rule, trust, snapshot, now);
  const price = blocked.length > 0 ? null : (snapshot?.priceHigh60d ?? null);
  return {
    tiers: rule.tiers.map(({ atLeast, years }) => ({
      atLeast,
      years,
      shares: price === null ? null : `${sharesToReach({ atLeast }, price)}`,
    })),
    price: price === null ? null : { dollars: dollars(price) ?? price, asOf: snapshot?.asOf ?? "" },
    blocked,
    priceWindowDays: rule.priceWindowDays,
    wordsAtMost: rule.wordsAtMost,
    cureDays: rule.cureDays,
    source: showSource(rule, trust, zone),
  };
}

function blockedBy(
  rule: CoFilingRule,
  trust: Trust,
  snapshot: IssuerSnapshot | null,
  now: Date,
): RuleBlocked[] {
  const blocked: RuleBlocked[] = trust === "verified" ? [] : [trust];
  if (snapshot === null || snapshot.priceHigh60d === null) return [...blocked, "noPrice"];
  if (windowPrice(rule, snapshot) === null) blocked.push("window");
  const { price } = trustInFigures(snapshot, now);
  if (price !== "verified") blocked.push(price === "stale" ? "priceStale" : "priceUnverified");
  return blocked;
}
