import { sql } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";
import { type FoundPledge, findPledge } from "./queries.server.ts";

/** Finds the version in force, or in review, of the pledge that `publicId` is a version of. Null if none. */
export async function findPledgeInForce(db: DbOrTx, publicId: string): Promise<FoundPledge | null> {
  const [row] = await db.execute<{ publicId: string }>(sql`
    select v.public_id as "publicId"
    from pledges p join pledges v on v.supporter_id = p.supporter_id and v.series = p.series
    where p.public_id = ${publicId} and v.status in ('active', 'flagged')`);
  return row ? findPledge(db, row.publicId) : null;
}

type Whose = { supporterId: number; campaignId: number; meetingIds: readonly number[] };

/** True when someone pledges for one of these meetings now, however they hold. */
export async function hasPledged(
  db: DbOrTx,
  { supporterId, campaignId, meetingIds }: Whose,
): Promise<boolean> {
  const rows = await db.execute(sql`
    select from pledges where supporter_id = ${supporterId} and campaign_id = ${campaignId}
      and meeting_id in ${[...meetingIds]} and status in ('active', 'flagged') limit 1`);
  return rows.length > 0;
}
