import type { Db } from "#db/index.ts";

const day = 86_400_000;

/** What is kept by a name that many may bring along: after three days the hour of each says too little for its row. */
const byDay = ["country", "source", "referrer", "visit-host", "visit-source"];

/**
 * Folds the slots of hours that ended a day ago into one, and the hours of countries, sources and hosts into days of UTC after
 * three. Sums stay as they are; whoever counts in such an hour meanwhile is waited for.
 */
export async function foldHours(db: Db, now = new Date()): Promise<void> {
  const slotsBefore = new Date(now.getTime() - day).toISOString();
  const daysBefore = new Date(Math.floor(now.getTime() / day) * day - 3 * day).toISOString();
  await db.$client`
    with gone as (
      delete from activity_hours
      where hour < ${slotsBefore}::timestamptz and (slot <> 0
        or measure = any(${byDay}) and hour < ${daysBefore}::timestamptz and hour <> date_trunc('day', hour, 'UTC'))
      returning campaign_id, measure, value, n,
        case when measure = any(${byDay}) and hour < ${daysBefore}::timestamptz then date_trunc('day', hour, 'UTC') else hour end as hour
    )
    insert into activity_hours as a (campaign_id, measure, hour, value, slot, n)
    select campaign_id, measure, hour, value, 0, sum(n) from gone group by 1, 2, 3, 4 order by 1, 2, 3, 4
    on conflict (campaign_id, measure, hour, value, slot) do update set n = a.n + excluded.n`;
}
