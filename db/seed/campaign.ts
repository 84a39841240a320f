import { and, desc, eq, lte, sql } from "drizzle-orm";
import type { Tx } from "#db/index.ts";
import {
  campaignCompanies,
  campaigns,
  campaignTranslations,
  claims,
  letterRecipients,
  letterTemplates,
  meetings,
  petitionVersions,
} from "#db/schema/index.ts";
import { microsoftIce, microsoftIceAsks, microsoftIcePetition } from "./microsoft-ice.ts";
import { microsoftIceClaims } from "./microsoft-ice-claims.ts";
import { microsoftIceInSpanish } from "./microsoft-ice-es.ts";
import { investorRelations, ownersLineUntil } from "./target.ts";

/** Inserts the campaign with its petition and case. False, and nothing is touched, when its slug is taken. */
export async function seedCampaign(
  tx: Tx,
  targetId: number,
  now: Date,
  status: "open" | "draft",
): Promise<boolean> {
  // Pledges are asked for the running year first, until its vote is over.
  const [meeting] = await tx
    .select({ id: meetings.id })
    .from(meetings)
    .where(and(eq(meetings.targetId, targetId), lte(meetings.year, now.getUTCFullYear())))
    .orderBy(desc(meetings.year))
    .limit(1);
  const [campaign] = await tx
    .insert(campaigns)
    .values({ ...microsoftIce, status, targetId, openedAt: status === "open" ? now : null, createdAt: now })
    .onConflictDoNothing()
    .returning({ id: campaigns.id });
  if (!campaign) return false;
  await tx
    .update(campaignCompanies)
    .set({ ownersLineUntil, ...(meeting && { meetingId: meeting.id }) })
    .where(eq(campaignCompanies.campaignId, campaign.id));

  await tx
    .insert(petitionVersions)
    .values({ ...microsoftIcePetition, campaignId: campaign.id, version: 1, publishedAt: now });
  await tx.insert(letterRecipients).values({ ...investorRelations, campaignId: campaign.id, createdAt: now });
  for (const [locale, ask] of Object.entries(microsoftIceAsks))
    await tx.insert(letterTemplates).values({ campaignId: campaign.id, locale, ask, editedAt: now });
  const nextReview = new Date(now.getTime() + 90 * 86_400_000).toISOString().slice(0, 10);
  for (const [index, { goesOn, ...claim }] of microsoftIceClaims.entries()) {
    const reviewBy = goesOn ? nextReview : null;
    await tx
      .insert(claims)
      .values({ published: true, ...claim, reviewBy, campaignId: campaign.id, position: index + 1 });
  }
  return true;
}

/**
 * Inserts what the campaign says in Spanish, besides what is there already. Words that were edited since
 * have other originals, so that none of these is shown for them.
 */
export async function seedTranslations(tx: Tx): Promise<void> {
  const [campaign] = await tx
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(eq(campaigns.slug, microsoftIce.slug));
  if (!campaign) return;
  const rows = [...microsoftIceInSpanish].map(([original, translation]) => ({
    campaignId: campaign.id,
    locale: "es",
    original,
    translation,
    originalSha256: sql`sha256(convert_to(${original}, 'UTF8'))`,
  }));
  await tx.insert(campaignTranslations).values(rows).onConflictDoNothing();
}
