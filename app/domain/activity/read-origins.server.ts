import { sql } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";
import { cellAtLeast } from "./measure.ts";
import type { Span } from "./span.server.ts";

/** One country, source or host: visitors in the period and in the one before. */
export type Origin = { value: string; n: number; before: number | null };

export type Origins = {
  /** Largest first. */
  listed: Origin[];
  /** The sum of those not listed. */
  others: { values: number; n: number } | null;
  total: number;
};

const listedAtMost = 8;

export type OriginMeasure = "country" | "source" | "referrer" | "visit-host" | "visit-source";

/**
 * Counts who came from where in a period. Older than three days, in whole days of UTC. Cells under five are
 * merged with the others unless `small`.
 */
export async function readOrigins(
  db: DbOrTx,
  campaignId: number,
  measure: OriginMeasure,
  { span, small }: { span: Span; small: boolean },
): Promise<Origins> {
  const { from, to, before } = span;
  const since = before?.from ?? from;
  const rows = await db.execute<{ value: string; n: number; before: number }>(sql`
    select value, coalesce(sum(n) filter (where hour >= ${from.toISOString()}::timestamptz), 0)::int as n,
      coalesce(sum(n) filter (where hour < ${(before?.to ?? from).toISOString()}::timestamptz),
        0)::int as before
    from activity_hours
    where campaign_id = ${campaignId} and measure = ${measure}
      and hour >= ${since.toISOString()}::timestamptz and hour <= ${to.toISOString()}::timestamptz
    group by value
    having sum(n) filter (where hour >= ${from.toISOString()}::timestamptz) > 0
    order by 2 desc, 1`);
  const largest = rows.filter(({ n }) => small || n >= cellAtLeast).slice(0, listedAtMost);
  const total = rows.reduce((sum, { n }) => sum + n, 0);
  const listed = largest.map(({ value, n, before: was }) => ({
    value,
    n,
    before: before && (small || was >= cellAtLeast) ? was : null,
  }));
  const rest = {
    values: rows.length - largest.length,
    n: total - largest.reduce((sum, { n }) => sum + n, 0),
  };
  return { listed, others: rest.values > 0 ? rest : null, total };
}
