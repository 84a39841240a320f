import type { BallotItem } from "./meeting.ts";

/** A vote's result: computed from votes, as for / (for + against); as reported; or unknown. */
export type Result =
  | { kind: "exact"; percent: string }
  | { kind: "reported"; text: string; language?: string | undefined }
  | { kind: "unknown" };

/**
 * Votes for as a share of votes for and against, as the company computes it: abstentions and broker
 * non-votes are left out. Percent with two decimals, half rounded up; null when nobody voted.
 */
export function percentFor(votesFor: bigint, votesAgainst: bigint): string | null {
  const all = votesFor + votesAgainst;
  if (all === 0n) return null;
  const hundredths = (votesFor * 20_000n + all) / (all * 2n);
  return `${hundredths / 100n}.${(hundredths % 100n).toString().padStart(2, "0")}`;
}

/** Reads an item's report, with or without recorded votes. */
export const reportedAs = ({
  reportedResult,
  reportedLanguage,
}: Pick<BallotItem, "reportedResult" | "reportedLanguage">): Result =>
  reportedResult === null
    ? { kind: "unknown" }
    : { kind: "reported", text: reportedResult, language: reportedLanguage };

/** Prefers an item's votes to its report. */
export function resultOf({
  votesFor,
  votesAgainst,
  reportedResult,
  reportedLanguage,
}: Pick<BallotItem, "votesFor" | "votesAgainst" | "reportedResult" | "reportedLanguage">): Result {
  const percent = votesFor === null || votesAgainst === null ? null : percentFor(votesFor, votesAgainst);
  if (percent !== null) return { kind: "exact", percent };
  return reportedAs({ reportedResult, reportedLanguage });
}
