import { emailStates } from "#app/domain/queue/email.ts";

/** The life of an update: `draft → scheduled → sending ⇄ paused → sent`, or `cancelled` on the way. */
export const updateStates = ["draft", "scheduled", "sending", "paused", "sent", "cancelled"] as const;
export type UpdateState = (typeof updateStates)[number];

/** The state of an update, as its page says it: a draft may wait for an approval, or have it. */
export type UpdateStage = UpdateState | "submitted" | "approved";

/**
 * Why an update is paused: an organizer stopped it, the provider's quota is used up, the provider
 * refuses our account or configuration, too many hard bounces or complaints, something that every
 * update must carry is not set, or its mails would say something else than was approved.
 */
export type PauseReason =
  | "organizer"
  | "quota"
  | "provider"
  | "bounces"
  | "complaints"
  | "not-ready"
  | "differs";

/** What the states of one update's mails add up to: the rows that are there and the people who are gone. */
export const mailStates = [...emailStates, "erased"] as const;
export type MailState = (typeof mailStates)[number];
export type MailCounts = Record<MailState, number>;

/** Characters of a subject and of a body at most. */
export const subjectAtMost = 150;

/** Tests of updates that one organizer sends themselves in an hour at most. */
export const testsAnHour = 20;

/** An update stops by itself when, after so many accepted mails, so large a part of them came back. */
export const breaker = { after: 200, hardBounces: 0.05, complaints: 0.003 };

/** The problem of an update that is paused because its words cite a claim that was taken back. */
export const unreadable = "words-unreadable";

/** Why an update stops: a cited claim was retracted, or the text differs from what was approved. */
export type StopReason = "unreadable" | "differs";
