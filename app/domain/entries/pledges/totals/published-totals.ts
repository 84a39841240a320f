import type {
  HoldingForm,
  PledgeKind,
  Verification,
  VoteIntention,
} from "#app/domain/entries/pledges/pledge.ts";

/**
 * Published figures of one group of holders. Sums are decimal strings of whole shares, null if fewer than
 * five gave a number (`wholeShares`) or a range (`bucketMin`, `bucketMax`).
 */
export type PublishedCell = {
  holders: number;
  wholeShares: string | null;
  bucketHolders: number | null;
  bucketMin: string | null;
  bucketMax: string | null;
};

/**
 * Public totals of one meeting. Fund holders have no vote, so they are separate, as a number only. Null:
 * fewer than five.
 */
export type PublishedTotals = {
  publishedAt: Date;
  all: PublishedCell | null;
  byVerification: Partial<Record<Verification, PublishedCell>>;
  byHolding: Partial<Record<HoldingForm, PublishedCell>>;
  byKind: Partial<Record<Exclude<PledgeKind, "fund">, PublishedCell>>;
  /** What holders intend in general. */
  general: Partial<Record<VoteIntention, PublishedCell>>;
  /** By id of the ballot item. */
  byItem: Readonly<Record<number, Partial<Record<VoteIntention, PublishedCell>>>>;
  fundHolders: number | null;
  /** Some groups are too small to be shown, or would reveal one that is. */
  hidden: boolean;
};
