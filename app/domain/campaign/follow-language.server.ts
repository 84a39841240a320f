import { and, eq } from "drizzle-orm";
import type { Locale } from "#app/i18n/index.ts";
import type { Tx } from "#db/index.ts";
import { claims, petitionDrafts } from "#db/schema/index.ts";
import type { OnCampaign } from "./lock-campaign.server.ts";
import { recordChanges } from "./record-changes.server.ts";
import { translatedTemplate } from "./template.ts";

/**
 * Writes in another language what the template wrote of a draft's statements and petition, where nobody has
 * changed it. Published statements stay. In a transaction that holds the campaign.
 */
export async function followLanguage(
  tx: Tx,
  on: OnCampaign,
  [from, to]: readonly [Locale, Locale],
  now: Date,
): Promise<void> {
  const { campaignId, actor } = on;
  const translated = translatedTemplate(from, to);
  const inOther = (text: string) => translated.get(text) ?? text;
  const rows = await tx
    .select()
    .from(claims)
    .where(and(eq(claims.campaignId, campaignId), eq(claims.published, false)));
  for (const { id, text, attribution, version } of rows) {
    const before = { text, attribution };
    const after = { text: inOther(text), attribution: attribution && inOther(attribution) };
    const about = { ...on, thing: "claim", thingId: id, stage: "draft", isPart: true } as const;
    const changed = await recordChanges(tx, about, { before, after }, now);
    if (changed.length > 0)
      await tx
        .update(claims)
        .set({ ...after, version: version + 1 })
        .where(eq(claims.id, id));
  }

  const own = eq(petitionDrafts.campaignId, campaignId);
  const [petition] = await tx.select().from(petitionDrafts).where(own);
  if (!petition) return;
  const { summary, body, version } = petition;
  const after = { summary: inOther(summary), body: inOther(body) };
  const about = { ...on, thing: "petition", stage: "draft", isPart: true } as const;
  const changed = await recordChanges(tx, about, { before: { summary, body }, after }, now);
  if (changed.length > 0)
    await tx
      .update(petitionDrafts)
      .set({ ...after, version: version + 1, editedBy: actor, editedAt: now })
      .where(own);
}
