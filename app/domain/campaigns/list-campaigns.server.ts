import { and, asc, eq, ne, sql } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";
import { campaigns } from "#db/schema/index.ts";
import type { CampaignStatus } from "./campaign.ts";
import { offeredLanguages } from "./offered-languages.server.ts";

type ListedCampaign = {
  id: number;
  slug: string;
  title: string;
  status: CampaignStatus;
  featured: boolean;
  /** The panic switch has stopped its exports and sends. */
  frozen: boolean;
  signatures: number;
  organizers: number;
};

/** Every campaign there is, drafts included, oldest first. */
export async function listCampaigns(db: DbOrTx): Promise<ListedCampaign[]> {
  const rows = await db.execute<ListedCampaign>(sql`
    select id, slug, title, status, featured, frozen_at is not null as frozen,
      (select coalesce(sum(confirmed + erased), 0) from campaign_counts where campaign_id = c.id)::int as signatures,
      (select count(*) from campaign_organizers where campaign_id = c.id)::int as organizers
    from campaigns c order by id`);
  return [...rows];
}

/** Every campaign that has public pages, oldest first, with the languages it is offered in. Its title is in the language it is written in. */
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

/** A campaign as the home page names it. */
type NamedCampaign = { slug: string; title: string; standfirst: string };

/** The open campaigns that the home page does not show whole, oldest first. */
export async function listOtherCampaigns(db: DbOrTx): Promise<NamedCampaign[]> {
  const { slug, title, standfirst } = campaigns;
  return db
    .select({ slug, title, standfirst })
    .from(campaigns)
    .where(and(eq(campaigns.status, "open"), eq(campaigns.featured, false)))
    .orderBy(asc(campaigns.id));
}
