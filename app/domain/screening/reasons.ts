/**
 * Why a letter is on hold. `language`: it is not surely English or Spanish. `unscreened`: its words could not
 * be screened in time.
 */
export const holdReasons = ["threat", "personal-attack", "language", "links", "name", "unscreened"] as const;
export type HoldReason = (typeof holdReasons)[number];

/**
 * Why a name goes to name review before a handover. `repeat` is found by comparing names; `unscreened` could
 * not be screened in time.
 */
export const nameReasons = [
  "profanity",
  "slogan",
  "address",
  "digits",
  "character",
  "watched",
  "repeat",
  "empty",
  "symbols",
  "unscreened",
] as const;
export type NameReason = (typeof nameReasons)[number];

/**
 * What looks wrong in a comment. One without a reason still waits before it is public, but is handed over.
 */
export const commentReasons = [
  "threat",
  "personal-attack",
  "profanity",
  "links",
  "contact",
  "language",
  "unscreened",
] as const;
export type CommentReason = (typeof commentReasons)[number];
