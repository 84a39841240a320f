import { formatNumber, type Locale, words } from "./index.ts";

/** An item's votes, as plain digits. `percent`: of those for and against; null: nobody voted. */
export type CountedVotes = { percent: string | null; for: string; against: string; abstain: string | null };

/** Describes votes for readers: 27.27% (1,500,000 for, 4,000,001 against). */
export function describeVotes(locale: Locale, { percent, abstain, ...votes }: CountedVotes): string {
  const { results } = words(locale).totals;
  const count = (digits: string) => formatNumber(locale, BigInt(digits));
  const counts = [
    results.votes(count(votes.for), count(votes.against)),
    ...(abstain === null ? [] : [results.abstained(count(abstain))]),
  ].join(", ");
  return percent === null ? counts : `${results.percent(percent)} (${counts})`;
}
