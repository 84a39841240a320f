import { and, asc, eq, ne, type SQL, sql } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";
import { campaigns } from "#db/schema/index.ts";
import type { CampaignStatus, NamedCampaign } from "./campaign.ts";
import { countedSignatures } from "./petition-signers.server.ts";
import { whole } from "./translations/in-language.ts";
import { offeredLanguages } from "./translations/offered-languages.server.ts";
import { readTranslations } from "./translations/translations.server.ts";

type ListedCampaign = {
  id: number;
  slug: string;
  title: string;
  status: CampaignStatus;
  featured: boolean;
  /** A freeze has stopped its exports and sends. */
  frozen: boolean;
  signatures: number;
  organizers: number;
};

/** Lists all campaigns, drafts included, oldest first. */
export async function listCampaigns(db: DbOrTx): Promise<ListedCampaign[]> {
  const rows = await db.execute<ListedCampaign>(sql`
    select id, slug, title, status, featured, frozen_at is not null as frozen,
      ${countedSignatures(sql`c.id`)} as signatures,
      (select count(*) from campaign_organizers where campaign_id = c.id)::int as organizers
    from campaigns c order by id`);
  return [...rows];
}

/** Lists campaigns with public pages, oldest first, with the languages offered. Titles are the originals. */
export async function listPublicCampaigns(
  db: DbOrTx,
): Promise<{ id: number; slug: string; title: string; offered: string[] }[]> {
  const { id, slug, title } = campaigns;
  return db
    .select({ id, slug, title, offered: offeredLanguages })
    .from(campaigns)
    .where(ne(campaigns.status, "draft"))
    .orderBy(asc(id));
}

/** Lists open campaigns that the home page does not show whole, oldest first. */
export const listOtherCampaigns = (db: DbOrTx, locale: string) =>
  listNamed(db, and(eq(campaigns.status, "open"), eq(campaigns.featured, false)), locale);

/** Lists campaigns with public pages by their name in a language, oldest first. */
export const listNamedCampaigns = (db: DbOrTx, locale: string) =>
  listNamed(db, ne(campaigns.status, "draft"), locale);

/** Each with its head wholly in `locale`, or as written. */
async function listNamed(db: DbOrTx, which: SQL | undefined, locale: string): Promise<NamedCampaign[]> {
  const { id, slug, title, standfirst, contactEmail } = campaigns;
  const rows = await db
    .select({ id, slug, title, standfirst, contactEmail })
    .from(campaigns)
    .where(which)
    .orderBy(asc(campaigns.id));
  return Promise.all(
    rows.map(async ({ id, slug, contactEmail, ...head }) => {
      const other = await readTranslations(db, id, locale);
      const translated = other && whole(other.known, head);
      return {
        slug,
        contactEmail,
        ...(translated ?? head),
        language: translated ? undefined : other?.written,
      };
    }),
  );
}
