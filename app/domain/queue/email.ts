import type { emailState } from "#db/schema/outbox.ts";
import type { EmailName } from "#emails/index.ts";

/** Every email that is queued in the outbox. */
export type EmailTemplate = EmailName;

/**
 * The states of an email: `queued → claimed → accepted → delivered | delayed | bounced | complained`; or
 * it ended unsent (`suppressed`, `skipped`), was refused for good (`failed`), or may have been accepted
 * (`unknown`), which only a webhook or a person settles: it is never retried.
 */
export const emailStates = [
  "queued",
  "claimed",
  "accepted",
  "delivered",
  "delayed",
  "bounced",
  "complained",
  "suppressed",
  "skipped",
  "failed",
  "unknown",
] as const satisfies readonly (typeof emailState.enumValues)[number][];
export type EmailState = (typeof emailState.enumValues)[number];

/**
 * Emails to one supporter in 24 hours that anyone with their address can cause. Not counted: updates,
 * reminders, receipts, links to their own data, and the first email of a kind about an entry.
 */
export const mailsPerDay = 3;

/**
 * Links to their own data emailed to one person in 24 hours. No other form uses them up. A link downloads and
 * erases for as long, so one of them still works when they are used up. Only from an opened link can more be
 * asked for.
 */
export const linksPerDay = { byAddress: 3, byLink: 6 };

/**
 * Receipts of one person in 24 hours after which no link that knows them enters anything more: a stranger may
 * hold the link, and each entry is emailed.
 */
export const receiptsPerDay = 10;

/** Seconds in which no second email of the same kind about the same thing is queued. */
export const quietSeconds = 60;

/** Seconds until the next try after the first, second … failure; after the last the email is given up. */
export const backOffSeconds = [30, 120, 600, 3600, 21_600] as const;

/** Hours for which a provider remembers an idempotency key, minus one: older tries are never repeated. */
export const repeatableHours = 23;

/**
 * True if an interrupted try is safe to repeat: files are written under one name, and Resend knows a call by
 * its key. To all others a repeated email is a second one.
 */
export const canRepeat = (transport: string) => transport === "file" || transport === "resend";

/** Hours after which a pending signer gets their one reminder. */
export const remindAfterHours = 48;

/** Days for which a hard bounce stops emails about one's own account. Bulk email stays stopped for good. */
export const bounceRestsDays = 30;

/** Seconds until a try times out. Much shorter than a lease. */
export const tryAtMostSeconds = 20;

/** Seconds that a claim lasts: longer than any try can take. */
export const leaseSeconds = 180;

/** Seconds that a call to many, and before it its emails, belong to one worker: longer than writing takes. */
export const callLeaseSeconds = 60;

/** Emails in a batch: the provider's limit for one call. */
export const batchSize = 100;
