import { and, eq, gt, ne, sql } from "drizzle-orm";
import { readCounts } from "#app/domain/campaign/queries.server.ts";
import type { Db, DbOrTx } from "#db/index.ts";
import { campaignMilestones, campaigns } from "#db/schema/index.ts";
import type { Milestone } from "./milestone.ts";
import { milestonesUpTo } from "./milestone.ts";

/**
 * Notes the round numbers that campaigns have reached, each with the hour since which there are as many, and
 * strikes those they have no longer. The hour is read from the sums by the hour, so it is right however late
 * this runs.
 */
export async function noteMilestones(db: Db, now = new Date()): Promise<number> {
  const published = await db
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(ne(campaigns.status, "draft"));
  let noted = 0;
  for (const { id } of published) noted += await noteOf(db, id, now);
  return noted;
}

async function noteOf(db: Db, campaignId: number, now: Date): Promise<number> {
  const { signatures } = await readCounts(db, campaignId);
  const own = eq(campaignMilestones.campaignId, campaignId);
  await db.delete(campaignMilestones).where(and(own, gt(campaignMilestones.signatures, signatures)));
  const known = await db
    .select({ signatures: campaignMilestones.signatures })
    .from(campaignMilestones)
    .where(own);
  const fresh = milestonesUpTo(signatures).filter((one) => !known.some((row) => row.signatures === one));
  if (fresh.length === 0) return 0;
  // Counts back from today's total: it was finally reached in the last hour that began below it.
  const rows = await db.execute<{ signatures: number }>(sql`
    insert into campaign_milestones (campaign_id, signatures, reached_at)
    select ${campaignId}, m.n, coalesce(max(h.hour), ${now.toISOString()}::timestamptz)
    from unnest(${sql.param(fresh)}::int[]) as m (n)
    left join (
      select hour, ${signatures}::int - sum(net) over (order by hour desc) as before from (
        select hour, sum(case measure when 'joined' then n else -n end) as net from activity_hours
        where campaign_id = ${campaignId} and measure in ('joined', 'left') group by hour) as of_hour
    ) as h on h.before < m.n
    group by m.n
    on conflict do nothing returning signatures`);
  return rows.length;
}

/** Finds the largest round number a campaign has reached; null before the first. */
export async function findMilestone(
  db: DbOrTx,
  campaignId: number,
  signatures: number,
): Promise<Milestone | null> {
  const [row] = await db.execute<{ signatures: number; reachedAt: string }>(sql`
    select signatures, reached_at as "reachedAt" from campaign_milestones
    where campaign_id = ${campaignId} and signatures <= ${signatures} order by signatures desc limit 1`);
  return row ? { signatures: row.signatures, reachedAt: new Date(row.reachedAt) } : null;
}
