import { sql } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";

export type PledgedCompany = { slug: string; name: string };

/** Lists the companies that active pledges of a campaign are about, and those of `named`, by name. */
export async function listPledgedCompanies(
  db: DbOrTx,
  campaignId: number,
  named: readonly string[] = [],
): Promise<PledgedCompany[]> {
  const rows = await db.execute<PledgedCompany>(sql`
    select t.slug, t.name from targets t
    where exists (select from meetings m join pledges p on p.meeting_id = m.id
      where m.target_id = t.id and p.campaign_id = ${campaignId} and p.status = 'active')
      ${named.length === 0 ? sql`` : sql`or t.slug in ${named}`}
    order by t.name, t.slug`);
  return [...rows];
}
