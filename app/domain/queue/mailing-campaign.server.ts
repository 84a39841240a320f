import { eq, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/index.ts";
import { campaigns, targets } from "#db/schema/index.ts";

/** The campaign a mail speaks for. */
export type MailingCampaign = {
  slug: string;
  title: string;
  company: string;
  operator: string | null;
  postalAddress: string | null;
  contactEmail: string | null;
  fundingLine: string | null;
};

/** `written`: the language it is written in. `companyNames`: of its company in other languages. */
type Speaker = MailingCampaign & { written: string; companyNames: Record<string, string> };

/** The campaign an email that is not in the outbox speaks for: the featured one. */
export const findFeaturedSpeaker = (db: Db): Promise<Speaker | null> => findSpeaker(db);

export const findMailingCampaign = (db: Db, campaignId: number): Promise<Speaker | null> =>
  findSpeaker(db, eq(campaigns.id, campaignId));

/** What a mail says of its campaign, of a row of `campaigns` with its target. */
export const mailingColumns = {
  slug: campaigns.slug,
  title: campaigns.title,
  company: targets.name,
  companyNames: targets.names,
  operator: campaigns.operator,
  postalAddress: campaigns.postalAddress,
  contactEmail: campaigns.contactEmail,
  fundingLine: campaigns.fundingLine,
};

async function findSpeaker(db: Db, which?: SQL): Promise<Speaker | null> {
  const [campaign] = await db
    .select({ ...mailingColumns, written: sql<string>`${campaigns.languages}[1]` })
    .from(campaigns)
    .innerJoin(targets, eq(targets.id, campaigns.targetId))
    .where(which)
    .orderBy(sql`${campaigns.featured} desc`, campaigns.id)
    .limit(1);
  return campaign ?? null;
}
