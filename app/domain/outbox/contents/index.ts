import type { Content } from "#app/domain/outbox/content.server.ts";
import { alreadyPledged } from "./already-pledged.ts";
import { alreadySigned } from "./already-signed.ts";
import { alreadyWritten } from "./already-written.ts";
import { approvalAsked } from "./approval-asked.ts";
import { approvalSentBack } from "./approval-sent-back.ts";
import { approvalWithdrawn } from "./approval-withdrawn.ts";
import { approverChanged } from "./approver-changed.ts";
import { askName } from "./ask-name.ts";
import { codesAsked } from "./codes-asked.ts";
import { confirmLetterEmail } from "./confirm-letter.ts";
import { confirmLetterReminder } from "./confirm-letter-reminder.ts";
import { confirmPledgeEmail } from "./confirm-pledge.ts";
import { confirmPledgeReminder } from "./confirm-pledge-reminder.ts";
import { confirmReminder } from "./confirm-reminder.ts";
import { confirmSignatureEmail } from "./confirm-signature.ts";
import { dataErased } from "./data-erased.ts";
import { dispatchPaused } from "./dispatch-paused.ts";
import { dispatchWaits } from "./dispatch-waits.ts";
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
import { organizerCodeEmail } from "./organizer-code.ts";
import { organizerInvitation } from "./organizer-invitation.ts";
import { petitionChanged } from "./petition-changed.ts";
import { pledgeReceipt } from "./pledge-receipt.ts";
import { pledgeReminder } from "./pledge-reminder.ts";
import { receipt } from "./receipt.ts";
import { refusalsMany } from "./refusals-many.ts";
import { update } from "./update.ts";
import { updatePaused } from "./update-paused.ts";
import { updateTest } from "./update-test.ts";

/** Every email that is sent one by one. */
export const contents: readonly Content[] = [
  alreadyPledged,
  alreadySigned,
  alreadyWritten,
  approvalAsked,
  approvalSentBack,
  approvalWithdrawn,
  approverChanged,
  askName,
  codesAsked,
  confirmLetterReminder,
  confirmLetterEmail,
  confirmPledgeReminder,
  confirmPledgeEmail,
  confirmReminder,
  confirmSignatureEmail,
  dataErased,
  dispatchPaused,
  dispatchWaits,
  letterHeld,
  letterReceipt,
  letterRefused,
  letterReleased,
  letterReplied,
  letterSent,
  manageLink,
  meetingResult,
  noticeHeld,
  organizerCodeEmail,
  organizerInvitation,
  petitionChanged,
  pledgeReceipt,
  pledgeReminder,
  receipt,
  refusalsMany,
  updatePaused,
  updateTest,
];

/** Every email that has a row in `outbox`, with the kind organizers see. */
export const emailsQueued: readonly Pick<Content, "name" | "kind">[] = [...contents, update, letterPart];
