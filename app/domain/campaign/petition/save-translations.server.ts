import { lockCampaign, type OnCampaign } from "#app/domain/campaign/lock-campaign.server.ts";
import { withdrawTranslated } from "#app/domain/campaign/petition/propose-petition.server.ts";
import { recordChanges } from "#app/domain/campaign/record-changes.server.ts";
import { readTranslating } from "#app/domain/campaign/translations/read-translating.server.ts";
import { storeTranslation } from "#app/domain/campaign/translations/store-translation.server.ts";
import { isPublishable, type TranslatedText } from "#app/domain/campaign/translations/translation.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Locale } from "#app/i18n/index.ts";
import type { Db, Tx } from "#db/index.ts";

/** The translation of one text; `version`: the one the edit began on. */
export type WrittenTranslation = { key: string; version: number; text: string | null };

type Ends =
  | { outcome: "saved"; texts: number }
  /** Somebody edited or published one since, or its original was edited. Nothing was stored. */
  | { outcome: "stale"; keys: string[] }
  | { outcome: "gone" };

export type On = OnCampaign & { locale: Locale };

/** The name of a translation in the history. */
const fieldOf = (locale: Locale, original: string) => `${locale}: ${original.slice(0, 60)}`;

/**
 * Stores translations while they are written; nobody reads them. What is emptied goes back to what everybody
 * reads. A request to publish a petition text is withdrawn where its translation changes.
 */
export async function saveTranslations(
  db: Db,
  { written, ...on }: On & { written: readonly WrittenTranslation[] },
  now = new Date(),
): Promise<Ends> {
  return db.transaction(async (tx): Promise<Ends> => {
    if (!(await lockCampaign(tx, on, "write"))) return { outcome: "gone" };
    const texts = await textsOf(tx, on);
    const changed = written.filter(({ key, text }) => {
      const one = texts.get(key);
      return !one || text !== (one.draft ?? one.translation);
    });
    const stale = changed.filter(({ key, version }) => texts.get(key)?.version !== version);
    if (stale.length > 0) return { outcome: "stale", keys: stale.map(({ key }) => key) };
    for (const { key, text } of changed) {
      const one = texts.get(key);
      if (!one) continue;
      const draft = text === one.translation ? null : text;
      const draftedBy = draft === null ? null : on.actor;
      await storeTranslation(tx, on, one, { draft, draftedBy, translation: one.translation });
      await note(tx, on, "draft", { one, before: one.draft ?? one.translation, after: text }, now);
    }
    const originals = changed.flatMap(({ key }) => texts.get(key)?.text ?? []);
    await withdrawTranslated(tx, on, originals, now);
    return { outcome: "saved", texts: changed.length };
  });
}

/**
 * Makes public what was written, as it was read: `seen` names each draft with its version. What people may
 * have signed stays as it is: `correctTranslation` makes another version of it. Words of a petition that
 * somebody signed in any language become public with an approval alone.
 */
export async function publishTranslations(
  db: Db,
  { seen, ...on }: On & { seen: readonly { key: string; version: number }[] },
  now = new Date(),
): Promise<Ends | { outcome: "nothing" }> {
  return db.transaction(async (tx): Promise<Ends | { outcome: "nothing" }> => {
    if (!(await lockCampaign(tx, on, "manage"))) return { outcome: "gone" };
    const texts = await textsOf(tx, on);
    const waiting = [...texts.values()].filter(isPublishable);
    const stale = unseen(waiting, seen);
    if (stale) return { outcome: "stale", keys: stale };
    if (waiting.length === 0) return { outcome: "nothing" };
    await makePublic(tx, on, waiting, now);
    const { actor, campaignId, locale } = on;
    const detail = { locale, texts: waiting.length };
    await recordAudit(
      tx,
      { actor, action: "translations-published", campaignId, subject: null, detail },
      now,
    );
    return { outcome: "saved", texts: waiting.length };
  });
}

/** Lists keys of what was not read as it is; null if all was. */
export function unseen(
  waiting: readonly TranslatedText[],
  seen: readonly { key: string; version: number }[],
): string[] | null {
  const others = waiting.filter(
    ({ key, version }) => !seen.some((one) => one.key === key && one.version === version),
  );
  return others.length > 0 || waiting.length !== seen.length ? others.map(({ key }) => key) : null;
}

/** Puts drafts in the place of what everybody read so far. */
export async function makePublic(
  tx: Tx,
  on: On,
  waiting: readonly TranslatedText[],
  now: Date,
): Promise<void> {
  for (const one of waiting) {
    await storeTranslation(tx, on, one, { draft: null, translation: one.draft });
    await note(tx, on, "public", { one, before: one.translation, after: one.draft }, now);
  }
}

/** Maps a campaign's texts in one language by their keys. */
export async function textsOf(tx: Tx, { campaignId, locale }: On): Promise<Map<string, TranslatedText>> {
  const translating = await readTranslating(tx, campaignId, locale);
  return new Map((translating?.texts ?? []).map((one) => [one.key, one]));
}

const note = (
  tx: Tx,
  { campaignId, actor, locale }: On,
  stage: "draft" | "public",
  { one, before, after }: { one: TranslatedText; before: string | null; after: string | null },
  now: Date,
) =>
  recordChanges(
    tx,
    { campaignId, actor, thing: "translation", stage },
    { before: { [fieldOf(locale, one.text)]: before }, after: { [fieldOf(locale, one.text)]: after } },
    now,
  );
