import { sql } from "drizzle-orm";
import type { Tx } from "#db/index.ts";

/** Deletes uploaded pictures of a campaign that neither its page nor its draft uses. */
export async function dropPictures(tx: Tx, campaignId: number): Promise<void> {
  await tx.execute(sql`
    delete from pictures p using campaigns c
    where c.id = ${campaignId} and p.campaign_id = c.id and p.key is distinct from c.picture ->> 'key'
      and p.key is distinct from c.draft -> 'picture' ->> 'key'`);
}
