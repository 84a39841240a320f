import type { MailProvider } from "./measure.ts";

/** How many signed in a period, and how many of them confirmed. */
export type Confirming = { signed: number; confirmed: number };

/** Minutes within which most people confirm: younger signatures say nothing about a block yet. */
export const patience = 15;

/**
 * Fewest signers, now and usually; the share of the usual rate below which it is a block; and how likely
 * chance may explain it: once in a hundred thousand checks.
 */
const blockedNeeds = { signed: 8, usualSigned: 100, share: 0.6, chance: 1e-5 };

/**
 * True where clearly fewer confirm than usual: under six tenths of the usual share, and so few that chance
 * hardly does it. Both count who confirmed within `patience` of signing, so that a block is seen within the
 * hour and a rush of new signers is none.
 */
export function isBlocked(recent: Confirming, usual: Confirming): boolean {
  if (recent.signed < blockedNeeds.signed || usual.signed < blockedNeeds.usualSigned) return false;
  const share = Math.min(0.99, usual.confirmed / usual.signed);
  if (recent.confirmed >= recent.signed * share * blockedNeeds.share) return false;
  return atMost(recent.confirmed, recent.signed, share) < blockedNeeds.chance;
}

/** Probability that at most `k` of `n` confirm, each with probability `share` (binomial distribution). */
function atMost(k: number, n: number, share: number): number {
  if (share <= 0) return 1;
  let logTerm = n * Math.log(1 - share);
  let sum = Math.exp(logTerm);
  for (let i = 1; i <= k; i++) {
    logTerm += Math.log((n - i + 1) / i) + Math.log(share / (1 - share));
    sum += Math.exp(logTerm);
  }
  return sum;
}

export type ProviderHealth = {
  provider: MailProvider;
  /** In the last 24 hours. */
  signed: number;
  /** Share who confirmed within an hour, of signers in the last 24 whole hours. Null without signers. */
  share: number | null;
  /** The same over the 28 days before. */
  usualShare: number | null;
  /** Median minutes; null if nobody confirmed. */
  medianWait: number | null;
  /** The last 24 hours and the current one, oldest first. */
  hours: Confirming[];
  /** Since when clearly fewer confirm than usual. Null: no block. */
  blocked: { since: string; recent: Confirming; usual: Confirming } | null;
};
