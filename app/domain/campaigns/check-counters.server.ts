import { sql } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";

/** A counter of a campaign that is not what counting its rows gives. */
export type CounterDrift = { campaign: string; counter: string; stored: number; counted: number };

/**
 * Counts every campaign's rows again and lists the counters that differ. Costs a scan of all
 * signatures; call it in one REPEATABLE READ transaction with anything it is compared to.
 */
export async function listCounterDrift(db: DbOrTx): Promise<CounterDrift[]> {
  const rows = await db.execute<{ campaign: string; counter: string; stored: string; counted: string }>(sql`
    with stored as (
      select campaign_id, sum(pending) as pending, sum(confirmed) as confirmed, sum(withdrawn) as withdrawn,
        sum(invalidated) as invalidated, sum(erased) as erased
      from campaign_counts group by campaign_id
    ), counted as (
      select campaign_id, count(*) filter (where state = 'pending') as pending,
        count(*) filter (where state = 'confirmed') as confirmed,
        count(*) filter (where state = 'withdrawn') as withdrawn,
        count(*) filter (where state = 'invalidated') as invalidated
      from signatures group by campaign_id
    ), erased as (
      select campaign_id, count(*) as erased from erased_signatures group by campaign_id
    )
    select c.slug as campaign, counter, coalesce(kept, 0) as stored, coalesce(found, 0) as counted
    from campaigns c
    left join stored s on s.campaign_id = c.id
    left join counted n on n.campaign_id = c.id
    left join erased e on e.campaign_id = c.id
    cross join lateral (values
      ('pending', s.pending, n.pending), ('confirmed', s.confirmed, n.confirmed),
      ('withdrawn', s.withdrawn, n.withdrawn), ('invalidated', s.invalidated, n.invalidated),
      ('erased', s.erased, e.erased)
    ) as compared (counter, kept, found)
    where coalesce(kept, 0) <> coalesce(found, 0)
    order by c.slug, counter`);
  return rows.map(({ campaign, counter, stored, counted }) => ({
    ...{ campaign, counter },
    stored: Number(stored),
    counted: Number(counted),
  }));
}
