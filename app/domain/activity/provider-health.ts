import type { MailProvider } from "./measure.ts";

/** People at one provider: who signed and who confirmed in a stretch of time. */
export type Confirming = { signed: number; confirmed: number };

/** Signers that say something, and what a share must fall under, of what is usual, before it is called out. */
const blockedNeeds = { signed: 20, usualSigned: 100, share: 0.6, deviations: 4 };

/**
 * True where clearly fewer confirm than usual: under six tenths of the usual share, and four standard deviations of
 * chance below it. Whoever signs confirms within minutes, so that a provider that takes no mails is seen within the hour.
 */
export function isBlocked(recent: Confirming, usual: Confirming): boolean {
  if (recent.signed < blockedNeeds.signed || usual.signed < blockedNeeds.usualSigned) return false;
  const share = Math.min(1, usual.confirmed / usual.signed);
  const got = recent.confirmed / recent.signed;
  const chance = Math.sqrt(Math.max(share * (1 - share), 0.0025) / recent.signed);
  return got < share * blockedNeeds.share && share - got > blockedNeeds.deviations * chance;
}

export type ProviderHealth = {
  provider: MailProvider;
  /** In the last 24 hours. */
  signed: number;
  /** Who confirmed within an hour, of those who signed in the last 24 whole hours; null where nobody signed. */
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
