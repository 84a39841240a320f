import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "#db/index.ts";
import { enqueue } from "#db/jobs.ts";
import { updates } from "#db/schema/index.ts";
import { type Actor, recordAudit } from "../audit/record.server.ts";

/**
 * Ends an update before all of it went. Mails that wait are skipped by the worker; those that were
 * handed over cannot be called back.
 */
export async function cancelUpdate(
  db: Db,
  { campaignId, publicId, actor }: { campaignId: number; publicId: string; actor: Actor },
  now = new Date(),
): Promise<{ outcome: "cancelled" | "over" }> {
  return db.transaction(async (tx) => {
    const [cancelled] = await tx
      .update(updates)
      .set({ state: "cancelled", finishedAt: now, pausedAt: null, pauseReason: null, pauseProblem: null })
      .where(
        and(
          eq(updates.campaignId, campaignId),
          eq(updates.publicId, publicId),
          inArray(updates.state, ["draft", "scheduled", "sending", "paused"]),
        ),
      )
      .returning({ id: updates.id });
    if (!cancelled) return { outcome: "over" };
    await recordAudit(
      tx,
      { actor, action: "update-cancelled", campaignId, subject: publicId, detail: {} },
      now,
    );
    await enqueue(tx, "send-updates");
    return { outcome: "cancelled" };
  });
}
