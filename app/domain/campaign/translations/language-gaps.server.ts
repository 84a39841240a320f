import { eq } from "drizzle-orm";
import type { InLanguage } from "#app/domain/campaign/translations/in-language.ts";
import { offeredLanguages } from "#app/domain/campaign/translations/offered-languages.server.ts";
import { readTranslations } from "#app/domain/campaign/translations/translations.server.ts";
import type { EditedClaim } from "#app/domain/campaign/wording.ts";
import { type Locale, locales } from "#app/i18n/index.ts";
import type { DbOrTx } from "#db/index.ts";
import { campaigns } from "#db/schema/index.ts";
import type { LanguageGap } from "./language-gap.ts";
import { listOriginals, neededTexts } from "./list-originals.server.ts";

type OtherLanguage = InLanguage & { locale: Locale };
type Text = { field: string; text: string };

export async function readOtherLanguages(db: DbOrTx, campaignId: number): Promise<OtherLanguage[]> {
  const [campaign] = await db
    .select({ offered: offeredLanguages })
    .from(campaigns)
    .where(eq(campaigns.id, campaignId));
  const others: OtherLanguage[] = [];
  for (const locale of locales.filter((one) => campaign?.offered.includes(one))) {
    const other = await readTranslations(db, campaignId, locale);
    if (other) others.push({ ...other, locale });
  }
  return others;
}

/**
 * Lists what becomes public with these texts and has no public translation, by language. `again`: their
 * version of the petition, which people may have signed in other languages.
 */
export const gapsIn = (
  others: readonly OtherLanguage[],
  texts: readonly Text[],
  again: number | null = null,
): LanguageGap[] =>
  others.flatMap(({ locale, written, known, signed }) => {
    if (again !== null && signed.has(again)) return [];
    const lacking = texts.filter(({ text }) => !known.has(text)).map(({ field }) => field);
    return lacking.length > 0 ? [{ locale, written, fields: [...new Set(lacking)] }] : [];
  });

/** Lists texts this claim or its draft would make public without a public translation. */
export const gapsOfClaim = (
  others: readonly OtherLanguage[],
  { published, live, draft }: Pick<EditedClaim, "published" | "live" | "draft">,
): LanguageGap[] =>
  gapsIn(others, newAmong(neededTexts.claim(draft ?? live), published ? neededTexts.claim(live) : []));

/** Counts, for each of the languages, the public texts that it shows as they were written. */
export async function listLacking(db: DbOrTx, campaignId: number, others: readonly OtherLanguage[]) {
  const originals = await listOriginals(db, campaignId);
  return others.flatMap(({ locale, written, known, signed }) => {
    const isSigned = ({ part, number }: (typeof originals)[number]) =>
      part === "petition" && number !== null && signed.has(number);
    const texts = originals.filter((one) => one.isNeeded && !known.has(one.text) && !isSigned(one)).length;
    return texts > 0 ? [{ locale, written, texts }] : [];
  });
}

/** Lists the texts that everybody would now read and did not before. */
export const newAmong = (after: readonly Text[], before: readonly Text[]): Text[] =>
  after.filter(({ text }) => !before.some((one) => one.text === text));
