import type { emailState } from "#db/schema/outbox.ts";
import type { EmailName } from "#emails/index.ts";

/** Every email that waits in the queue. */
export type EmailTemplate = Exclude<EmailName, "data-erased">;

/**
 * The life of one mail: `queued → claimed → accepted → delivered | delayed | bounced | complained`;
 * or it ends before it was sent (`suppressed`, `skipped`), was refused for good (`failed`), or may or may
 * not have been taken (`unknown`), which a webhook or a person settles and nothing sends again.
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
 * Mails to one supporter in 24 hours, by all that is asked for with their address. Apart from them go
 * updates, reminders, receipts, links to one's own data, and the first mail of a kind about an entry.
 */
export const mailsPerDay = 3;

/**
 * Links to their own data that are mailed to one person in 24 hours. No other form spends them, and a link
 * downloads and erases for as long: where they are used up, one of them still does. Only who opens such a
 * link gets more of them.
 */
export const linksPerDay = { byAddress: 3, byLink: 6 };

/**
 * Receipts of one person in 24 hours from which on no link that knows them enters anything more: who holds it
 * may be a stranger, and each entry is emailed.
 */
export const receiptsPerDay = 10;

/** Seconds in which a second mail of the same kind about the same thing is not made. */
export const quietSeconds = 60;

/** Seconds until the next try after the first, second … failure; after the last the mail is given up. */
export const backOffSeconds = [30, 120, 600, 3600, 21_600] as const;

/** Hours for which a provider remembers an idempotency key, less one: older tries are never repeated. */
export const repeatableHours = 23;

/** Hours after which a pending signer is reminded, once. */
export const remindAfterHours = 48;

/** Days for which a hard bounce keeps mails about one's own account away; bulk mail stays away for good. */
export const bounceRestsDays = 30;

/** Seconds until one try is given up. Much shorter than a lease. */
export const tryAtMostSeconds = 20;

/** Mails in one batch at most: the provider's limit for one call. */
export const batchSize = 100;
