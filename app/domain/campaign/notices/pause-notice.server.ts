import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { hasRight } from "#app/domain/access/has-right.server.ts";
import { queueEmails } from "#app/domain/queue/queue-emails.server.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Db, DbOrTx } from "#db/index.ts";
import { enqueue } from "#db/jobs.ts";
import { petitionNotices } from "#db/schema/index.ts";

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
