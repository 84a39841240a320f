import { createElement, type ReactElement } from "react";
import { alreadyPledged } from "./already-pledged.ts";
import { alreadySigned } from "./already-signed.ts";
import { alreadyWritten } from "./already-written.ts";
import { approvalAsked, approvalSentBack, approvalWithdrawn } from "./approval-news.ts";
import { approverChanged } from "./approver-changed.ts";
import { askName } from "./ask-name.ts";
import { codesAsked } from "./codes-asked.ts";
import { confirmLetter, confirmLetterReminder } from "./confirm-letter.ts";
import { confirmPledge, confirmPledgeReminder } from "./confirm-pledge.ts";
import { confirmReminder, confirmSignature } from "./confirm-signature.ts";
import { dataErased } from "./data-erased.ts";
import { dispatchPaused, dispatchWaits } from "./dispatch-news.ts";
import { letterHeld } from "./letter-held.ts";
import { letterPart } from "./letter-part.ts";
import { letterReceipt } from "./letter-receipt.ts";
import { letterRefused } from "./letter-refused.ts";
import { letterReleased } from "./letter-released.ts";
import { letterReplied } from "./letter-replied.ts";
import { letterSent } from "./letter-sent.ts";
import { manageLink } from "./manage-link.ts";
import { meetingResult } from "./meeting-result.ts";
import { noticeHeld } from "./notice-held.ts";
import { organizerCode } from "./organizer-code.ts";
import { organizerInvitation } from "./organizer-invitation.ts";
import { Frame } from "./parts/frame.tsx";
import type { Letter } from "./parts/letter.ts";
import { plainText } from "./parts/text.ts";
import { petitionChanged } from "./petition-changed.ts";
import { pledgeReceipt } from "./pledge-receipt.ts";
import { pledgeReminder } from "./pledge-reminder.ts";
import { receipt } from "./receipt.ts";
import { refusalsMany } from "./refusals-many.ts";
import { update } from "./update.ts";
import { updatePaused } from "./update-paused.ts";
import { updateTest } from "./update-test.ts";

/** Every email by name: its content for given props. */
export const emails = {
  "confirm-signature": confirmSignature,
  "confirm-reminder": confirmReminder,
  "already-signed": alreadySigned,
  receipt,
  "manage-link": manageLink,
  "ask-name": askName,
  "data-erased": dataErased,
  "petition-changed": petitionChanged,
  "notice-held": noticeHeld,
  "organizer-code": organizerCode,
  "codes-asked": codesAsked,
  "refusals-many": refusalsMany,
  "organizer-invitation": organizerInvitation,
  "approver-changed": approverChanged,
  "confirm-pledge": confirmPledge,
  "confirm-pledge-reminder": confirmPledgeReminder,
  "already-pledged": alreadyPledged,
  "pledge-receipt": pledgeReceipt,
  "pledge-reminder": pledgeReminder,
  "meeting-result": meetingResult,
  "confirm-letter": confirmLetter,
  "confirm-letter-reminder": confirmLetterReminder,
  "already-written": alreadyWritten,
  "letter-receipt": letterReceipt,
  "letter-held": letterHeld,
  "letter-released": letterReleased,
  "letter-refused": letterRefused,
  "letter-sent": letterSent,
  "letter-replied": letterReplied,
  update,
  "update-test": updateTest,
  "update-paused": updatePaused,
  "letter-part": letterPart,
  "dispatch-waits": dispatchWaits,
  "dispatch-paused": dispatchPaused,
  "approval-asked": approvalAsked,
  "approval-sent-back": approvalSentBack,
  "approval-withdrawn": approvalWithdrawn,
};

export type EmailName = keyof typeof emails;
export type EmailProps<Name extends EmailName> = Parameters<(typeof emails)[Name]>[0];

/** An email's name with its props. */
export type Email = { [Name in EmailName]: { name: Name; props: EmailProps<Name> } }[EmailName];

/** Writes an email's words, before any layout. */
export function write({ name, props }: Email): Letter {
  const letter: (props: never) => Letter = emails[name];
  return letter(props as never);
}

/** Lays out a bound letter as HTML. */
export const htmlOf = (letter: Letter): ReactElement => createElement(Frame, { letter });
export const textOf = plainText;
export { bindLetter } from "./parts/bind.ts";
export { partLetter, splitAtGaps } from "./parts/form.ts";
