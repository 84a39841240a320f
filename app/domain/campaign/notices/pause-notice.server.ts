import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { hasRight } from "#app/domain/access/has-right.server.ts";
import { queueEmails } from "#app/domain/queue/queue-emails.server.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { DbOrTx } from "#db/index.ts";
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
