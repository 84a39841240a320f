import { sql } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";

type Drift = { campaign: string; counter: string; stored: string; counted: string };

/** Most days that are listed: more would say nothing new. */
const listedAtMost = 50;

/**
 * Finds days (UTC) that disagree with the existing rows, and campaigns whose hours do not add up to the
 * public count. `-gone` counts deleted rows.
 */
export async function readActivityDrift(db: DbOrTx): Promise<Drift[]> {
  const rows = await db.execute<Drift>(sql`
    with stored as (
      select campaign_id, replace(measure, '-gone', '') as measure, date_trunc('day', hour, 'UTC') as day,
        sum(case when measure like '%-gone' then -n else n end) as n
      from activity_hours
      where measure in ('signed', 'signed-gone', 'confirmed', 'confirmed-gone', 'pledge', 'pledge-gone',
        'letter', 'letter-gone')
      group by 1, 2, 3
    ), counted as (
      select campaign_id, 'signed' as measure, date_trunc('day', signed_at, 'UTC') as day, count(*) as n
      from signatures where state <> 'imported' group by 1, 3
      union all select campaign_id, 'confirmed', date_trunc('day', confirmed_at, 'UTC'), count(*)
      from signatures where state <> 'imported' and confirmed_at is not null group by 1, 3
      union all select campaign_id, 'pledge', date_trunc('day', confirmed_at, 'UTC'), count(*)
      from pledges where confirmed_at is not null and version = 1 group by 1, 3
      union all select campaign_id, 'letter', date_trunc('day', confirmed_at, 'UTC'), count(*)
      from letters where confirmed_at is not null group by 1, 3
    ), days as (
      select campaign_id, measure || ' on ' || to_char(day at time zone 'UTC', 'YYYY-MM-DD') as counter,
        coalesce(s.n, 0) as stored, coalesce(c.n, 0) as counted
      from stored s full join counted c using (campaign_id, measure, day)
      where coalesce(s.n, 0) <> coalesce(c.n, 0)
      order by day desc, counter limit ${listedAtMost}
    ), joined as (
      select campaign_id, sum(case measure when 'left' then -n else n end) as n
      from activity_hours where measure in ('joined', 'left') group by 1
    ), public as (
      select campaign_id, sum(confirmed + erased) as n from campaign_counts group by 1
    )
    select slug as campaign, counter, stored, counted from (
      select * from days
      union all select campaign_id, 'joined by hour', coalesce(j.n, 0), coalesce(p.n, 0)
      from joined j full join public p using (campaign_id) where coalesce(j.n, 0) <> coalesce(p.n, 0)
    ) drift join campaigns c on c.id = campaign_id
    order by 1, 2`);
  return [...rows];
}
