import { readSendingDetails } from "#app/domain/campaign/find-imprint.server.ts";
import { findTold } from "#app/domain/campaign/notices/find-told.server.ts";
import { noticeLinkDays } from "#app/domain/campaign/notices/notice.ts";
import { NoticeHeld, noticeFrameIn } from "#app/domain/campaign/notices/notice-frame.server.ts";
import { missingForSending } from "#app/domain/campaign/readiness.server.ts";
import { readTranslations } from "#app/domain/campaign/translations/translations.server.ts";
import type { findDelivery } from "#app/domain/outbox/queries.server.ts";
import { unsubscribeUrl } from "#app/domain/outgoing/updates/unsubscribe-link.server.ts";
import { commonProps, localeOf } from "#app/domain/queue/common-props.ts";
import { frameFrom, partsThatDiffer } from "#app/domain/queue/frame.server.ts";
import type { Mailing } from "#app/domain/queue/mailing.ts";
import { localizedPath } from "#app/i18n/index.ts";
import { createToken } from "#app/lib/token.server.ts";
import type { Db } from "#db/index.ts";
import type { Email } from "#emails/index.ts";

type Row = NonNullable<Awaited<ReturnType<typeof findDelivery>>>;

export const isNotice = (row: Row) => row.template === "petition-changed";

/**
 * What tells an earlier signer of a new petition: the same rows make the same mail. Null once there is nothing to decide.
 * Throws NoticeHeld where it would say something else than was approved, or a detail of the organization is missing or an
 * example: local mode lets examples be approved.
 *
 * It is no news of the campaign, which needs the consent to updates: it goes once to whoever signed, because the text above
 * their name is not the one in force any more, and they alone decide whether it goes along. Who does not want to be told
 * of such a thing says so by the link of every list mail (RFC 8058); `stopNotices` keeps it for the next one.
 */
export async function noticeEmail(
  db: Db,
  mailing: Mailing,
  row: Row,
): Promise<{ email: Email; unsubscribeUrl: string } | null> {
  const told = await findTold(db, row.publicId);
  if (!told?.stands || !row.confirmedAt) return null;
  const locale = localeOf(row.locale);
  const other = await readTranslations(db, told.campaignId, locale);
  const change = other?.known.get(told.change) ?? told.change;
  const changeIn = locale === row.written || other?.known.has(told.change) ? null : row.written;
  const approved = frameFrom(told.approvedFrame)?.[locale];
  if (partsThatDiffer(noticeFrameIn(row, change), approved).length > 0) throw new NoticeHeld(told.noticeId);
  const missing = missingForSending(await readSendingDetails(db, told.campaignId), mailing);
  if (missing.length > 0) throw new NoticeHeld(told.noticeId);
  const issuedAt = new Date(row.createdAt);
  const until = new Date(issuedAt.getTime() + noticeLinkDays * 86_400_000);
  const stopUrl = unsubscribeUrl(mailing, { publicId: row.publicId, createdAt: issuedAt, locale });
  const token = createToken(mailing.keys, "notice", { subject: row.publicId, issuedAt, expiresAt: until });
  return {
    email: {
      name: "petition-changed",
      props: {
        ...commonProps(mailing, locale, row),
        name: row.name,
        ...{ change, changeIn },
        signedOn: new Date(row.confirmedAt),
        version: told.signed.version,
        answerUrl: mailing.appUrl + localizedPath(locale, `/signed/${token}`),
        unsubscribeUrl: stopUrl,
        until,
      },
    },
    unsubscribeUrl: stopUrl,
  };
}
