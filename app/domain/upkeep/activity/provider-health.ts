import type { MailProvider } from "./measure.ts";

/** People at one provider: who signed in a stretch of time, and who of them confirmed. */
export type Confirming = { signed: number; confirmed: number };

/** Most people who confirm do so within these minutes: younger signatures tell nothing of a block yet. */
export const patience = 15;

/**
 * Signers that say something; what a share must fall under, of what is usual; and how seldom chance may do
 * that: once in a hundred thousand looks.
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

/** Chance that at most `k` of `n` confirm, each with probability `share`: the binomial distribution. */
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
  /** Share who confirmed within an hour, of signers in the last 24 whole hours. Null where nobody signed. */
  share: number | null;
  /** The same over the 28 days before. */
  usualShare: number | null;
  /** Minutes that the middle one took; null where nobody confirmed. */
  medianWait: number | null;
  /** Who signed and who confirmed in each of the last 24 hours and the one under way, the oldest first. */
  hours: Confirming[];
  /** Since when clearly fewer confirm than usual. Null: as ever. */
  blocked: { since: string; recent: Confirming; usual: Confirming } | null;
};
