import { characters } from "#app/domain/base/text.ts";
import { findSettings } from "#app/domain/entries/letters/find-settings.server.ts";
import type { MailedLetter } from "#app/domain/entries/letters/held-letter.ts";
import { nextLetterFrom } from "#app/domain/entries/letters/next-letter.server.ts";
import { findMailedLetter, listReplies } from "#app/domain/entries/letters/queries.server.ts";
import { confirmWithinDays } from "#app/domain/entries/signatures/signature.ts";
import type { findDelivery } from "#app/domain/outbox/queries.server.ts";
import { commonProps, localeOf } from "#app/domain/queue/common-props.ts";
import type { Mailing } from "#app/domain/queue/mailing.ts";
import { listConsentsInForce } from "#app/domain/supporters/queries.server.ts";
import { localizedPath } from "#app/i18n/index.ts";
import { createToken, type TokenPurpose } from "#app/lib/token.server.ts";
import type { Db } from "#db/index.ts";
import type { Email } from "#emails/index.ts";

type LetterRow = NonNullable<Awaited<ReturnType<typeof findDelivery>>> & { letterId: string };

/** Days for which a link to what belongs to one person works. */
const personalLinkDays = 7;
const inDays = (time: Date, days: number) => new Date(time.getTime() + days * 86_400_000);

/**
 * What a mail about a letter says to its writer, read now: the same rows make the same mail. Null when the letter is
 * gone or no longer what the mail would say. Neither its words nor a number of shares is in it.
 */
export async function emailAboutLetter(db: Db, mailing: Mailing, row: LetterRow): Promise<Email | null> {
  const letter = await findMailedLetter(db, row.letterId);
  if (!letter) return null;
  const locale = localeOf(row.locale);
  const url = (path: string) => mailing.appUrl + localizedPath(locale, path);
  const link = (purpose: TokenPurpose, subject: string, issuedAt: Date, days: number) =>
    createToken(mailing.keys, purpose, { subject, issuedAt, expiresAt: inDays(issuedAt, days) });
  const common = { ...commonProps(mailing, locale, row), name: letter.name };
  const told = { ...common, ...(await writtenOf(db, letter)) };

  if (row.template === "confirm-letter" || row.template === "confirm-letter-reminder") {
    const { publicId, createdAt: writtenAt } = letter;
    const confirmUrl = url(`/confirm/${link("confirm-letter", publicId, writtenAt, confirmWithinDays)}`);
    const deletedAt = inDays(writtenAt, confirmWithinDays);
    return { name: row.template, props: { ...told, writtenAt, deletedAt, confirmUrl } };
  }
  const { confirmedAt, handedOverAt } = letter;
  if (!confirmedAt) return null;
  const manageUrl = url("/manage");
  if (row.template === "already-written") {
    const handedOver = handedOverAt && { at: handedOverAt, nextFrom: nextLetterFrom(handedOverAt) };
    return { name: row.template, props: { ...common, confirmedAt, handedOver, manageUrl } };
  }

  const queuedAt = new Date(row.createdAt);
  const personalUntil = inDays(queuedAt, personalLinkDays);
  const personalUrl = url(`/manage/${link("manage", letter.supporterPublicId, queuedAt, personalLinkDays)}`);
  const personal = { personalUrl, personalUntil, manageUrl };
  switch (row.template) {
    case "letter-receipt":
      return {
        name: row.template,
        props: { ...told, ...personal, confirmedAt, rhythm: await findSettings(db, letter.campaignId) },
      };
    case "letter-released":
      return {
        name: row.template,
        props: { ...told, ...personal, rhythm: await findSettings(db, letter.campaignId) },
      };
    case "letter-held": {
      const heldReason = letter.heldReason ?? "";
      return { name: row.template, props: { ...told, ...personal, confirmedAt, heldReason } };
    }
    case "letter-refused": {
      const refusedReason = letter.moderationReason ?? "";
      return {
        name: row.template,
        props: { ...common, ...personal, refusedReason, answered: row.replyTo !== null },
      };
    }
    case "letter-sent": {
      const { dispatch, sentSha256: sha256, state, withdrawnAt } = letter;
      if (!handedOverAt || !sha256) return null;
      const sent = { handedOverAt, dispatch, sha256, withdrawnAt, filed: state === "filed" };
      return { name: row.template, props: { ...common, ...personal, ...sent } };
    }
    case "letter-replied": {
      const newest = (await listReplies(db, letter.dispatchId)).at(-1);
      if (!newest) return null;
      const { fromWhom: from, receivedOn } = newest;
      const lettersUrl = url(`/c/${letter.campaign}/letters`);
      const answer = { from, receivedOn: new Date(receivedOn), lettersUrl };
      return { name: row.template, props: { ...common, ...personal, ...answer } };
    }
    default:
      return null;
  }
}

/** A letter that is not confirmed has asked for its consents and given none. */
async function writtenOf(db: Db, letter: MailedLetter) {
  const agreed: readonly string[] =
    letter.state === "email_pending"
      ? letter.agreed
      : await listConsentsInForce(db, letter.supporterId, letter.campaignId);
  const { body, tellsShares, display, replyTo } = letter;
  return {
    letter: { characters: characters(body), tellsShares, display },
    consents: { replyTo, updates: agreed.includes("updates") },
  };
}
