/** Why an organizer does not deliver a letter: codes, explained to its writer in words. */
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

/** Why an organizer hides a letter. `reports`: hidden by readers' reports until reviewed. */
export const hidingReasons = [
  "private-details",
  "personal-attack",
  "false-name",
  "off-topic",
  "unlawful",
  "advertising",
] as const;
export type HidingReason = (typeof hidingReasons)[number];

/** What a reader says is wrong with a public letter. */
export const reportReasons = ["private-details", "attack", "false-name", "advertising", "other"] as const;
export type ReportReason = (typeof reportReasons)[number];

/** Open reports that hide a letter until an organizer reviews it, if none has. */
export const hiddenByReports = 3;

/** What moderation waits for: letters on hold, requested for publication, or reported by readers. */
export const moderationKinds = ["held", "awaiting", "reported"] as const;
export type ModerationKind = (typeof moderationKinds)[number];
