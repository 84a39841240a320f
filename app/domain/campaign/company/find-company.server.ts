import { and, eq } from "drizzle-orm";
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
