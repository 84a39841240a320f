import { proposerOf } from "#app/domain/campaign/meetings/items/proposer.ts";
import { type BallotItem, type Meeting, stateOfMeeting } from "#app/domain/campaign/meetings/meeting.ts";
import { type Result, reportedAs, resultOf } from "#app/domain/campaign/meetings/result.ts";
import { trustInItem } from "#app/domain/campaign/meetings/trust.ts";

/** A proposal's result at a past meeting. */
export type PastResult = {
  id: number;
  year: number;
  number: number | null;
  title: string;
  titleLanguage: string | undefined;
  /** Hidden: votes are recorded but unverified, so no share is computed. */
  result: Exclude<Result, { kind: "unknown" }> | { kind: "hidden" };
  /** Percentage for a chart. Null: hidden, or no number was reported. */
  drawn: number | null;
  votesFor: bigint | null;
  votesAgainst: bigint | null;
  /** Verified against its source. */
  verified: boolean;
  /** Only if verified. */
  sourceUrl: string | null;
};

/** A meeting that nobody can vote at any more, and whose results are not entered. */
export type AwaitedVote = { year: number; state: "closed" | "held" };

export type PastVotes = { results: PastResult[]; awaited: AwaitedVote[] };

export const awaitedVotes = (meetings: readonly Meeting[], now: Date): AwaitedVote[] =>
  meetings.flatMap((meeting) => {
    const state = stateOfMeeting(meeting, now);
    return state === "closed" || state === "held" ? [{ year: meeting.year, state }] : [];
  });

/** Past meetings that are shown. */
const meetingsAtMost = 3;

/**
 * Returns results of past proposals, latest first, as the company computes or as reported. Leaves out the
 * company's own.
 */
export function pastResults(meetings: readonly Meeting[], now: Date): PastResult[] {
  return meetings
    .map(({ year, items }) => items.flatMap((item) => pastResult(year, item, now) ?? []))
    .filter((results) => results.length > 0)
    .slice(0, meetingsAtMost)
    .flat();
}

/**
 * Returns whether results are only some of their meetings': a ballot's items are numbered from 1 without a
 * gap.
 */
export function isSelection(results: readonly Pick<PastResult, "year" | "number">[]): boolean {
  return [...new Set(results.map(({ year }) => year))].some((of) => {
    const numbers = new Set(results.flatMap(({ year, number }) => (year === of ? [number ?? 0] : [])));
    return numbers.has(0) || Math.max(...numbers) > numbers.size;
  });
}

function pastResult(year: number, item: BallotItem, now: Date): PastResult | null {
  const verified = trustInItem(item, now) === "verified";
  const result = publicResult(item, verified);
  if (item.status !== "voted" || proposerOf(item) === "company" || result.kind === "unknown") return null;
  const { id, number, title, titleLanguage, votesFor, votesAgainst } = item;
  return {
    id,
    year,
    number,
    title,
    titleLanguage,
    result,
    votesFor,
    votesAgainst,
    verified,
    drawn: drawnOf(result),
    sourceUrl: verified ? item.sourceUrl : null,
  };
}

/** Unverified votes give no share: the reported text replaces it, or nothing. */
function publicResult(item: BallotItem, verified: boolean): PastResult["result"] | { kind: "unknown" } {
  const result = resultOf(item);
  if (verified || result.kind !== "exact") return result;
  const reported = reportedAs(item);
  return reported.kind === "reported" ? reported : { kind: "hidden" };
}

function drawnOf(result: PastResult["result"]): number | null {
  if (result.kind === "hidden") return null;
  return result.kind === "exact" ? Number(result.percent) : percentIn(result.text);
}

/** The first percentage in a text. */
function percentIn(text: string): number | null {
  const found = /(\d{1,3}(?:\.\d+)?)\s*(?:%|percent|per cent)/.exec(text)?.[1];
  return found !== undefined && Number(found) <= 100 ? Number(found) : null;
}
