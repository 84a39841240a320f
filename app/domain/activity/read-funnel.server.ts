import { type SQL, sql } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";
import { shareSources } from "./measure.ts";
import type { Span } from "./span.server.ts";

/**
 * Totals of a period, each counted where it happened and not by person: views of the case page, forms sent,
 * signatures confirmed, visits by shared links, and pledges and letters confirmed.
 */
export type Steps = { viewed: number; signed: number; confirmed: number; shared: number; next: number };

export type Funnel = Steps & {
  /** The same length of time in the period before, if there is one. */
  before: Steps | null;
};

/** The measure each step is counted from. */
const countedFrom: Record<keyof Steps, SQL> = {
  viewed: sql`measure = 'view' and value = 'case'`,
  signed: sql`measure = 'signed'`,
  confirmed: sql`measure = 'confirmed'`,
  shared: sql`measure = 'visit-source' and value in ${[...shareSources]}`,
  next: sql`measure in ('pledge', 'letter')`,
};

/** Cuts periods older than three days at UTC days. */
export async function readFunnel(
  db: DbOrTx,
  campaignId: number,
  { from, to, before }: Span,
): Promise<Funnel> {
  const since = before?.from ?? from;
  const until = before?.to ?? from;
  const sums = Object.entries(countedFrom).map(
    ([step, those]) => sql`
      select ${step} as step,
        coalesce(sum(n) filter (where hour >= ${from.toISOString()}::timestamptz), 0)::int as n,
        coalesce(sum(n) filter (where hour < ${until.toISOString()}::timestamptz), 0)::int as before
      from activity_hours where campaign_id = ${campaignId} and ${those}
        and hour >= ${since.toISOString()}::timestamptz and hour <= ${to.toISOString()}::timestamptz`,
  );
  const rows = await db.execute<{ step: keyof Steps; n: number; before: number }>(
    sql.join(sums, sql` union all `),
  );
  const stepsOf = (which: "n" | "before") =>
    Object.fromEntries(rows.map((row) => [row.step, row[which]])) as Steps;
  return { ...stepsOf("n"), before: before && stepsOf("before") };
}
