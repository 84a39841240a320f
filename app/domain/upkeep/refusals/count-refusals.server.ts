import { type SQL, sql } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";
import { type RefusalGroup, refusalDays, refusalGroups } from "./refusal.ts";

export type RefusalCounts = Record<RefusalGroup, number>;

/** Builds a condition: a refusal in this campaign, or of its organizers outside any campaign. */
export const concerns = (
  campaignId: number | SQL,
): SQL => sql`(r.campaign_id = ${campaignId} or r.campaign_id is null
  and r.organizer_id in (select m.organizer_id from campaign_organizers m
    where m.campaign_id = ${campaignId}))`;

/** The sums by group, as columns over rows `r`. */
export const sumsByGroup = sql.join(
  Object.entries(refusalGroups).map(
    ([group, reasons]) =>
      sql`coalesce(sum(r.n) filter (where r.why in (${sql.join(
        reasons.map((why) => sql`${why}`),
        sql`, `,
      )})), 0)::int as ${sql.identifier(group)}`,
  ),
  sql`, `,
);

/** Counts refusals of the last seven days: of a campaign and its organizers, and of unknown addresses. */
export async function countRefusals(
  db: DbOrTx,
  campaignId: number,
  now = new Date(),
): Promise<RefusalCounts> {
  const [row] = await db.execute<RefusalCounts>(sql`
    select ${sumsByGroup} from refusals r
    where r.last_at > ${now.toISOString()}::timestamptz - make_interval(days => ${refusalDays})
      and (${concerns(campaignId)} or r.why = 'unknown-address')`);
  const { wrong = 0, locked = 0, unknown = 0, refused = 0 } = row ?? {};
  return { wrong, locked, unknown, refused };
}
