import { and, asc, eq, gt, isNull, lte } from "drizzle-orm";
import { confirmWithinDays } from "#app/domain/entries/signatures/signature.ts";
import { remindAfterHours } from "#app/domain/queue/delivery.ts";
import { queueDelivery } from "#app/domain/queue/queue-delivery.server.ts";
import type { Db } from "#db/index.ts";
import { campaigns, letters, supporters } from "#db/schema/index.ts";

const hour = 3_600_000;

/**
 * Queues one reminder for each letter in an open campaign that has waited to be confirmed for 48 hours and is not about
 * to be purged. Returns how many; a person who got three mails today waits for the next run.
 */
export async function remindPendingLetters(db: Db, now = new Date()): Promise<number> {
  const waiting = and(
    eq(letters.state, "email_pending"),
    isNull(letters.remindedAt),
    lte(letters.createdAt, new Date(now.getTime() - remindAfterHours * hour)),
    gt(letters.createdAt, new Date(now.getTime() - confirmWithinDays * 24 * hour)),
  );
  const due = await db
    .select({ id: letters.id, supporterId: letters.supporterId, campaignId: letters.campaignId })
    .from(letters)
    .innerJoin(campaigns, and(eq(campaigns.id, letters.campaignId), eq(campaigns.status, "open")))
    .where(waiting)
    .orderBy(asc(letters.createdAt));

  let queued = 0;
  for (const { id, supporterId, campaignId } of due) {
    queued += await db.transaction(async (tx) => {
      await tx
        .select({ id: supporters.id })
        .from(supporters)
        .where(eq(supporters.id, supporterId))
        .for("update");
      const still = and(eq(letters.id, id), waiting);
      if ((await tx.$count(letters, still)) === 0) return 0;
      const about = { supporterId, campaignId, letterId: id };
      const mail = { ...about, template: "confirm-letter-reminder", limit: "kind" } as const;
      if (!(await queueDelivery(tx, mail, now))) return 0;
      await tx.update(letters).set({ remindedAt: now }).where(still);
      return 1;
    });
  }
  return queued;
}
