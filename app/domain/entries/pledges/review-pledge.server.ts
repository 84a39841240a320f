import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { queueSupporterEmail } from "#app/domain/queue/queue-supporter-email.server.ts";
import { actorOf, recordAudit } from "#app/domain/record/record.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { pledges } from "#db/schema/index.ts";
import { lockForOrganizer, type OrganizerScope, viewMarks } from "./lock-pledge.server.ts";
import { planReminders } from "./stop-reminders.server.ts";
import { moveTotals } from "./totals/move-totals.server.ts";

type Review = { scope: OrganizerScope; publicId: string; accept: boolean };

/**
 * Ends the wait of a pledge over 10 million shares: accepted, it counts from now on and its holder gets the
 * receipt; not accepted, it stays on record, counts nowhere, and may be accepted later.
 */
export async function reviewPledge(
  db: Db,
  keys: Keys,
  { scope, publicId, accept }: Review,
  now = new Date(),
): Promise<{ outcome: "accepted" | "not-accepted" | "changed" | "nothing-to-review" | "forbidden" }> {
  return db.transaction(async (tx) => {
    const locked = await lockForOrganizer(tx, { scope, publicId, right: "check-papers" });
    if (locked.outcome === "forbidden" || locked.outcome === "changed") return { outcome: locked.outcome };
    if (locked.outcome === "not-active" || locked.pledge.status !== "flagged")
      return { outcome: "nothing-to-review" };

    const [reviewed] = await tx
      .update(pledges)
      .set({
        reviewedAt: now,
        reviewedBy: scope.organizerId,
        ...(accept ? { status: "active" as const } : {}),
      })
      .where(and(eq(pledges.id, locked.pledge.id), eq(pledges.status, "flagged")))
      .returning();
    if (!reviewed) return { outcome: "nothing-to-review" };
    if (accept) {
      await moveTotals(tx, keys, reviewed, 1);
      await planReminders(tx, keys, reviewed.series, now);
      const { campaignId, supporterId, id: pledgeId } = reviewed;
      await queueSupporterEmail(
        tx,
        { campaignId, supporterId, pledgeId, template: "pledge-receipt", limit: "none" },
        now,
      );
    }
    await recordAudit(
      tx,
      {
        actor: actorOf(scope.organizerId),
        action: "pledge-reviewed",
        campaignId: scope.campaignId,
        subject: randomUUID(),
        detail: { pledge: viewMarks(keys, publicId)[0], accepted: accept },
      },
      now,
    );
    return { outcome: accept ? "accepted" : "not-accepted" };
  });
}
