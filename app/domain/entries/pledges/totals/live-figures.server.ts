import { sql } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";
import type { Figure, Figures } from "./publish.ts";

type OfMeeting = { campaignId: number; meetingId: number };

type Row = {
  cell: string;
  holders: number;
  sharesHolders: number;
  whole: string;
  bucketHolders: number;
  bucketMin: string;
  bucketMax: string;
};

/**
 * Reads every figure of a meeting now, from `pledge_totals`: figures are published from it, and none of it is
 * shown to anyone before that.
 */
export async function readLiveFigures(db: DbOrTx, { campaignId, meetingId }: OfMeeting): Promise<Figures> {
  const rows = await db.execute<Row>(sql`
    with totals as (
      select *, ballot_item_id is null as whole_row from pledge_totals
      where campaign_id = ${campaignId} and meeting_id = ${meetingId}
    ), cells as (
      select case when kind = 'fund' then 'fund:fund' else 'all:all' end as cell, * from totals
      where whole_row
      union all select 'verification:' || verification, * from totals where whole_row and kind <> 'fund'
      union all select 'holding:' || holding_form, * from totals where whole_row and kind <> 'fund'
      union all select 'kind:' || kind, * from totals where whole_row and kind <> 'fund'
      union all select 'general:' || intention, * from totals
        where whole_row and kind <> 'fund' and intention is not null
      union all select 'item-' || ballot_item_id || ':' || intention, * from totals where not whole_row
    )
    select cell, sum(holders)::int as holders, sum(holders - bucket_holders)::int as "sharesHolders",
      sum(whole_shares)::text as whole, sum(bucket_holders)::int as "bucketHolders",
      sum(bucket_min)::text as "bucketMin", sum(bucket_max)::text as "bucketMax"
    from cells group by cell`);
  const figures: Record<string, Figure> = {};
  for (const row of rows) {
    figures[`${row.cell}:holders`] = { of: row.holders, sum: `${row.holders}`, max: null };
    if (row.cell === "fund:fund") continue;
    figures[`${row.cell}:shares`] = { of: row.sharesHolders, sum: row.whole, max: null };
    figures[`${row.cell}:bucket`] = { of: row.bucketHolders, sum: row.bucketMin, max: row.bucketMax };
  }
  return figures;
}
