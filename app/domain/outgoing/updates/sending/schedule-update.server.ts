import { and, eq, inArray, sql } from "drizzle-orm";
import { holdFreeze } from "#app/domain/access/freeze.server.ts";
import { mayAct } from "#app/domain/access/may-act.server.ts";
import type { NotReady } from "#app/domain/campaign/campaign.ts";
import { missingForSending } from "#app/domain/campaign/opening/readiness.server.ts";
import { readSendingDetails } from "#app/domain/campaign/organization/find-organization.server.ts";
import type { OnUpdate } from "#app/domain/outgoing/updates/lock-update.server.ts";
import { readFrameOf } from "#app/domain/outgoing/updates/words/read-update.server.ts";
import { differencesOf, frameFrom } from "#app/domain/queue/frame.server.ts";
import type { Mailing } from "#app/domain/queue/mailing.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Db } from "#db/index.ts";
import { enqueue } from "#db/jobs.ts";
import { updates } from "#db/schema/index.ts";

type ScheduleInput = OnUpdate & {
  /** Null: now. */
  sendAt: Date | null;
};

export type Scheduled =
  | { outcome: "scheduled"; sendAt: Date }
  | { outcome: "not-approved" }
  /** Apart from its words, its emails differ from what was approved. */
  | { outcome: "differs" }
  | { outcome: "not-ready"; missing: NotReady[] }
  /** Nothing begins during a freeze: it would start on its own once the freeze ends. */
  | { outcome: "frozen" }
  /** It goes by itself, which ends with its campaign. */
  | { outcome: "campaign-closed" }
  /** It does not exist, has begun or was cancelled, or the actor lacks the right. */
  | { outcome: "gone" };

/**
 * Lets an approved update go, now or at a later time; a scheduled one gets another time, unless it is the one
 * it has or its time has come and it shall go now. The worker is woken by a job of the same transaction.
 */
export async function scheduleUpdate(
  db: Db,
  mailing: Pick<Mailing, "from" | "localMode" | "rehearsal">,
  { campaignId, publicId, actor, sendAt }: ScheduleInput,
  now = new Date(),
): Promise<Scheduled> {
  return db.transaction(async (tx) => {
    const [found] = await tx
      .select({
        id: updates.id,
        approvedAt: updates.approvedAt,
        approvedFrame: updates.approvedFrame,
        sendAt: updates.sendAt,
        // While this waited for the lock, others may have scheduled it for "now", later than this one's
        // "now".
        endsAtOnce: sql<boolean>`${updates.audience} -> 'after' <> 'null' and exists (select from campaigns c
          where c.id = ${campaignId} and c.status = 'closed')`,
        isDue: sql<boolean>`coalesce(${updates.sendAt} <= clock_timestamp(), false)`,
        moment: sql<string>`now()`,
      })
      .from(updates)
      .where(
        and(
          eq(updates.campaignId, campaignId),
          eq(updates.publicId, publicId),
          inArray(updates.state, ["draft", "scheduled"]),
          mayAct(actor, campaignId, "write"),
        ),
      )
      .for("update", { of: updates });
    if (!found) return { outcome: "gone" };
    if (await holdFreeze(tx, campaignId)) return { outcome: "frozen" };
    if (found.endsAtOnce) return { outcome: "campaign-closed" };
    if (!found.approvedAt) return { outcome: "not-approved" };
    const missing = missingForSending(
      await readSendingDetails(tx, campaignId, { updateId: found.id }),
      mailing,
    );
    if (missing.length > 0) return { outcome: "not-ready", missing };
    const differs = differencesOf(await readFrameOf(tx, found.id), frameFrom(found.approvedFrame));
    if (differs.length > 0) return { outcome: "differs" };

    // "Now" is the database's: a worker compares with its clock when it begins what is due.
    const at = sendAt ?? new Date(found.moment);
    const planned = found.sendAt?.getTime();
    const isSo = planned !== undefined && (sendAt ? planned === at.getTime() : found.isDue);
    if (found.sendAt && isSo) return { outcome: "scheduled", sendAt: found.sendAt };
    await tx.update(updates).set({ state: "scheduled", sendAt: at }).where(eq(updates.id, found.id));
    await recordAudit(
      tx,
      {
        actor,
        action: "update-scheduled",
        campaignId,
        subject: publicId,
        detail: { sendAt: at.toISOString() },
      },
      now,
    );
    await enqueue(tx, "send-updates");
    return { outcome: "scheduled", sendAt: at };
  });
}
