import { sql } from "drizzle-orm";
import type { Tx } from "#db/index.ts";

/**
 * Notes that the operator gave or took the rights that somebody has, or has no more, since this transaction: then they count,
 * or count no more, at once. After the change, in its transaction.
 */
export async function noteByOperator(
  tx: Tx,
  { campaignId, organizerId }: { campaignId: number; organizerId: string },
): Promise<void> {
  await tx.execute(sql`
    update rights_held set given_by_operator = given_by_operator or until is null,
      taken_by_operator = taken_by_operator or until is not null
    where campaign_id = ${campaignId} and organizer_id = ${organizerId} and (until is null or until >= now())`);
}
