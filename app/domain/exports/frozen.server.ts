import { sql } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";

/** The campaigns whose exports the panic switch has stopped: of these no file is begun, made or handed out. */
export const frozenCampaigns = sql`(select id from campaigns where frozen_at is not null)`;

/** True while the panic switch of the campaign is on. */
export async function isFrozen(db: DbOrTx, campaignId: number): Promise<boolean> {
  const [row] = await db.execute<{ frozen: boolean }>(
    sql`select ${campaignId}::int in ${frozenCampaigns} as frozen`,
  );
  return row?.frozen === true;
}
