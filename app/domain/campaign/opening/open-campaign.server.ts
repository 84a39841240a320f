import { and, count, eq, isNull, lte, ne, sql } from "drizzle-orm";
import { hasRight } from "#app/domain/access/has-right.server.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import { hasInstruction } from "#app/lib/placeholders.ts";
import type { Db, DbOrTx } from "#db/index.ts";
import { campaigns, claims, petitionVersions } from "#db/schema/index.ts";
import type { Missing } from "../campaign.ts";
import { lockCampaign, type OnCampaign } from "../lock-campaign.server.ts";
import { hasOffice } from "../recipients/open-recipients.server.ts";
import { recordChanges } from "../record-changes.server.ts";
import { missingBeforeOpening } from "./readiness.server.ts";

/** What a campaign has, and what it lacks before it can open and send. */
export type Opening = {
  hasPetition: boolean;
  /** Whether the words above the case are its own: neither empty nor an instruction of the template. */
  hasWords: boolean;
  /** Whether more than the name of each company is known. */
  hasCompany: boolean;
  /** The same of each, in order, and whether it has a meeting and a verified recipient. */
  companies: OpeningCompany[];
  hasRecipient: boolean;
  /** Whether each of its languages is offered, or will be once it opens: all texts were translated once. */
  hasLanguages: boolean;
  /** Whether two people can publish, approve and send. */
  hasSecondPerson: boolean;
  missing: Missing[];
  claims: number;
  unlinked: number;
  /** Public claims that have to be checked again. */
  due: number;
};

export type OpeningCompany = {
  slug: string;
  name: string;
  isKnown: boolean;
  hasMeeting: boolean;
  hasRecipient: boolean;
};

/** Counts the published statements that are no opinion and have no link which an organizer has verified. */
export async function countUnlinked(db: DbOrTx, campaignId: number): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(claims)
    .where(
      and(
        eq(claims.campaignId, campaignId),
        eq(claims.published, true),
        ne(claims.kind, "opinion"),
        isNull(claims.sourceUrl),
        sql`not jsonb_path_exists(${claims.moreSources}, '$[*] ? (@.sourceUrl != null)')`,
      ),
    );
  return row?.n ?? 0;
}

export async function readOpening(db: DbOrTx, campaignId: number, now = new Date()): Promise<Opening> {
  const [row] = await db.select().from(campaigns).where(eq(campaigns.id, campaignId));
  const companies = await db.execute<OpeningCompany>(sql`
    select t.slug, t.name, t.ticker <> '' as "isKnown",
      exists (select from meetings m where m.target_id = t.id) as "hasMeeting",
      ${hasOffice({ campaignId: sql`o.campaign_id`, companyId: sql`t.id` })} as "hasRecipient"
    from campaign_companies o join targets t on t.id = o.company_id
    where o.campaign_id = ${campaignId} order by o.place`);
  const [people] = await db.execute<{ languages: boolean; second: boolean }>(sql`
    select (select bool_and(n = 1 or locale = any (c.offered_languages) or is_complete_in(c.id, locale))
        from campaigns c, unnest(c.languages) with ordinality as l (locale, n)
        where c.id = ${campaignId}) as languages,
      (select count(*) > 1 from campaign_organizers m join organizers o on o.id = m.organizer_id
        where m.campaign_id = ${campaignId} and ${hasRight("approve", "m")} and o.activated_at is not null
          and o.disabled_at is null) as second`);
  const [petitions] = await db
    .select({ n: count() })
    .from(petitionVersions)
    .where(eq(petitionVersions.campaignId, campaignId));
  const isDue = lte(claims.reviewBy, now.toISOString().slice(0, 10));
  const [published] = await db
    .select({ n: count(), due: sql<number>`(count(*) filter (where ${isDue}))::int` })
    .from(claims)
    .where(and(eq(claims.campaignId, campaignId), eq(claims.published, true)));
  return {
    hasPetition: (petitions?.n ?? 0) > 0,
    hasWords: row !== undefined && row.standfirst.trim() !== "" && !hasInstruction(row.standfirst),
    hasCompany: companies.length > 0 && companies.every(({ isKnown }) => isKnown),
    companies: [...companies],
    hasRecipient: companies.some(({ hasRecipient }) => hasRecipient),
    hasLanguages: people?.languages ?? false,
    hasSecondPerson: people?.second ?? false,
    missing: row ? missingBeforeOpening(row) : [],
    claims: published?.n ?? 0,
    unlinked: await countUnlinked(db, campaignId),
    due: published?.due ?? 0,
  };
}

export type CampaignOpened = {
  outcome:
    | "opened"
    | "not-draft"
    | "no-petition"
    | "no-words"
    | "no-company"
    | "missing-organization"
    | "unlinked"
    | "gone";
};

/**
 * Opens a campaign: from the next second on everybody can read and sign it. In public, each published
 * statement that is no opinion must have a verified link.
 */
export async function openCampaign(
  db: Db,
  on: OnCampaign,
  { localMode }: { localMode: boolean },
  now = new Date(),
): Promise<CampaignOpened> {
  const { campaignId, actor } = on;
  return db.transaction(async (tx): Promise<CampaignOpened> => {
    if (!(await lockCampaign(tx, on, "manage"))) return { outcome: "gone" };
    const { hasPetition, hasWords, hasCompany, missing, unlinked } = await readOpening(tx, campaignId);
    if (!hasPetition) return { outcome: "no-petition" };
    if (!hasWords) return { outcome: "no-words" };
    if (!hasCompany) return { outcome: "no-company" };
    if (missing.length > 0) return { outcome: "missing-organization" };
    if (unlinked > 0 && !localMode) return { outcome: "unlinked" };
    const opened = await tx
      .update(campaigns)
      .set({ status: "open", openedAt: now, version: sql`${campaigns.version} + 1` })
      .where(and(eq(campaigns.id, campaignId), eq(campaigns.status, "draft")))
      .returning({ id: campaigns.id });
    if (opened.length === 0) return { outcome: "not-draft" };
    const about = { campaignId, actor, thing: "campaign", stage: "public" } as const;
    await recordChanges(tx, about, { before: { status: "draft" }, after: { status: "open" } }, now);
    await recordAudit(tx, { actor, action: "campaign-opened", campaignId, subject: null, detail: {} }, now);
    return { outcome: "opened" };
  });
}
