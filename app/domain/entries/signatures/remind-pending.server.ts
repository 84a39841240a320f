import { and, asc, eq, gt, isNull, lte } from "drizzle-orm";
import { remindAfterHours } from "#app/domain/queue/delivery.ts";
import { queueDelivery } from "#app/domain/queue/queue-delivery.server.ts";
import type { Db } from "#db/index.ts";
import { campaigns, signatures, supporters } from "#db/schema/index.ts";
import { confirmWithinDays } from "./signature.ts";

const hour = 3_600_000;

/**
 * Queues one reminder for each signature of an open campaign that has waited for 48 hours and is not
 * about to be purged. Returns how many were queued; a person who got three mails today waits for the next run.
 */
export async function remindPending(db: Db, now = new Date()): Promise<number> {
  const waiting = and(
    eq(signatures.state, "pending"),
    isNull(signatures.remindedAt),
    lte(signatures.signedAt, new Date(now.getTime() - remindAfterHours * hour)),
    gt(signatures.signedAt, new Date(now.getTime() - confirmWithinDays * 24 * hour)),
  );
  const due = await db
    .select({ id: signatures.id, supporterId: signatures.supporterId, campaignId: signatures.campaignId })
    .from(signatures)
    .innerJoin(campaigns, and(eq(campaigns.id, signatures.campaignId), eq(campaigns.status, "open")))
    .where(waiting)
    .orderBy(asc(signatures.signedAt));

  let queued = 0;
  for (const { id, supporterId, campaignId } of due) {
    queued += await db.transaction(async (tx) => {
      await tx
        .select({ id: supporters.id })
        .from(supporters)
        .where(eq(supporters.id, supporterId))
        .for("update");
      const [still] = await tx
        .update(signatures)
        .set({ remindedAt: now })
        .where(and(eq(signatures.id, id), waiting))
        .returning({ id: signatures.id });
      if (!still) return 0;
      const mail = { supporterId, campaignId, signatureId: id, template: "confirm-reminder" } as const;
      if (await queueDelivery(tx, mail, now)) return 1;
      await tx.update(signatures).set({ remindedAt: null }).where(eq(signatures.id, id));
      return 0;
    });
  }
  return queued;
}
