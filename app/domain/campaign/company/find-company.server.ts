import { and, asc, type Column, eq, sql } from "drizzle-orm";
import type { CampaignCompany } from "#app/domain/campaign/campaign.ts";
import { companyOf } from "#app/domain/campaign/company-of.server.ts";
import type { DbOrTx } from "#db/index.ts";
import { campaignCompanies, targets } from "#db/schema/index.ts";

export type CompanyRow = typeof targets.$inferSelect;

/** Finds a company that a campaign is about, without one its first. Every campaign has one. */
export async function findCompany(db: DbOrTx, campaignId: number, companyId?: number): Promise<CompanyRow> {
  const [row] = await db
    .select({ company: targets })
    .from(campaignCompanies)
    .innerJoin(targets, eq(targets.id, campaignCompanies.companyId))
    .where(
      and(eq(campaignCompanies.campaignId, campaignId), eq(targets.id, companyOf({ campaignId, companyId }))),
    );
  if (!row) throw new Error("there is no such campaign, or it is not about this company");
  return row.company;
}

/** Names a campaign's company in a language, or in that of a column; without one, by its own name. */
export const companyName = (locale: string | Column | undefined) =>
  locale === undefined
    ? targets.name
    : sql<string>`coalesce(${targets.names} ->> ${locale}::text, ${targets.name})`;

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
