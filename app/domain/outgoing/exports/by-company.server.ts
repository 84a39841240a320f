import { asc, eq } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";
import { campaignCompanies, targets } from "#db/schema/index.ts";
import type { ListOf } from "./presets.ts";

/** Lists the companies of a campaign that its files can be narrowed down to, in their order. */
export const listCompaniesToExport = (db: DbOrTx, campaignId: number) =>
  db
    .select({ id: targets.id, slug: targets.slug, name: targets.name })
    .from(campaignCompanies)
    .innerJoin(targets, eq(targets.id, campaignCompanies.companyId))
    .where(eq(campaignCompanies.campaignId, campaignId))
    .orderBy(asc(campaignCompanies.place));

/**
 * Adapts a list to its campaign: with several companies, it gets a column for them, and the delivery list one
 * company, by default the first. Null if it names a company that is not the campaign's.
 */
export async function listByCompany<L extends ListOf>(
  db: DbOrTx,
  campaignId: number,
  list: L,
): Promise<L | null> {
  const companies = await listCompaniesToExport(db, campaignId);
  const { company, byCompany: _before, ...filter } = list.filter;
  if (company !== undefined && !companies.some(({ slug }) => slug === company)) return null;
  if (companies.length <= 1) return { ...list, filter };
  const only = company ?? (list.preset === "delivery" ? companies[0]?.slug : undefined);
  return { ...list, filter: { ...filter, byCompany: true, ...(only && { company: only }) } };
}
