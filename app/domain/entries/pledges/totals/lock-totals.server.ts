import { sql } from "drizzle-orm";
import type { Tx } from "#db/index.ts";

/** Until the transaction ends nobody else moves or publishes the totals of this meeting. Taken after the person's lock. */
export async function lockTotals(
  tx: Tx,
  { campaignId, meetingId }: { campaignId: number; meetingId: number },
): Promise<void> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`pledge-totals:${campaignId}:${meetingId}`}, 0))`,
  );
}
