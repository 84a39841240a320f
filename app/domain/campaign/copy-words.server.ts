import { and, eq, sql } from "drizzle-orm";
import { organizerOf } from "#app/domain/access/may-act.server.ts";
import type { Tx } from "#db/index.ts";
import {
  type campaigns,
  claims,
  letterSettings,
  letterTemplates,
  petitionDrafts,
  petitionVersions,
} from "#db/schema/index.ts";
import { inOrder } from "./claim-order.server.ts";
import type { OnCampaign } from "./lock-campaign.server.ts";

/** Returns what a copy says of its campaign: its company, goals, languages and who runs it. */
export const copiedColumns = (from: typeof campaigns.$inferSelect) => ({
  targetId: from.targetId,
  eyebrow: from.eyebrow,
  standfirst: from.standfirst,
  goalSteps: from.goalSteps,
  languages: from.languages,
  retentionMonths: from.retentionMonths,
  operator: from.operator,
  postalAddress: from.postalAddress,
  contactEmail: from.contactEmail,
  privacyContact: from.privacyContact,
  fundingLine: from.fundingLine,
});

/** Copies petition and claims as drafts, and what letters begin with. Returns how many claims. */
export async function copyWords(
  tx: Tx,
  from: typeof campaigns.$inferSelect,
  on: OnCampaign,
  now: Date,
): Promise<number> {
  await copyCompanies(tx, from.id, on.campaignId);
  const copied = await copyClaims(tx, from.id, on.campaignId);
  await copyPetition(tx, from, on, now);
  await copyLetters(tx, from.id, on, now);
  return copied;
}

/** Copies public claims, or the draft of those never published, and renumbers them. */
async function copyClaims(tx: Tx, from: number, to: number): Promise<number> {
  const rows = await tx.select().from(claims).where(eq(claims.campaignId, from)).orderBy(inOrder);
  for (const [n, row] of rows.entries()) {
    const { id: _id, version: _v, place: _p, draft: _d, firstPublishedAt: _f, ...words } = row;
    const copy = { ...words, campaignId: to, position: n + 1, published: false };
    await tx.insert(claims).values(copy);
  }
  return rows.length;
}

async function copyPetition(
  tx: Tx,
  from: Pick<typeof campaigns.$inferSelect, "id" | "petitionVersion">,
  { campaignId, actor }: OnCampaign,
  now: Date,
): Promise<void> {
  const inForce = and(
    eq(petitionVersions.campaignId, from.id),
    eq(petitionVersions.version, from.petitionVersion),
  );
  const [row] = await tx.select().from(petitionVersions).where(inForce);
  if (!row) return;
  const words = { summary: row.summary, body: row.body };
  await tx.insert(petitionDrafts).values({ campaignId, ...words, editedBy: actor, editedAt: now });
}

async function copyLetters(
  tx: Tx,
  from: number,
  { campaignId, actor }: OnCampaign,
  now: Date,
): Promise<void> {
  const editedById = organizerOf(actor);
  const [settings] = await tx.select().from(letterSettings).where(eq(letterSettings.campaignId, from));
  if (settings && editedById !== null) {
    const { everyDays, milestone } = settings;
    await tx.insert(letterSettings).values({ campaignId, everyDays, milestone, editedAt: now, editedById });
  }
  const templates = await tx.select().from(letterTemplates).where(eq(letterTemplates.campaignId, from));
  for (const { locale, ask } of templates)
    await tx.insert(letterTemplates).values({ campaignId, locale, ask, editedAt: now, editedById });
}

/** A trigger adds the first. */
const copyCompanies = (tx: Tx, fromId: number, campaignId: number) =>
  tx.execute(sql`
    insert into campaign_companies (campaign_id, company_id, place, meeting_id)
    select ${campaignId}, company_id, place, meeting_id from campaign_companies
    where campaign_id = ${fromId} order by place
    on conflict (campaign_id, company_id) do update set meeting_id = excluded.meeting_id`);
