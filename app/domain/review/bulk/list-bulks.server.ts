import { sql } from "drizzle-orm";
import type { Db } from "#db/index.ts";
import { BulkConditions } from "./bulk.ts";
import { stateOfBulk } from "./bulk-state.ts";

export type ListedBulk = {
  publicId: string;
  number: number;
  state: "counting" | "asked" | "expired" | "running" | "done" | "cancelled" | "undoing" | "undone";
  conditions: BulkConditions;
  /** Null while the worker counts. */
  matched: number | null;
  invalidated: number;
  note: string | null;
  askedById: string | null;
  askedBy: string | null;
  approvedBy: string | null;
  approvedAlone: boolean;
  undoAskedBy: string | null;
};

/** Lists a campaign's newest invalidations by conditions. */
export async function listBulks(db: Db, campaignId: number): Promise<ListedBulk[]> {
  const rows = await db.execute<Record<string, unknown>>(sql`
    select b.public_id as "publicId", b.number, ${stateOfBulk} as state, b.conditions, b.matched,
      b.invalidated, b.note, b.asked_by_id as "askedById", a.name as "askedBy", v.name as "approvedBy",
      b.approved_alone as "approvedAlone", c.name as "undoAskedBy"
    from bulk_invalidations b left join organizers a on a.id = b.asked_by_id
    left join organizers v on v.id = b.approved_by_id
    left join organizers c on c.id = b.undo_asked_by_id
    where b.campaign_id = ${campaignId} order by b.number desc limit 20`);
  return rows.map(
    (row) =>
      ({
        ...row,
        conditions: BulkConditions.parse(
          typeof row.conditions === "string" ? JSON.parse(row.conditions) : row.conditions,
        ),
      }) as ListedBulk,
  );
}

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
