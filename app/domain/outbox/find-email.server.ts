import { organizerCode } from "#app/domain/access/sign-in/code.server.ts";
import { emailOfWarning, isWarning } from "#app/domain/access/sign-in/warn-of-requests.server.ts";
import { confirmWithinDays } from "#app/domain/entries/signatures/signature.ts";
import { emailAboutApproval, isAboutApproval } from "#app/domain/outbox/contents/approval-email.ts";
import { emailAboutApprover, isAboutApprover } from "#app/domain/outbox/contents/approver-email.ts";
import { type AboutDispatch, emailAboutDispatch } from "#app/domain/outbox/contents/dispatch-email.ts";
import { emailAboutHeldNotice, isAboutHeldNotice } from "#app/domain/outbox/contents/held-notice-email.ts";
import { emailOfInvitation, isInvitation } from "#app/domain/outbox/contents/invitation-email.server.ts";
import { emailAboutLetter } from "#app/domain/outbox/contents/letter-email.server.ts";
import { isNotice, noticeEmail } from "#app/domain/outbox/contents/notice-email.server.ts";
import { emailAboutPledge } from "#app/domain/outbox/contents/pledge-email.server.ts";
import { emailAboutRefusals, isAboutRefusals } from "#app/domain/outbox/contents/refusals-email.ts";
import { isReminder, reminderEmail } from "#app/domain/outbox/contents/reminder-email.server.ts";
import { readUpdate } from "#app/domain/outgoing/updates/read-update.server.ts";
import { unsubscribeUrl } from "#app/domain/outgoing/updates/unsubscribe-link.server.ts";
import { unreadable } from "#app/domain/outgoing/updates/update.ts";
import { commonProps, localeOf } from "#app/domain/queue/common-props.ts";
import type { Mailing } from "#app/domain/queue/mailing.ts";
import { senderOf } from "#app/domain/queue/sender-of.ts";
import { localizedPath } from "#app/i18n/index.ts";
import { unlessExample } from "#app/lib/placeholders.ts";
import { createToken } from "#app/lib/token.server.ts";
import type { Message } from "#app/mail/transport.ts";
import type { Db } from "#db/index.ts";
import type { Email } from "#emails/index.ts";
import { findDelivery } from "./queries.server.ts";

/** Days for which a link to the page of one person works. */
const personalLinkDays = 7;

const inDays = (time: Date, days: number) => new Date(time.getTime() + days * 86_400_000);

export type AddressedEmail = {
  to: string;
  replyTo: string | null;
  from: string;
  email: Email;
} & Pick<Message, "unsubscribeUrl" | "attachments">;

/**
 * What one delivery says and to whom, read now: a name corrected a second ago is the name that is mailed.
 * Links and codes follow from times and ids of rows, so that the same rows make the same mail. Null when
 * the row, or what the mail is about, is gone.
 */
export async function findEmail(
  db: Db,
  mailing: Mailing,
  deliveryId: number,
): Promise<AddressedEmail | null> {
  const row = await findDelivery(db, deliveryId);
  if (row && isNotice(row)) {
    const written = await noticeEmail(db, mailing, row);
    return written && { ...addressed(mailing, row), ...written };
  }
  if (row && isReminder(row)) {
    const written = await reminderEmail(db, mailing, row);
    return written && { ...addressed(mailing, row), ...written };
  }
  const email = row && (await emailAbout(db, mailing, row));
  return email ? { ...addressed(mailing, row), email } : null;
}

function addressed({ from, localMode }: Mailing, { to, ...row }: Row) {
  const senderName = unlessExample(row.senderName, localMode);
  const senderAddress = unlessExample(row.senderAddress, localMode);
  const replyTo = unlessExample(row.replyTo, localMode);
  return { from: senderOf(from, { senderName, senderAddress }), to, replyTo };
}

type Row = NonNullable<Awaited<ReturnType<typeof findDelivery>>>;

async function emailAbout(db: Db, mailing: Mailing, row: Row): Promise<Email | null> {
  if (isAboutUpdate(row)) return emailAboutUpdate(db, mailing, row);
  if (isAboutDispatch(row)) return emailAboutDispatch(mailing, row);
  if (isAboutPledge(row)) return emailAboutPledge(db, mailing, row);
  if (isAboutHeldNotice(row)) return emailAboutHeldNotice(mailing, row);
  if (isAboutApproval(row)) return emailAboutApproval(mailing, row);
  if (isAboutRefusals(row)) return emailAboutRefusals(mailing, row);
  if (isWarning(row)) return emailOfWarning(mailing, row);
  if (isAboutApprover(row)) return emailAboutApprover(mailing, row);
  if (isInvitation(row)) return emailOfInvitation(mailing, row);
  if (isAboutLetter(row)) return emailAboutLetter(db, mailing, row);
  return emailOf(mailing, row);
}

/** A mail to an organizer about an update of theirs. */
type UpdateRow = Row & { updateId: number };
const isAboutUpdate = (row: Row): row is UpdateRow => row.updateId !== null;
const isAboutDispatch = (row: Row): row is AboutDispatch => row.dispatchPublicId !== null;
const isAboutPledge = (row: Row): row is Row & { pledgeId: string } => row.pledgeId !== null;
const isAboutLetter = (row: Row): row is Row & { letterId: string } => row.letterId !== null;

/** Null for the update itself, which goes in batches, and for the news that one stands still which goes on again. */
async function emailAboutUpdate(db: Db, mailing: Mailing, row: UpdateRow): Promise<Email | null> {
  const locale = localeOf(row.locale);
  if (row.template === "update-test") {
    const update = await readUpdate(db, mailing, row.updateId, locale);
    if (!update) return null;
    const { publicId, organizerName } = row;
    const link = unsubscribeUrl(mailing, { publicId, createdAt: new Date(row.createdAt), locale });
    return { name: row.template, props: { ...update.props, name: organizerName, unsubscribeUrl: link } };
  }
  if (row.template !== "update-paused" || row.pauseReason === null) return null;
  const path = `/organize/c/${row.slug}/updates/${row.updatePublicId}`;
  return {
    name: row.template,
    props: {
      ...commonProps(mailing, locale, row),
      name: row.organizerName,
      number: row.updateNumber,
      reason: row.pauseProblem === unreadable ? unreadable : row.pauseReason,
      problem: row.pauseProblem === unreadable ? null : row.pauseProblem,
      updateUrl: mailing.appUrl + localizedPath(locale, path),
    },
  };
}

function emailOf(mailing: Mailing, row: Row): Email | null {
  const { keys, appUrl } = mailing;
  const locale = localeOf(row.locale);
  const url = (path: string) => appUrl + localizedPath(locale, path);
  const common = commonProps(mailing, locale, row);
  if (row.tokenHash) {
    const code = organizerCode(keys, row.tokenHash);
    const expiresAt = new Date(row.codeExpiresAt);
    return { name: "organizer-code", props: { ...common, code, expiresAt, proves: row.proves } };
  }
  if (!row.supporterId) return null;

  const link = (purpose: "manage" | "confirm", subject: string, issuedAt: Date, expiresAt: Date) =>
    url(`/${purpose}/${createToken(keys, purpose, { subject, issuedAt, expiresAt })}`);
  const createdAt = new Date(row.createdAt);
  const personalUntil = inDays(createdAt, personalLinkDays);
  const { supporterId } = row;
  const personal = () => ({
    name: row.name,
    personalUntil,
    personalUrl: link("manage", supporterId, createdAt, personalUntil),
  });
  if (row.template === "manage-link") return { name: row.template, props: { ...common, ...personal() } };
  if (!row.signatureId) return null;

  const signed = { ...common, ...signedPetition(row), name: row.name };
  if (row.template === "confirm-signature" || row.template === "confirm-reminder") {
    const signedAt = new Date(row.signedAt);
    const deletedAt = inDays(signedAt, confirmWithinDays);
    const confirmUrl = link("confirm", row.signatureId, signedAt, deletedAt);
    return { name: row.template, props: { ...signed, signedAt, deletedAt, confirmUrl } };
  }
  if (!row.confirmedAt) return null;
  if (row.template === "ask-name") {
    const confirmedAt = new Date(row.confirmedAt);
    return {
      name: row.template,
      props: { ...common, ...personal(), confirmedAt, manageUrl: url("/manage") },
    };
  }
  const confirmed = {
    ...signed,
    confirmedAt: new Date(row.confirmedAt),
    receiptCode: row.receiptCode,
    manageUrl: url("/manage"),
  };
  if (row.template === "already-signed") return { name: row.template, props: confirmed };
  // A mail of the queue that has no words in `emails` does not compile here, and none goes as another one.
  const name: Email["name"] = row.template;
  return name === "receipt" ? { name, props: { ...confirmed, ...personal() } } : null;
}

const signedPetition = (row: Row) => ({
  petition: { summary: row.summary, version: row.petitionVersion, publishedAt: new Date(row.publishedAt) },
  display: row.display,
  consents: { updates: row.updates, deliverToCompany: row.deliverToCompany },
  held: { postalCode: row.hasPostalCode, comment: row.hasComment, source: row.hasSource },
});
