import { sql } from "drizzle-orm";
import type { Tx } from "#db/index.ts";

/** Locks the totals of this meeting until the transaction ends. Take it after the person's lock. */
export async function lockTotals(
  tx: Tx,
  { campaignId, meetingId }: { campaignId: number; meetingId: number },
): Promise<void> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`pledge-totals:${campaignId}:${meetingId}`}, 0))`,
  );
}
