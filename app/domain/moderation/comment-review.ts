import type { CommentReason, NameReason } from "#app/domain/screening/reasons.ts";

/** What moderation decides about. */
export const wordKinds = ["name", "comment"] as const;
export type WordKind = (typeof wordKinds)[number];

export type WordReason = NameReason | CommentReason;

/** Why somebody signed, as shown on the site. */
export type PublishedReason = {
  publicId: string;
  /** The author's language. */
  language: string;
  /** Initials or name, as the author chose. */
  by: string;
  country: string;
  comment: string;
  /** Day in UTC. */
  signedOn: string;
};
