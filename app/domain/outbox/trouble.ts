import type { EmailState } from "#app/domain/queue/email.ts";

/** What became of a mail that somebody may have to look at. */
export const troubles = ["bounced", "complained", "failed", "unknown"] as const satisfies EmailState[];
export type Trouble = (typeof troubles)[number];

/** The kinds of mails, as organizers know them. */
export const mailKindNames = [
  "signature",
  "update",
  "petition",
  "pledge",
  "letter",
  "company",
  "organizer",
] as const;
export type MailKind = (typeof mailKindNames)[number];
