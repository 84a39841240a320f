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

type UpdateMail = { campaign: string; title: string; agrees: boolean; isTest: boolean };

/**
 * The mail of an update: of which campaign, and whether its reader agrees to more. A test went to an organizer,
 * whom nothing unsubscribes. Null when the mail or its reader is gone.
 */
export async function findUpdateMail(db: Db, publicId: string): Promise<UpdateMail | null> {
  const [mail] = await db.$client<UpdateMail[]>`
    select c.slug as campaign, c.title, d.template = 'update-test' as "isTest",
      d.template = 'update-test' or exists (select from consents a
        where a.supporter_id = d.supporter_id and a.campaign_id = d.campaign_id
        and a.purpose = 'updates' and a.revoked_at is null) as agrees
    from deliveries d join campaigns c on c.id = d.campaign_id
    where d.public_id = ${publicId} and d.template in ('update', 'update-test')`;
  return mail ?? null;
}

/** `written`: the language it is written in. */
type Speaker = MailingCampaign & { written: string };

/** The campaign a mail without a delivery speaks for: the featured one. */
export const findFeaturedCampaign = (db: Db): Promise<Speaker | null> => findSpeaker(db);

/** The campaign that a mail speaks for, by its id. */
export const findMailingCampaign = (db: Db, campaignId: number): Promise<Speaker | null> =>
  findSpeaker(db, eq(campaigns.id, campaignId));

/** What a mail says of its campaign, of a row of `campaigns` with its target. */
export const mailingColumns = {
  ...{ slug: campaigns.slug, title: campaigns.title, company: targets.name, operator: campaigns.operator },
  ...{ postalAddress: campaigns.postalAddress, contactEmail: campaigns.contactEmail },
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
