import { sql } from "drizzle-orm";
import type { Tx } from "#db/index.ts";

/** The update was paused or cancelled while its emails were being claimed. */
export class Paused extends Error {}

/**
 * Throws Paused unless the update is still being sent and its campaign is not frozen, and holds that until
 * the claim is committed: once a pause or a freeze is committed, no claim is. The last statement of its
 * transaction.
 */
export async function refusePaused(tx: Tx, updateId: number): Promise<void> {
  const [sending] = await tx.execute(sql`
    select from updates u join campaigns c on c.id = u.campaign_id
    where u.id = ${updateId} and u.state = 'sending' and c.frozen_at is null for share`);
  if (!sending) throw new Paused();
}
