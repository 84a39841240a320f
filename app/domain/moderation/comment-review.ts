import type { CommentReason, NameReason } from "#app/domain/screening/reasons.ts";

/** What an organizer reads before others do. */
export const wordKinds = ["name", "comment"] as const;
export type WordKind = (typeof wordKinds)[number];

export type WordReason = NameReason | CommentReason;

/** Why somebody signed, as the site may show it. */
export type PublishedReason = {
  publicId: string;
  /** The language of the person who wrote it. */
  language: string;
  /** Initials or name, as they agreed. */
  by: string;
  country: string;
  comment: string;
  /** Day in UTC. */
  signedOn: string;
};
