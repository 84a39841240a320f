/** Why an organizer does not deliver a letter: a code that its writer is told in words. */
export const refusalReasons = [
  "threat",
  "personal-attack",
  "false-name",
  "links",
  "off-topic",
  "unlawful",
  "advertising",
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** Why an organizer does not publish a letter, or takes it from the page. `reports`: readers did, until a look. */
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

/** Open reports from which a letter is on no page until an organizer has looked: once, not after each look again. */
export const hiddenByReports = 3;

/** What waits for an organizer: held before anything becomes of it, asked to be published, reported by readers. */
export const moderationKinds = ["held", "awaiting", "reported"] as const;
export type ModerationKind = (typeof moderationKinds)[number];
