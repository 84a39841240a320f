import { and, eq, sql } from "drizzle-orm";
import type { Locale } from "#app/i18n/index.ts";
import type { Tx } from "#db/index.ts";
import { campaignTranslations } from "#db/schema/index.ts";

/** Stores the translation of one text; without draft and translation, deletes its row. */
export async function storeTranslation(
  tx: Tx,
  { campaignId, locale }: { campaignId: number; locale: Locale },
  { text: original, version }: { text: string; version: number },
  words: { draft: string | null; draftedBy?: string | null; translation: string | null },
): Promise<void> {
  const t = campaignTranslations;
  if (words.draft === null && words.translation === null) {
    await tx
      .delete(t)
      .where(and(eq(t.campaignId, campaignId), eq(t.locale, locale), eq(t.original, original)));
    return;
  }
  await tx
    .insert(t)
    .values({
      campaignId,
      locale,
      original,
      draftedBy: null,
      ...words,
      originalSha256: sql`sha256(convert_to(${original}, 'UTF8'))`,
    })
    .onConflictDoUpdate({
      target: [t.campaignId, t.locale, t.originalSha256],
      set: { draftedBy: null, ...words, version: version + 1 },
    });
}
