import type { EmailState } from "#app/domain/queue/email.ts";

/** Outcomes of an email that somebody may have to check. */
export const failedStates = ["bounced", "complained", "failed", "unknown"] as const satisfies EmailState[];
export type FailedState = (typeof failedStates)[number];

/** Kinds of emails, as organizers know them. */
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
