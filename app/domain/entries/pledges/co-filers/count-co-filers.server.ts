import { sql } from "drizzle-orm";
import { type ListScope, maySeeNames } from "#app/domain/entries/signatures/list-signatures.server.ts";
import type { Db } from "#db/index.ts";
import { type CoFilerState, coFilerStates } from "./co-filer.ts";
import { isCoFiler } from "./is-co-filer.server.ts";

/**
 * Counts holders by state, and those willing to co-file who did not agree to be written to about it: of these
 * nobody learns more than the number.
 */
export async function countCoFilers(db: Db, scope: ListScope & { meetingId: number }) {
  const rows = await db.execute<{ state: CoFilerState | null; n: number }>(sql`
    select case when ${isCoFiler} then coalesce(f.state, 'interested') end as state, count(*)::int as n
    from pledges p join pledge_willing willing on willing.pledge_id = p.id and willing.willing = 'cofile'
    left join co_filers f on f.series = p.series
    where p.campaign_id = ${scope.campaignId} and p.meeting_id = ${scope.meetingId} and p.status = 'active'
      and ${maySeeNames(scope)}
    group by 1`);
  const counted = new Map(rows.map(({ state, n }) => [state, n]));
  const counts = Object.fromEntries(coFilerStates.map((state) => [state, counted.get(state) ?? 0]));
  return { counts: counts as Record<CoFilerState, number>, notAsked: counted.get(null) ?? 0 };
}
