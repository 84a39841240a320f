import { and, eq } from "drizzle-orm";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Tx } from "#db/index.ts";
import { pledges } from "#db/schema/index.ts";
import { openHolding } from "./holding.server.ts";
import { moveTotals } from "./move-totals.server.ts";

/**
 * Takes every pledge of a person out of the totals, before the person is erased. Answers the meetings of pledges
 * that cannot be decrypted, whose totals are to be counted again afterwards: an erasure never fails for a lost key.
 */
export async function uncountPledges(
  tx: Tx,
  keys: Keys,
  supporterId: number,
): Promise<{ campaignId: number; meetingId: number }[]> {
  const counted = await tx
    .select()
    .from(pledges)
    .where(and(eq(pledges.supporterId, supporterId), eq(pledges.status, "active")));
  const unreadable: typeof counted = [];
  for (const pledge of counted) {
    if (isReadable(keys, pledge)) await moveTotals(tx, keys, pledge, -1);
    else unreadable.push(pledge);
  }
  return unreadable.map(({ campaignId, meetingId }) => ({ campaignId, meetingId }));
}

function isReadable(keys: Keys, pledge: typeof pledges.$inferSelect): boolean {
  try {
    openHolding(keys, pledge);
    return true;
  } catch {
    return false;
  }
}
