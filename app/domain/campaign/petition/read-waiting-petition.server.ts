import { readEditedPetition } from "#app/domain/campaign/read-edit.server.ts";
import { whole } from "#app/domain/campaign/translations/in-language.ts";
import { readTranslations } from "#app/domain/campaign/translations/translations.server.ts";
import type { PetitionWords } from "#app/domain/campaign/wording.ts";
import { type Locale, locales } from "#app/i18n/index.ts";
import type { DbOrTx } from "#db/index.ts";
import { readProposal } from "./propose-petition.server.ts";

/** A text in one other language, before and after approval. Null: there is none. */
type WaitingTranslation = { locale: Locale; before: PetitionWords | null; after: PetitionWords };

const wordsOf = ({ summary, body }: PetitionWords): PetitionWords => ({ summary, body });

/**
 * Reads the petition text that waits for its approval, in each language in which it changes, next to what is
 * in force. Null where none waits.
 */
export async function readWaitingPetition(db: DbOrTx, campaignId: number) {
  const waiting = await readProposal(db, campaignId);
  if (!waiting) return null;
  const { inForce, draft, versions } = await readEditedPetition(db, campaignId);
  const earlier = versions.find(({ version }) => version === waiting.again);
  const text = waiting.draftVersion === null ? (earlier ?? inForce) : draft;
  if (!text) return null;
  const translations: WaitingTranslation[] = [];
  for (const locale of locales) {
    const after = waiting.translations[locale];
    const other = after ? await readTranslations(db, campaignId, locale) : null;
    if (!after || !other) continue;
    const before = inForce && (other.signed.get(inForce.version) ?? whole(other.known, wordsOf(inForce)));
    translations.push({ locale, before: before && wordsOf(before), after });
  }
  return {
    ...waiting,
    isTranslation: waiting.locale !== null,
    before: inForce && wordsOf(inForce),
    after: wordsOf(text),
    translations,
  };
}
