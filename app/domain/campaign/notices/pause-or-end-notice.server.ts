import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { holdFreeze } from "#app/domain/access/freeze.server.ts";
import { hasRight } from "#app/domain/access/has-right.server.ts";
import { organizerOf } from "#app/domain/access/may-act.server.ts";
import type { NotReady } from "#app/domain/campaign/campaign.ts";
import { missingForSending } from "#app/domain/campaign/opening/readiness.server.ts";
import { readSendingDetails } from "#app/domain/campaign/organization/find-organization.server.ts";
import { differencesOf, frameFrom } from "#app/domain/queue/frame.server.ts";
import type { Mailing } from "#app/domain/queue/mailing.ts";
import { queueEmails } from "#app/domain/queue/queue-emails.server.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Db, DbOrTx } from "#db/index.ts";
import { enqueue } from "#db/jobs.ts";
import { petitionNotices } from "#db/schema/index.ts";
import { lockNotice, type OnNotice } from "./lock-notice.server.ts";
import { readNoticeFrame } from "./notice-frame.server.ts";

/**
 * Pauses a notice whose email would differ from what was approved, or lacks a detail. Queued emails stay
 * queued, and those who may approve get an email each time that it is paused.
 */
export async function pauseNotice(db: DbOrTx, noticeId: number, now = new Date()): Promise<void> {
  const n = petitionNotices;
  await db.transaction(async (tx) => {
    const [paused] = await tx
      .update(n)
      .set({ pausedAt: now })
      .where(and(eq(n.id, noticeId), isNull(n.pausedAt), isNull(n.cancelledAt), isNotNull(n.approvedAt)))
      .returning({ campaignId: n.campaignId, subject: n.publicId, version: n.version });
    if (!paused) return;
    const { version, campaignId, subject } = paused;
    const entry = { campaignId, subject, actor: "system", action: "notice-held" } as const;
    await recordAudit(tx, { ...entry, detail: { version } }, now);
    const email = { organizerId: sql`o.id`, campaignId: sql`m.campaign_id`, noticeId, createdAt: now };
    const from = sql`from campaign_organizers m join organizers o on o.id = m.organizer_id
      where m.campaign_id = ${campaignId} and ${hasRight("approve", "m")}
        and o.activated_at is not null and o.disabled_at is null`;
    if ((await queueEmails(tx, "notice-held", email, from)) > 0) await enqueue(tx, "send-mail");
  });
}

/** The email of a notice: its campaign's slug, and whether its reader still gets such emails. */
export type NoticeMail = { campaign: string; title: string; tells: boolean };

/** Finds the notice of an email by its public id. Null when there is none, or its reader is gone. */
export async function findNoticeMail(db: Db, emailPublicId: string): Promise<NoticeMail | null> {
  const [mail] = await db.execute<NoticeMail>(sql`
    select c.slug as campaign, c.title, g.notices_stopped_at is null as tells
    from outbox d join signatures g on g.id = d.signature_id join campaigns c on c.id = g.campaign_id
    where d.public_id = ${emailPublicId} and d.template = 'petition-changed'`);
  return mail ?? null;
}

/**
 * Stops emails about new petition texts to the person who got this one, and nothing else: the signature stays
 * with the text that was signed. Logged once, however often it is requested; the entry names nobody.
 */
export async function stopNotices(
  db: Db,
  emailPublicId: string,
  now = new Date(),
): Promise<{ outcome: "stopped" | "not-told" }> {
  return db.transaction(async (tx) => {
    const [stopped] = await tx.execute<{ campaignId: number }>(sql`
      update signatures g set notices_stopped_at = ${now.toISOString()}::timestamptz
      from outbox d
      where d.public_id = ${emailPublicId} and d.template = 'petition-changed' and g.id = d.signature_id
        and g.notices_stopped_at is null
      returning g.campaign_id as "campaignId"`);
    if (!stopped) return { outcome: "not-told" };
    const { campaignId } = stopped;
    const entry = { actor: "supporter", action: "notices-stopped", campaignId, subject: null } as const;
    await recordAudit(tx, { ...entry, detail: {} }, now);
    return { outcome: "stopped" };
  });
}

export type NoticeResumed =
  | { outcome: "resumed" | "differs" | "frozen" | "not-held" | "gone" }
  /** The campaign lacks organization details, or still has example ones. */
  | { outcome: "not-ready"; missing: NotReady[] };

/**
 * Lets a notice on hold continue, once its email says again what was approved and no detail in it is missing
 * or an example. The caller has reauthenticated the organizer.
 */
export async function resumeNotice(
  db: Db,
  mailing: Pick<Mailing, "from" | "localMode" | "rehearsal">,
  input: OnNotice,
  now = new Date(),
): Promise<NoticeResumed> {
  return db.transaction(async (tx): Promise<NoticeResumed> => {
    const notice = await lockNotice(tx, input, "manage");
    if (!notice) return { outcome: "gone" };
    if (!notice.pausedAt || notice.cancelledAt) return { outcome: "not-held" };
    if (await holdFreeze(tx, input.campaignId)) return { outcome: "frozen" };
    const frame = await readNoticeFrame(tx, notice.id);
    if (differencesOf(frame, frameFrom(notice.approvedFrame)).length > 0) return { outcome: "differs" };
    const missing = missingForSending(
      await readSendingDetails(tx, input.campaignId, { noticeId: notice.id }),
      mailing,
    );
    if (missing.length > 0) return { outcome: "not-ready", missing };
    await tx.update(petitionNotices).set({ pausedAt: null }).where(eq(petitionNotices.id, notice.id));
    const { campaignId, actor, publicId: subject } = input;
    const detail = { version: notice.version };
    await recordAudit(tx, { actor, action: "notice-resumed", campaignId, subject, detail }, now);
    await enqueue(tx, "tell-signers");
    await enqueue(tx, "send-mail");
    return { outcome: "resumed" };
  });
}

/**
 * Cancels a notice. Queued emails are skipped; sent ones stay valid. Others stay with the text they signed.
 */
export async function cancelNotice(
  db: Db,
  input: OnNotice,
  now = new Date(),
): Promise<{ outcome: "cancelled" | "not-under-way" | "gone" }> {
  return db.transaction(async (tx) => {
    const notice = await lockNotice(tx, input, "manage");
    if (!notice) return { outcome: "gone" };
    if (notice.cancelledAt) return { outcome: "not-under-way" };
    const { campaignId, actor, publicId } = input;
    await tx
      .update(petitionNotices)
      .set({ cancelledAt: now, cancelledById: organizerOf(actor) })
      .where(eq(petitionNotices.id, notice.id));
    const detail = { version: notice.version };
    await recordAudit(tx, { actor, action: "notice-cancelled", campaignId, subject: publicId, detail }, now);
    return { outcome: "cancelled" };
  });
}
