import { and, eq, sql } from "drizzle-orm";
import { holdFreeze } from "#app/domain/access/freeze.server.ts";
import { mayAct } from "#app/domain/access/may-act.server.ts";
import type { NotReady } from "#app/domain/campaign/campaign.ts";
import { missingForSending } from "#app/domain/campaign/opening/readiness.server.ts";
import { readSendingDetails } from "#app/domain/campaign/organization/find-organization.server.ts";
import { differencesOf, frameFrom } from "#app/domain/queue/frame.server.ts";
import type { Mailing } from "#app/domain/queue/mailing.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { enqueue } from "#db/jobs.ts";
import { updateCounts, updates } from "#db/schema/index.ts";
import type { OnUpdate } from "./lock-update.server.ts";
import { readFrameOf } from "./words/read-update.server.ts";

/**
 * Resumes a paused update. The person who resumes it has reviewed the bounces so far: the breaker counts from
 * here. Refuses if its emails would differ from what was approved.
 */
export async function resumeUpdate(
  db: Db,
  mailing: Pick<Mailing, "from" | "localMode" | "rehearsal">,
  { campaignId, publicId, actor }: OnUpdate,
  now = new Date(),
): Promise<
  | { outcome: "resumed" | "not-paused" | "not-approved" | "differs" | "frozen" }
  | { outcome: "not-ready"; missing: NotReady[] }
> {
  return db.transaction(async (tx) => {
    const [update] = await tx
      .select({
        id: updates.id,
        reason: updates.pauseReason,
        startedAt: updates.startedAt,
        approvedAt: updates.approvedAt,
        approvedFrame: updates.approvedFrame,
      })
      .from(updates)
      .where(
        and(
          eq(updates.campaignId, campaignId),
          eq(updates.publicId, publicId),
          eq(updates.state, "paused"),
          mayAct(actor, campaignId, "write"),
        ),
      )
      .for("update", { of: updates });
    if (!update) return { outcome: "not-paused" };
    if (await holdFreeze(tx, campaignId)) return { outcome: "frozen" };
    if (!update.approvedAt) return { outcome: "not-approved" };
    const missing = missingForSending(
      await readSendingDetails(tx, campaignId, { updateId: update.id }),
      mailing,
    );
    if (missing.length > 0) return { outcome: "not-ready", missing };
    const differs = differencesOf(await readFrameOf(tx, update.id), frameFrom(update.approvedFrame));
    if (differs.length > 0) return { outcome: "differs" };

    await tx
      .update(updates)
      .set({
        state: update.startedAt ? "sending" : "scheduled",
        pausedAt: null,
        pauseReason: null,
        pauseProblem: null,
        breakerBase: await countForBreaker(tx, update.id),
      })
      .where(eq(updates.id, update.id));
    // The person who resumes it has fixed what it waited for; a day's cap still applies.
    await tx.execute(sql`
      update email_batches set due_at = now()
      where id in (select id from email_batches
        where update_id = ${update.id} and state = 'queued' and lease_until is null
          and problem is distinct from 'warm-up'
        for update skip locked)`);
    await recordAudit(
      tx,
      {
        actor,
        action: "update-resumed",
        campaignId,
        subject: publicId,
        detail: { pausedFor: update.reason },
      },
      now,
    );
    await enqueue(tx, "send-updates");
    return { outcome: "resumed" };
  });
}

/** Accepted emails, hard bounces and complaints so far. */
async function countForBreaker(tx: Tx, updateId: number): Promise<number[]> {
  const c = updateCounts;
  const [counted] = await tx
    .select({
      accepted: sql<number>`coalesce(sum(${c.accepted} + ${c.delivered} + ${c.delayed} + ${c.bounced}
          + ${c.complained}), 0)::int`,
      bounced: sql<number>`coalesce(sum(${c.hardBounced}), 0)::int`,
      complained: sql<number>`coalesce(sum(${c.complained}), 0)::int`,
    })
    .from(c)
    .where(eq(c.updateId, updateId));
  return [counted?.accepted ?? 0, counted?.bounced ?? 0, counted?.complained ?? 0];
}
