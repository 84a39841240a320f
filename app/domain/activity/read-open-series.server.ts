import { sql } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";
import { inCrowds, type OpenMeasure, type Stretch } from "./crowds.ts";

const measures: Record<OpenMeasure, string> = { signatures: "joined", pledges: "pledge", letters: "letter" };

/** What everyone may know of a campaign over time, up to the day that ended last. Whoever left later is counted on here. */
export async function readOpenSeries(
  db: DbOrTx,
  campaignId: number,
  { of, from, to }: { of: OpenMeasure; from: string | null; to: string | null },
  now = new Date(),
): Promise<Stretch[]> {
  const today = now.toISOString().slice(0, 10);
  const days = await db.execute<{ day: string; n: number }>(sql`
    select to_char(hour at time zone 'UTC', 'YYYY-MM-DD') as day, sum(n)::int as n from activity_hours
    where campaign_id = ${campaignId} and measure = ${measures[of]} and value = '' and hour < ${`${today}T00:00:00Z`}::timestamptz
    group by 1 having sum(n) > 0 order by 1`);
  return inCrowds(days).filter(
    (stretch) => (from === null || stretch.from >= from) && (to === null || stretch.to <= to),
  );
}
