import { sql } from "drizzle-orm";
import { periods } from "#app/domain/base/periods.ts";
import type { Db } from "#db/index.ts";
import { record } from "./note-refusals.server.ts";
import type { RefusalReason } from "./refusal.ts";

type Row = {
  why: RefusalReason;
  organizerId: string | null;
  campaign: number | null;
  page: string | null;
  times: number;
};

/**
 * Writes one entry of the audit log for all that an hour which is over added to each of its rows, and deletes
 * rows that are older than the keys of their networks.
 */
export async function sumUpRefusals(db: Db, now = new Date()): Promise<void> {
  const at = now.toISOString();
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('note-refusals', 0))`);
    const rows = await tx.execute<Row>(sql`
      with open as (
        select id, n - logged as more from refusals
        where n > logged and hour < date_trunc('hour', ${at}::timestamptz, 'UTC') order by id for update)
      update refusals r set logged = r.n from open where open.id = r.id
      returning r.why, r.organizer_id as "organizerId", r.campaign_id as campaign, r.page,
        open.more::int as times`);
    for (const row of rows) await record(tx, { ...row, more: true }, now);
    await tx.execute(sql`
      delete from refusals where hour < ${at}::timestamptz - make_interval(days => ${periods.traceDays})`);
  });
}
