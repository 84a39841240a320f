import { eq } from "drizzle-orm";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Db } from "#db/index.ts";
import { switches } from "#db/schema/index.ts";

/** Resumes sending after a restore, and logs that an operator did so. */
export async function resumeSending(
  db: Db,
  now = new Date(),
): Promise<{ outcome: "resumed" | "not-paused" }> {
  return db.transaction(async (tx) => {
    const [paused] = await tx.delete(switches).where(eq(switches.name, "sending-paused")).returning();
    if (!paused) return { outcome: "not-paused" };
    await recordAudit(
      tx,
      { actor: "operator", action: "sending-resumed", campaignId: null, subject: null, detail: {} },
      now,
    );
    return { outcome: "resumed" };
  });
}
