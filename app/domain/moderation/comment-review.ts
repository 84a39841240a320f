import type { NameReason } from "#app/domain/names/name-review.ts";

/** Why a comment looks wrong. One without any waits as well before it is shown, but is handed over. */
export const commentReasons = [
  "threat",
  "personal-attack",
  "profanity",
  "links",
  "contact",
  "unscreened",
] as const;
export type CommentReason = (typeof commentReasons)[number];

/** What an organizer reads before others do. */
export const wordKinds = ["name", "comment"] as const;
export type WordKind = (typeof wordKinds)[number];

export type WordReason = NameReason | CommentReason;

/** Why somebody signed, as the site may show it. */
export type PublishedReason = {
  /** Initials or name, as they agreed. */
  by: string;
  country: string;
  comment: string;
  /** Day in UTC. */
  signedOn: string;
};
