import { sql } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";
import { inCrowds, type OpenMeasure, openMeasures, type Stretch } from "./crowds.ts";
import { dayOf } from "./fold-hours.server.ts";

const measures: Record<OpenMeasure, string> = { signatures: "joined", pledges: "pledge", letters: "letter" };

/**
 * Reads what everyone may know of a campaign over time, up to the day that ended last. People who left later
 * still count here. Reads one row for each day, and hours of the last days alone.
 */
export async function readOpenSeries(
  db: DbOrTx,
  campaignId: number,
  { of, from, to }: { of: OpenMeasure; from: string | null; to: string | null },
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
  return inCrowds(days).filter(
    (stretch) => (from === null || stretch.from >= from) && (to === null || stretch.to <= to),
  );
}

/** Reads all public measures over time. */
export async function readAllOpenSeries(db: DbOrTx, campaignId: number, now = new Date()) {
  const read = async (of: OpenMeasure) =>
    [of, await readOpenSeries(db, campaignId, { of, from: null, to: null }, now)] as const;
  return Object.fromEntries(await Promise.all(openMeasures.map(read))) as Record<OpenMeasure, Stretch[]>;
}
