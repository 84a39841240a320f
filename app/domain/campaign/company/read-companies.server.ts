import { sql } from "drizzle-orm";
import type { Db } from "#db/index.ts";
import { namesOf } from "./approve-companies.server.ts";
import { listCompaniesOf } from "./find-company.server.ts";
import { type CompanyHold, findHolds } from "./holds-company.server.ts";

/** A campaign's companies with what keeps each there, and a change that waits for approval. */
export type CampaignCompanies = {
  companies: { slug: string; name: string; holds: CompanyHold[] }[];
  /** `by`: null for the operator or a removed account. `companies`: names, in the requested order. */
  asked: { subject: string; by: { id: string; name: string } | null; at: string; companies: string[] } | null;
};

type Row = { subject: string; byId: string | null; byName: string | null; at: string; ids: number[] };

export async function readCompanies(db: Db, campaignId: number): Promise<CampaignCompanies> {
  const companies: CampaignCompanies["companies"] = [];
  for (const { id, slug, name } of await listCompaniesOf(db, campaignId))
    companies.push({ slug, name, holds: await findHolds(db, campaignId, id) });
  const [row] = await db.execute<Row>(sql`
    select p.public_id as subject, p.asked_by_id as "byId", o.name as "byName", p.asked_at as at,
      p.company_ids as ids
    from company_proposals p left join organizers o on o.id = p.asked_by_id
    where p.campaign_id = ${campaignId} and p.approved_at is null and p.withdrawn_at is null`);
  return {
    companies,
    asked: row
      ? {
          subject: row.subject,
          by: row.byId === null ? null : { id: row.byId, name: row.byName ?? "" },
          at: new Date(row.at).toISOString(),
          companies: await namesOf(db, row.ids),
        }
      : null,
  };
}
