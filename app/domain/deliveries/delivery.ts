/** Every mail this platform sends: on a person's own account, an update, or news of an update for an organizer. */
const deliveryTemplates = [
  "confirm-signature",
  "confirm-reminder",
  "already-signed",
  "receipt",
  "manage-link",
  "organizer-code",
  "update",
  "update-test",
  "update-paused",
  "confirm-pledge",
  "confirm-pledge-reminder",
  "already-pledged",
  "pledge-receipt",
  "pledge-reminder",
  "confirm-letter",
  "confirm-letter-reminder",
  "already-written",
  "letter-receipt",
  "letter-held",
  "letter-released",
  "letter-refused",
  "letter-sent",
  "letter-replied",
  "letter-part",
  "dispatch-waits",
  "dispatch-paused",
  "ask-name",
  "organizer-invitation",
  "petition-changed",
  "approver-changed",
] as const;
export type DeliveryTemplate = (typeof deliveryTemplates)[number];

/** Mails that nobody waits for: they come due for many at once, stand behind all others, and any suppression stops them. */
export const unasked: readonly DeliveryTemplate[] = ["pledge-reminder", "petition-changed"];

/**
 * The life of one mail: `queued → claimed → accepted → delivered | delayed | bounced | complained`;
 * or it ends before it was sent (`suppressed`, `skipped`), was refused for good (`failed`), or may or may
 * not have been taken (`unknown`), which a webhook or a person settles and nothing sends again.
 */
export const deliveryStates = [
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
] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** Mails to one supporter in 24 hours, whatever anyone asks for with their address: updates, reminders and receipts apart. */
export const mailsPerDay = 3;

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
