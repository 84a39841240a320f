import { and, eq } from "drizzle-orm";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { pledges } from "#db/schema/index.ts";
import { lockPledge } from "./lock-pledge.server.ts";
import { planReminders } from "./plan-reminders.server.ts";

/** Ends the reminders of one pledge, in all versions, and nothing else: the pledge stays. */
export async function stopReminders(
  db: Db,
  keys: Keys,
  { publicId }: { publicId: string },
  now = new Date(),
): Promise<{ outcome: "stopped" | "not-reminded" }> {
  return db.transaction(async (tx) => {
    const known = await lockPledge(tx, publicId);
    if (!known) return { outcome: "not-reminded" };
    const stopped = await tx
      .update(pledges)
      .set({ reminders: false })
      .where(and(eq(pledges.series, known.series), eq(pledges.reminders, true)))
      .returning({ id: pledges.id });
    if (stopped.length === 0) return { outcome: "not-reminded" };
    await planReminders(tx, keys, known.series, now);
    return { outcome: "stopped" };
  });
}
