import { sql } from "drizzle-orm";
import type { HoldingView } from "#app/domain/entries/pledges/holding-view.ts";
import { viewMarks } from "#app/domain/entries/pledges/lock-pledge.server.ts";
import { listExportsHolding } from "#app/domain/outgoing/exports/queries.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { DbOrTx } from "#db/index.ts";

/**
 * Lists every view of a pledge's holding by an organizer or the operator, and every export that contained it
 * or may have, in any version, newest first. Empty if the pledge does not exist.
 */
export async function listHoldingViews(db: DbOrTx, keys: Keys, publicId: string): Promise<HoldingView[]> {
  const versions = await db.execute<{ publicId: string; campaignId: number; series: string }>(sql`
    select v.public_id as "publicId", v.campaign_id as "campaignId", v.series
    from pledges p join pledges v on v.supporter_id = p.supporter_id and v.series = p.series
    where p.public_id = ${publicId}`);
  const [first] = versions;
  if (!first) return [];
  const { campaignId, series } = first;

  const marks = versions.flatMap((version) => viewMarks(keys, version.publicId));
  const viewed = await db.execute<{ at: string; by: string; byOperator: boolean }>(sql`
    select e.at, coalesce(o.name, '') as by, e.actor = 'operator' as "byOperator"
    from audit_entries e left join organizers o on e.actor = 'organizer:' || o.id
    where e.action = 'holding-viewed' and e.campaign_id = ${campaignId}
      and e.detail ->> 'pledge' in ${marks}
    order by e.at desc, e.id desc`);
  const views = viewed.map((view): HoldingView => ({ ...view, at: new Date(view.at), how: "look" }));
  const taken = (await listExportsHolding(db, { campaignId, series })).map(
    (each): HoldingView => ({ ...each, how: "export" }),
  );
  return [...views, ...taken].sort((a, b) => b.at.getTime() - a.at.getTime());
}
