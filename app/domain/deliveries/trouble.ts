import type { DeliveryState, DeliveryTemplate } from "./delivery.ts";

/** What became of a mail that somebody may have to look at. */
export const troubles = ["bounced", "complained", "failed", "unknown"] as const satisfies DeliveryState[];
export type Trouble = (typeof troubles)[number];

/** The kinds of mails, as organizers know them. */
export const mailKinds = {
  signature: [
    "confirm-signature",
    "confirm-reminder",
    "already-signed",
    "receipt",
    "manage-link",
    "ask-name",
  ],
  update: ["update", "update-test"],
  petition: ["petition-changed"],
  pledge: [
    "confirm-pledge",
    "confirm-pledge-reminder",
    "already-pledged",
    "pledge-receipt",
    "pledge-reminder",
  ],
  letter: [
    "confirm-letter",
    "confirm-letter-reminder",
    "already-written",
    "letter-receipt",
    "letter-held",
    "letter-released",
    "letter-refused",
    "letter-sent",
    "letter-replied",
  ],
  company: ["letter-part"],
  organizer: [
    "organizer-code",
    "update-paused",
    "dispatch-waits",
    "dispatch-paused",
    "organizer-invitation",
    "approver-changed",
  ],
} as const satisfies Record<string, readonly DeliveryTemplate[]>;
export type MailKind = keyof typeof mailKinds;
export const mailKindNames = Object.keys(mailKinds) as MailKind[];

export const kindOfMail = (template: DeliveryTemplate): MailKind =>
  mailKindNames.find((kind) => (mailKinds[kind] as readonly string[]).includes(template)) ?? "organizer";
