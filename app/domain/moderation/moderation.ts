/** Why an organizer does not deliver a letter: a code that its writer is told in words. */
export const letterRefusalReasons = [
  "threat",
  "personal-attack",
  "false-name",
  "links",
  "off-topic",
  "unlawful",
  "advertising",
] as const;
export type LetterRefusalReason = (typeof letterRefusalReasons)[number];

/** Why an organizer hides a letter. `reports`: readers hid it until a review. */
export const hidingReasons = [
  "private-details",
  "personal-attack",
  "false-name",
  "off-topic",
  "unlawful",
  "advertising",
] as const;
export type HidingReason = (typeof hidingReasons)[number];

/** What a reader says is wrong with a published letter. */
export const reportReasons = ["private-details", "attack", "false-name", "advertising", "other"] as const;
export type ReportReason = (typeof reportReasons)[number];

/** Open reports that hide a letter until an organizer reviews it: once, not after each review again. */
export const hiddenByReports = 3;

/** What waits for an organizer: letters on hold, asked to be published, or reported by readers. */
export const moderationKinds = ["held", "awaiting", "reported"] as const;
export type ModerationKind = (typeof moderationKinds)[number];
