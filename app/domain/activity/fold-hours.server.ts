import { sql } from "drizzle-orm";
import type { Db } from "#db/index.ts";

const hour = 3_600_000;
const day = 24 * hour;

/**
 * Measures nobody reads by the hour after three days: by source, by provider, or of all pages. Measures drawn
 * by days of a time zone (`joined`, `left`, `pledge`, `letter`, emails of updates) stay hourly.
 */
const byDay = [
  "country",
  "source",
  "referrer",
  "visit-host",
  "visit-source",
  "view",
  "wait",
  "mail",
  "signed",
  "signed-gone",
  "confirmed",
  "confirmed-gone",
];
const byHour = "update accepted";

/** Measures published by UTC day: also kept as one row a day, for good. */
const open = ["joined", "pledge", "letter"];
export const dayOf = (measure: string) => `${measure}-day`;

/**
 * Folds the slots of hours that ended two hours ago into one, and into days of UTC what is older than three
 * days and read by the day alone. Sums stay as they are; a transaction that counts in such an hour is waited
 * for. Deletes what was handed over by minute after an hour.
 */
export async function foldHours(db: Db, now = new Date()): Promise<void> {
  const slotsBefore = new Date(now.getTime() - 2 * hour).toISOString();
  const daysBefore = new Date(Math.floor(now.getTime() / day) * day - 3 * day).toISOString();
  const days = sql.param(byDay);
  await db.execute(sql`
    with gone as (
      delete from activity_hours
      where hour < ${slotsBefore}::timestamptz and measure not like '%-day' and (slot <> 0
        or measure = any(${days}::text[]) and value <> ${byHour} and hour < ${daysBefore}::timestamptz
          and hour <> date_trunc('day', hour, 'UTC'))
      returning campaign_id, measure, value, n,
        case when measure = any(${days}::text[]) and value <> ${byHour} and hour < ${daysBefore}::timestamptz
          then date_trunc('day', hour, 'UTC') else hour end as hour
    )
    insert into activity_hours as a (campaign_id, measure, hour, value, slot, n)
    select campaign_id, measure, hour, value, 0, sum(n) from gone group by 1, 2, 3, 4 order by 1, 2, 3, 4
    on conflict (campaign_id, measure, hour, value, slot) do update set n = a.n + excluded.n`);
  await db.execute(sql`delete from mail_minutes where minute < now() - interval '1 hour'`);
  await db.execute(sql`
    insert into activity_hours (campaign_id, measure, hour, value, slot, n)
    select c.id, m.measure || '-day', date_trunc('day', a.hour, 'UTC'), '', 0, sum(a.n)
    from campaigns c
    cross join unnest(${sql.param(open)}::text[]) m (measure)
    cross join lateral (select coalesce(max(hour) + interval '1 day', '-infinity') as since
      from activity_hours
      where campaign_id = c.id and measure = m.measure || '-day') told
    join activity_hours a on a.campaign_id = c.id and a.measure = m.measure and a.value = ''
      and a.hour >= told.since and a.hour < ${daysBefore}::timestamptz
    group by 1, 2, 3 having sum(a.n) <> 0
    on conflict do nothing`);
}
