import type {
  HoldingForm,
  PledgeKind,
  Verification,
  VoteIntention,
} from "#app/domain/entries/pledges/pledge.ts";

/**
 * What is published of one group of holders; sums are decimal strings of whole shares, and null where fewer
 * than five told a number (`wholeShares`) or a range (`bucketMin`, `bucketMax`).
 */
export type PublishedCell = {
  holders: number;
  wholeShares: string | null;
  bucketHolders: number | null;
  bucketMin: string | null;
  bucketMax: string | null;
};

/**
 * The totals of one meeting as everyone may read them. Holders of funds have no vote and are apart, as a
 * number alone. Null: fewer than five.
 */
export type PublishedTotals = {
  publishedAt: Date;
  all: PublishedCell | null;
  byVerification: Partial<Record<Verification, PublishedCell>>;
  byHolding: Partial<Record<HoldingForm, PublishedCell>>;
  byKind: Partial<Record<Exclude<PledgeKind, "fund">, PublishedCell>>;
  /** What holders mean to do in general. */
  general: Partial<Record<VoteIntention, PublishedCell>>;
  /** By id of the ballot item. */
  byItem: Readonly<Record<number, Partial<Record<VoteIntention, PublishedCell>>>>;
  fundHolders: number | null;
  /** Groups that are too small to be shown, or would tell of one that is. */
  hidden: boolean;
};
