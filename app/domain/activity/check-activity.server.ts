import { sql } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";

type Drift = { campaign: string; counter: string; stored: string; counted: string };

/** Hours that differ are listed up to here: more of them say nothing new. */
const listedAtMost = 50;

/**
 * Hours that do not agree with the rows that are there, and campaigns whose hours do not add up to the public count.
 * What `-gone` tells is of rows that are no more.
 */
export async function readActivityDrift(db: DbOrTx): Promise<Drift[]> {
  const rows = await db.execute<Drift>(sql`
    with stored as (
      select campaign_id, replace(measure, '-gone', '') as measure, hour,
        sum(case when measure like '%-gone' then -n else n end) as n
      from activity_hours
      where measure in ('signed', 'signed-gone', 'confirmed', 'confirmed-gone', 'pledge', 'pledge-gone', 'letter', 'letter-gone')
      group by 1, 2, 3
    ), counted as (
      select campaign_id, 'signed' as measure, hour_of(signed_at) as hour, count(*) as n
      from signatures where state <> 'imported' group by 1, 3
      union all select campaign_id, 'confirmed', hour_of(confirmed_at), count(*)
      from signatures where state <> 'imported' and confirmed_at is not null group by 1, 3
      union all select campaign_id, 'pledge', hour_of(confirmed_at), count(*)
      from pledges where confirmed_at is not null and version = 1 group by 1, 3
      union all select campaign_id, 'letter', hour_of(confirmed_at), count(*)
      from letters where confirmed_at is not null group by 1, 3
    ), hours as (
      select campaign_id, measure || ' at ' || to_char(hour at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI"Z"') as counter,
        coalesce(s.n, 0) as stored, coalesce(c.n, 0) as counted
      from stored s full join counted c using (campaign_id, measure, hour)
      where coalesce(s.n, 0) <> coalesce(c.n, 0)
      order by hour desc, counter limit ${listedAtMost}
    ), joined as (
      select campaign_id, sum(case measure when 'left' then -n else n end) as n
      from activity_hours where measure in ('joined', 'left') group by 1
    ), public as (
      select campaign_id, sum(confirmed + erased) as n from campaign_counts group by 1
    )
    select slug as campaign, counter, stored, counted from (
      select * from hours
      union all select campaign_id, 'joined by hour', coalesce(j.n, 0), coalesce(p.n, 0)
      from joined j full join public p using (campaign_id) where coalesce(j.n, 0) <> coalesce(p.n, 0)
    ) drift join campaigns c on c.id = campaign_id
    order by 1, 2`);
  return [...rows];
}
