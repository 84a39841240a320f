import { and, eq, sql } from "drizzle-orm";
import { canOpen } from "#app/domain/entries/pledges/holding.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Tx } from "#db/index.ts";
import { pledges } from "#db/schema/index.ts";
import { moveTotals, noteUnreadable } from "./move-totals.server.ts";

/**
 * Takes every pledge of a person out of the totals, before the person is erased. Answers the meetings of
 * pledges that cannot be decrypted, whose totals are to be counted again afterwards: an erasure never fails
 * for a lost key.
 */
export async function uncountPledges(
  tx: Tx,
  keys: Keys,
  supporterId: number,
): Promise<{ campaignId: number; meetingId: number }[]> {
  const counted = await tx
    .select()
    .from(pledges)
    .where(and(eq(pledges.supporterId, supporterId), eq(pledges.status, "active")))
    // Locks several totals, in the order used everywhere.
    .orderBy(pledges.campaignId, pledges.meetingId, pledges.kind);
  for (const pledge of counted) if (canOpen(keys, pledge)) await moveTotals(tx, keys, pledge, -1);
  const unreadable = counted.filter((pledge) => !canOpen(keys, pledge));
  for (const pledge of unreadable) await noteUnreadable(tx, keys, pledge);
  await forgetSeries(tx, supporterId);
  return unreadable.map(({ campaignId, meetingId }) => ({ campaignId, meetingId }));
}

/** The change of a figure stays noted, under a name that leads to nobody, without what it was. */
const forgetSeries = (tx: Tx, supporterId: number) =>
  tx.execute(sql`
    update pledge_changes set series = gen_random_uuid(), before = null
    where series in (select series from pledges where supporter_id = ${supporterId})`);
