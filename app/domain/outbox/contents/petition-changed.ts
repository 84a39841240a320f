import { sql } from "drizzle-orm";
import { frozenCampaigns } from "#app/domain/access/freeze.server.ts";
import { findNotified } from "#app/domain/campaign/notices/find-notified.server.ts";
import { noticeLinkDays } from "#app/domain/campaign/notices/notice.ts";
import { noticeFrameIn } from "#app/domain/campaign/notices/notice-frame.server.ts";
import { pauseNotice } from "#app/domain/campaign/notices/pause-or-end-notice.server.ts";
import { missingForSending } from "#app/domain/campaign/opening/readiness.server.ts";
import { readSendingDetails } from "#app/domain/campaign/organization/find-organization.server.ts";
import { content, type Subject } from "#app/domain/outbox/content.server.ts";
import { inDays } from "#app/domain/outbox/writing.server.ts";
import { unsubscribeUrl } from "#app/domain/outgoing/updates/unsubscribe-link.server.ts";
import { frameFrom, partsThatDiffer } from "#app/domain/queue/frame.server.ts";
import { words } from "#app/i18n/index.ts";
import { withMarks } from "#app/lib/placeholders.ts";

const notice: Subject<{ confirmedAt: string | null }> = {
  joins: sql`join petition_notices n on n.id = d.notice_id join signatures g on g.id = d.signature_id`,
  columns: sql`g.confirmed_at as "confirmedAt"`,
};

/**
 * Tells an earlier signer of a new petition; nothing once there is nothing to decide. If it would differ from
 * what was approved, or an organization detail is missing or an example, the notice is put on hold; local
 * mode lets examples be approved. It needs no consent to updates: it is sent once to each signer, because the
 * text they signed is no longer in force and only they can decide whether their name moves to the new one.
 * The link of every bulk email (RFC 8058) stops such notices; `stopNotices` remembers it for the next one.
 */
export const petitionChanged = content({
  name: "petition-changed",
  kind: "petition",
  to: "supporter",
  about: notice,
  // Called off, of a text that changed again, or to somebody who has answered, wants no such emails or no
  // longer belongs to those who signed the earlier text.
  outdated: sql`n.cancelled_at is not null or g.notices_stopped_at is not null
    or g.state not in ('confirmed', 'quarantined') or g.petition_version >= n.version
    or exists (select from petition_answers a where a.notice_id = n.id and a.signature_id = g.id)
    or not exists (select from campaigns k join petition_versions v on v.campaign_id = k.id
      and v.version = k.petition_version
      where k.id = n.campaign_id and k.status = 'open'
        and coalesce(v.same_meaning_as, v.version) = n.version)`,
  waits: sql`d.campaign_id in ${frozenCampaigns}
    or exists (select from petition_notices n where n.id = d.notice_id and n.paused_at is not null)`,
  async write(row, { db, mailing, locale, common, queuedAt, token, url }) {
    const { publicId, confirmedAt, translated, written } = row;
    const notified = await findNotified(db, publicId);
    if (!notified?.stands || !confirmedAt) return null;
    const change = translated?.known.get(notified.change) ?? notified.change;
    const approved = frameFrom(notified.approvedFrame)?.[locale];
    const differs = partsThatDiffer(noticeFrameIn(row, change), approved).length > 0;
    const details = differs
      ? null
      : await readSendingDetails(db, notified.campaignId, { noticeId: notified.noticeId });
    if (details === null || missingForSending(details, mailing).length > 0) {
      await pauseNotice(db, notified.noticeId);
      return { waits: "approval-differs" };
    }
    const until = inDays(queuedAt, noticeLinkDays);
    const stopUrl = unsubscribeUrl(mailing, { publicId, createdAt: queuedAt, locale });
    return {
      props: {
        ...common,
        name: row.name,
        change: mailing.localMode ? withMarks(change, words(locale).common.footer.exampleMark) : change,
        changeIn: locale === written || translated?.known.has(notified.change) ? null : written,
        signedOn: new Date(confirmedAt),
        version: notified.signed.version,
        answerUrl: url(`/signed/${token("notice", publicId, queuedAt, until)}`),
        unsubscribeUrl: stopUrl,
        until,
      },
      unsubscribeUrl: stopUrl,
    };
  },
});
