import { emailStates } from "#app/domain/queue/email.ts";

/** The states of an update: `draft → scheduled → sending ⇄ paused → sent`, or `cancelled` on the way. */
export const updateStates = ["draft", "scheduled", "sending", "paused", "sent", "cancelled"] as const;
export type UpdateState = (typeof updateStates)[number];

/** The state shown on its page: a draft may wait for approval, or have it. */
export type UpdateStage = UpdateState | "submitted" | "approved";

/**
 * Why an update is paused: an organizer paused it, the provider's quota is used up, the provider refuses our
 * account or configuration, too many hard bounces or complaints, something every update must include is not
 * set, its emails would differ from what was approved, or the database was restored while it went by itself.
 */
export type PauseReason =
  | "organizer"
  | "quota"
  | "provider"
  | "bounces"
  | "complaints"
  | "not-ready"
  | "differs"
  | "restored";

/** States of an update's emails; `erased` counts people whose email is gone. */
export const mailStates = [...emailStates, "erased"] as const;
export type MailState = (typeof mailStates)[number];
export type MailCounts = Record<MailState, number>;

/** Characters of a subject and of a greeting. */
export const maxSubjectLength = 150;
export const maxGreetingLength = 100;

/** Returns whether something was written in a language; a greeting that was only turned off is nothing. */
export const isWritten = (text: { subject: string; body: string; greeting: string | null }): boolean =>
  [text.subject, text.body, text.greeting].some(Boolean);

/** Tests that one organizer can send themselves in an hour. */
export const testsAnHour = 20;

/**
 * An update pauses when, after this many accepted emails, this share of them bounced or was complained about.
 */
export const breaker = { after: 200, hardBounces: 0.05, complaints: 0.003 };

/** The problem of an update that is paused because it cites a retracted claim. */
export const unreadable = "words-unreadable";

/** Why an update stops: a cited claim was retracted, or the text differs from what was approved. */
export type StopReason = "unreadable" | "differs";
