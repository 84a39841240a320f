import { sql } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";
import { shareSources } from "./measure.ts";
import type { Span } from "./span.server.ts";

/**
 * How many got how far in a period, counted where each thing happened and without telling one person from another:
 * views of the case page, forms that were sent, signatures that were confirmed, visits by a link that somebody passed on, and
 * pledges and letters that were confirmed.
 */
export type Funnel = { viewed: number; signed: number; confirmed: number; shared: number; next: number };

export async function readFunnel(db: DbOrTx, campaignId: number, { from, to }: Span): Promise<Funnel> {
  const shares = sql.join(
    shareSources.map((source) => sql`${source}`),
    sql`, `,
  );
  const [row] = await db.execute<Funnel>(sql`
    select coalesce(sum(n) filter (where measure = 'view'), 0)::int as viewed,
      coalesce(sum(n) filter (where measure = 'signed'), 0)::int as signed,
      coalesce(sum(n) filter (where measure = 'confirmed'), 0)::int as confirmed,
      coalesce(sum(n) filter (where measure = 'visit-source'), 0)::int as shared,
      coalesce(sum(n) filter (where measure in ('pledge', 'letter')), 0)::int as next
    from activity_hours
    where campaign_id = ${campaignId} and hour >= ${from.toISOString()}::timestamptz and hour <= ${to.toISOString()}::timestamptz
      and (measure in ('signed', 'confirmed', 'pledge', 'letter') or measure = 'view' and value = 'case'
        or measure = 'visit-source' and value in (${shares}))`);
  return row ?? { viewed: 0, signed: 0, confirmed: 0, shared: 0, next: 0 };
}
