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
