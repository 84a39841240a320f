import { sql } from "drizzle-orm";
import type { Db } from "#db/index.ts";

/** A network on one day that signatures on hold came from. */
export type ReviewBlock = {
  /** Hashed with the day's key, in hex. */
  hash: string;
  day: string;
  /** Signatures on hold from it. */
  held: number;
};

/** Only this many of the newest on hold are checked. */
const readAtMost = 2000;

/** Lists networks that most signatures on hold came from. Keys of the day exist for seven days. */
export const listReviewBlocks = async (db: Db, campaignId: number): Promise<ReviewBlock[]> => [
  ...(await db.execute<ReviewBlock>(sql`
    select encode(g.hash, 'hex') as hash, k.day::text as day, count(*)::int as held
    from (select signature_id from signature_reviews where campaign_id = ${campaignId} and waiting
        order by id desc limit ${readAtMost}) r
    join trace_groups g on g.signature_id = r.signature_id and g.kind = 'block'
    join address_day_keys k on k.day = (g.seen_at at time zone 'UTC')::date
    group by g.hash, k.day having count(*) > 1 order by held desc, day desc limit 10`)),
];
