import type { CoFilingRule } from "#app/domain/campaign/meetings/meeting.ts";
import { type SourceOnPage, showSource } from "#app/domain/campaign/meetings/page-facts.ts";
import { trustInMeeting, trustInRule } from "#app/domain/campaign/meetings/trust.ts";
import { choosePrice } from "./price.ts";
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
