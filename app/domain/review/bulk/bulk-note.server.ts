import { sql } from "drizzle-orm";
import { dayOfCampaign } from "#app/domain/campaign/day-of-campaign.server.ts";
import type { Tx } from "#db/index.ts";
import { fillNote } from "./bulk.ts";

type EndedBulk = { id: string; campaignId: number; note: string | null; invalidated: number };

/** Publishes what an ended or stopped bulk did as a correction; nothing if it did nothing or has no note. */
export async function publishBulkNote(
  tx: Tx,
  { id, campaignId, note, invalidated }: EndedBulk,
  now: Date,
): Promise<void> {
  if (!note || invalidated === 0) return;
  const correctedOn = await dayOfCampaign(tx, campaignId, now);
  await tx.execute(sql`
    with told as (insert into corrections (campaign_id, corrected_on, kind, text)
      values (${campaignId}, ${correctedOn}, 'removed', ${fillNote(note, invalidated)})
      returning id)
    update bulk_invalidations set correction_id = (select id from told) where id = ${id}`);
}
