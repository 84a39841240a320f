import { sql } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";
import { dayOf } from "./fold-hours.server.ts";
import { mergeSmallDays, type PublicMeasure, publicMeasures, type Stretch } from "./measure.ts";

const measures: Record<PublicMeasure, string> = {
  signatures: "joined",
  pledges: "pledge",
  letters: "letter",
};

/**
 * Reads what everyone may know of a campaign over time, up to the day that ended last. People who left later
 * still count here. Reads one row for each day, and hours of the last days alone.
 */
export async function readPublicSeries(
  db: DbOrTx,
  campaignId: number,
  { of, from, to }: { of: PublicMeasure; from: string | null; to: string | null },
  now = new Date(),
): Promise<Stretch[]> {
  const today = now.toISOString().slice(0, 10);
  const measure = measures[of];
  const days = await db.execute<{ day: string; n: number }>(sql`
    with told as (
      select hour, n from activity_hours
      where campaign_id = ${campaignId} and measure = ${dayOf(measure)}
        and hour < ${`${today}T00:00:00Z`}::timestamptz
    )
    select to_char(hour at time zone 'UTC', 'YYYY-MM-DD') as day, n::int as n from (
      select hour, n from told
      union all
      select date_trunc('day', hour, 'UTC'), sum(n) from activity_hours
      where campaign_id = ${campaignId} and measure = ${measure} and value = ''
        and hour < ${`${today}T00:00:00Z`}::timestamptz
        and hour >= (select coalesce(max(hour) + interval '1 day', '-infinity') from told)
      group by 1
    ) days where n > 0 order by hour`);
  return mergeSmallDays(days).filter(
    (stretch) => (from === null || stretch.from >= from) && (to === null || stretch.to <= to),
  );
}

/** Reads all public measures over time. */
export async function readAllPublicSeries(db: DbOrTx, campaignId: number, now = new Date()) {
  const read = async (of: PublicMeasure) =>
    [of, await readPublicSeries(db, campaignId, { of, from: null, to: null }, now)] as const;
  return Object.fromEntries(await Promise.all(publicMeasures.map(read))) as Record<PublicMeasure, Stretch[]>;
}
