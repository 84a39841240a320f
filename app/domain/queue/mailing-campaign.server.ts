import { eq, sql } from "drizzle-orm";
import type { Db } from "#db/index.ts";
import { campaigns } from "#db/schema/index.ts";

/** The campaign an email is sent for. */
export type MailingCampaign = {
  slug: string;
  title: string;
  company: string;
  operator: string | null;
  postalAddress: string | null;
  contactEmail: string | null;
  fundingLine: string | null;
};

/** A company's name, and its names in other languages. */
export type NamesOfCompany = { name: string; names: Record<string, string> };

/** `written`: the campaign's own language. */
type Speaker = Omit<MailingCampaign, "company"> & { written: string; companies: NamesOfCompany[] };

/** The companies of a row of `campaigns`, in their order. */
export const namesOfCompanies = sql`(
  select json_agg(json_build_object('name', t.name, 'names', t.names) order by o.place)
  from campaign_companies o join targets t on t.id = o.company_id
  where o.campaign_id = campaigns.id)`.mapWith((found): NamesOfCompany[] =>
  typeof found === "string" ? JSON.parse(found) : found,
);

/** What an email says of its campaign, from a row of `campaigns`. */
export const mailingColumns = {
  slug: campaigns.slug,
  title: campaigns.title,
  companies: namesOfCompanies,
  operator: campaigns.operator,
  postalAddress: campaigns.postalAddress,
  contactEmail: campaigns.contactEmail,
  fundingLine: campaigns.fundingLine,
};

export async function findMailingCampaign(db: Db, campaignId: number): Promise<Speaker | null> {
  const [campaign] = await db
    .select({ ...mailingColumns, written: sql<string>`${campaigns.languages}[1]` })
    .from(campaigns)
    .where(eq(campaigns.id, campaignId));
  return campaign ?? null;
}
