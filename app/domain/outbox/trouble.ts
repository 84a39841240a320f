import type { DeliveryState, DeliveryTemplate } from "#app/domain/queue/delivery.ts";

/** What became of a mail that somebody may have to look at. */
export const troubles = ["bounced", "complained", "failed", "unknown"] as const satisfies DeliveryState[];
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

/** Of which kind each mail is. */
export const kindOfMail: Readonly<Record<DeliveryTemplate, MailKind>> = {
  "confirm-signature": "signature",
  "confirm-reminder": "signature",
  "already-signed": "signature",
  receipt: "signature",
  "manage-link": "signature",
  "ask-name": "signature",
  update: "update",
  "update-test": "update",
  "petition-changed": "petition",
  "confirm-pledge": "pledge",
  "confirm-pledge-reminder": "pledge",
  "already-pledged": "pledge",
  "pledge-receipt": "pledge",
  "pledge-reminder": "pledge",
  "confirm-letter": "letter",
  "confirm-letter-reminder": "letter",
  "already-written": "letter",
  "letter-receipt": "letter",
  "letter-held": "letter",
  "letter-released": "letter",
  "letter-refused": "letter",
  "letter-sent": "letter",
  "letter-replied": "letter",
  "letter-part": "company",
  "organizer-code": "organizer",
  "organizer-invitation": "organizer",
  "approver-changed": "organizer",
  "codes-asked": "organizer",
  "refusals-many": "organizer",
  "update-paused": "organizer",
  "notice-held": "organizer",
  "dispatch-waits": "organizer",
  "dispatch-paused": "organizer",
  "approval-asked": "organizer",
  "approval-sent-back": "organizer",
  "approval-withdrawn": "organizer",
};

const templates = Object.keys(kindOfMail) as DeliveryTemplate[];
/** The mails of one kind. */
export const mailsOfKind = (kind: MailKind) => templates.filter((template) => kindOfMail[template] === kind);
