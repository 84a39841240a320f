import { and, eq } from "drizzle-orm";
import { readTranslating } from "#app/domain/campaign/translations/read-translating.server.ts";
import type { TranslatedText } from "#app/domain/campaign/translations/translation.ts";
import type { PetitionWords } from "#app/domain/campaign/wording.ts";
import { type Locale, locales } from "#app/i18n/index.ts";
import type { DbOrTx } from "#db/index.ts";
import { petitionTranslations } from "#db/schema/index.ts";

/** A petition's translation once it takes effect, and its parts that are drafts until then. */
export type TranslatedPetition = { locale: Locale; words: PetitionWords; drafts: TranslatedText[] };

/**
 * Reads what a petition text says in every other language once it is in force. `again`: the version it is,
 * which says in each language what people could sign. A language in which a part of the text is missing is
 * left out.
 */
export async function readTranslatedPetition(
  db: DbOrTx,
  campaignId: number,
  { summary, body }: PetitionWords,
  again: number | null,
): Promise<TranslatedPetition[]> {
  const t = petitionTranslations;
  const signed = await db
    .select({ locale: t.locale, summary: t.summary, body: t.body })
    .from(t)
    .where(and(eq(t.campaignId, campaignId), eq(t.version, again ?? 0)));
  const found: TranslatedPetition[] = [];
  for (const locale of locales) {
    const kept = signed.find((one) => one.locale === locale);
    if (kept) {
      found.push({ locale, words: { summary: kept.summary, body: kept.body }, drafts: [] });
      continue;
    }
    const texts = (await readTranslating(db, campaignId, locale))?.texts ?? [];
    const own = [summary, body].flatMap((words) => texts.filter(({ text }) => text === words));
    const [first, second] = own.map(({ draft, translation }) => draft ?? translation);
    if (first == null || second == null) continue;
    const drafts = own.filter(({ draft }) => draft !== null);
    found.push({ locale, words: { summary: first, body: second }, drafts });
  }
  return found;
}
