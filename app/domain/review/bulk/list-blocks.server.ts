import { sql } from "drizzle-orm";
import type { Db } from "#db/index.ts";

/** A network on one day from which signatures came that are held back. */
export type ReviewBlock = {
  /** Its hash with the key of the day, in hex. */
  hash: string;
  day: string;
  /** How many of those that wait came from it. */
  held: number;
};

/** So many of those that wait, the newest, are checked. */
const readAtMost = 2000;

/** Lists networks that most held signatures came from, while the key of their day exists: seven days. */
export const listReviewBlocks = async (db: Db, campaignId: number): Promise<ReviewBlock[]> => [
  ...(await db.execute<ReviewBlock>(sql`
    select encode(g.hash, 'hex') as hash, k.day::text as day, count(*)::int as held
    from (select signature_id from signature_reviews where campaign_id = ${campaignId} and waiting
        order by id desc limit ${readAtMost}) r
    join trace_groups g on g.signature_id = r.signature_id and g.kind = 'block'
    join address_day_keys k on k.day = (g.seen_at at time zone 'UTC')::date
    group by g.hash, k.day having count(*) > 1 order by held desc, day desc limit 10`)),
];
