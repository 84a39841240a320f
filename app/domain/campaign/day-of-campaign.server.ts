import { sql } from "drizzle-orm";
import { dayInZone } from "#app/domain/base/zone-clock.ts";
import type { DbOrTx } from "#db/index.ts";

/** Returns the day at `at` where a campaign's first company has its meetings. */
export async function dayOfCampaign(db: DbOrTx, campaignId: number, at: Date): Promise<string> {
  const [row] = await db.execute<{ zone: string }>(sql`select t.zone from campaigns c
    join targets t on t.id = c.target_id where c.id = ${campaignId}`);
  if (!row) throw new Error("there is no such campaign");
  return dayInZone(row.zone, at);
}
