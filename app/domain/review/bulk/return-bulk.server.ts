import { sql } from "drizzle-orm";
import { mayAct } from "#app/domain/access/may-act.server.ts";
import type { Returning, ReturnThing } from "#app/domain/approvals/returned.ts";
import type { Tx } from "#db/index.ts";
import { stateOfBulk } from "./bulk-state.ts";

type Row = { id: string; number: number; state: string; by: string | null };

async function lock(tx: Tx, { campaignId, publicId, actor }: Returning): Promise<Row | null> {
  const [row] = await tx.execute<Row>(sql`
    select id, number, asked_by_id as by, ${stateOfBulk} as state from bulk_invalidations b
    where campaign_id = ${campaignId} and public_id = ${publicId}::uuid
      and ${mayAct(actor, campaignId, "approve")}
    for update`);
  return row ?? null;
}

/** Cancels a bulk invalidation that nobody has approved. */
export const returnBulk: ReturnThing = async (tx, on, now) => {
  const bulk = await lock(tx, on);
  if (bulk?.state !== "asked") return null;
  await tx.execute(
    sql`update bulk_invalidations set cancelled_at = ${now.toISOString()} where id = ${bulk.id}`,
  );
  return { number: bulk.number, askedById: bulk.by, authorIds: [], hands: [bulk.by] };
};
