import { asc, eq } from "drizzle-orm";
import type { CampaignCompany } from "#app/domain/campaign/campaign.ts";
import type { DbOrTx } from "#db/index.ts";
import { campaignCompanies, targets } from "#db/schema/index.ts";

/** Lists the companies that a campaign is about, in their order. */
export const listCompaniesOf = (db: DbOrTx, campaignId: number): Promise<CampaignCompany[]> =>
  db
    .select({
      id: targets.id,
      slug: targets.slug,
      name: targets.name,
      zone: targets.zone,
      jurisdiction: targets.jurisdiction,
      ownersLineUntil: campaignCompanies.ownersLineUntil,
    })
    .from(campaignCompanies)
    .innerJoin(targets, eq(targets.id, campaignCompanies.companyId))
    .where(eq(campaignCompanies.campaignId, campaignId))
    .orderBy(asc(campaignCompanies.place));
