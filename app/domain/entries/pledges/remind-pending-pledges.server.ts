import { and, asc, eq, gt, isNull, lte } from "drizzle-orm";
import { pledgeStage } from "#app/domain/campaign/meetings/meeting.ts";
import { findMeeting } from "#app/domain/campaign/meetings/queries.server.ts";
import { confirmWithinDays } from "#app/domain/entries/signatures/signature.ts";
import { remindAfterHours } from "#app/domain/queue/delivery.ts";
import { queueDelivery } from "#app/domain/queue/queue-delivery.server.ts";
import type { Db } from "#db/index.ts";
import { campaigns, pledges, supporters } from "#db/schema/index.ts";

const hour = 3_600_000;

/**
 * Queues one reminder for each pledge to an open campaign that has waited to be confirmed for 48 hours and is not
 * about to be purged, while its meeting can still be voted at. Returns how many; a person who got three mails today waits for the next run.
 */
export async function remindPendingPledges(db: Db, now = new Date()): Promise<number> {
  const waiting = and(
    eq(pledges.status, "email_pending"),
    isNull(pledges.remindedAt),
    lte(pledges.createdAt, new Date(now.getTime() - remindAfterHours * hour)),
    gt(pledges.createdAt, new Date(now.getTime() - confirmWithinDays * 24 * hour)),
  );
  const due = await db
    .select({
      id: pledges.id,
      supporterId: pledges.supporterId,
      campaignId: pledges.campaignId,
      meetingId: pledges.meetingId,
    })
    .from(pledges)
    .innerJoin(campaigns, and(eq(campaigns.id, pledges.campaignId), eq(campaigns.status, "open")))
    .where(waiting)
    .orderBy(asc(pledges.createdAt));

  let queued = 0;
  for (const { id, supporterId, campaignId, meetingId } of due) {
    const meeting = await findMeeting(db, { campaignId, meetingId });
    if (!meeting || pledgeStage(meeting, now) === "outcome") continue;
    queued += await db.transaction(async (tx) => {
      await tx
        .select({ id: supporters.id })
        .from(supporters)
        .where(eq(supporters.id, supporterId))
        .for("update");
      const still = and(eq(pledges.id, id), waiting);
      if ((await tx.$count(pledges, still)) === 0) return 0;
      const about = { supporterId, campaignId, pledgeId: id };
      const mail = { ...about, template: "confirm-pledge-reminder", limit: "kind" } as const;
      if (!(await queueDelivery(tx, mail, now))) return 0;
      await tx.update(pledges).set({ remindedAt: now }).where(still);
      return 1;
    });
  }
  return queued;
}
