import type { Db } from "#db/index.ts";
import { recordAudit } from "../audit/record.server.ts";
import { lockCampaign } from "./lock-campaign.server.ts";
import { meaningOf } from "./petition-meaning.ts";
import { putInForce } from "./publish-petition.server.ts";
import { readTexts } from "./read-texts.server.ts";
import { makePublic, type On, store, textsOf, unseen } from "./save-translations.server.ts";

type CorrectInput = On & {
  /** The drafts that were read, each with its version. */
  seen: readonly { key: string; version: number }[];
  /** What was put right, in the language of the campaign and in the one of the translation. */
  note: string;
  noteIn: string;
};

export type TranslationCorrected =
  | { outcome: "published"; version: number }
  /** Somebody wrote one of them since. Nothing was published. */
  | { outcome: "stale" | "nothing" | "gone" };

/**
 * Puts a better translation of the petition in force, as a version of its own that means the same: whoever signed the
 * one before stays with that, and everybody can read both, what was put right and when.
 */
export async function correctTranslation(
  db: Db,
  { seen, note, noteIn, ...on }: CorrectInput,
  now = new Date(),
): Promise<TranslationCorrected> {
  const { campaignId, actor, locale } = on;
  return db.transaction(async (tx): Promise<TranslationCorrected> => {
    if (!(await lockCampaign(tx, on, "manage"))) return { outcome: "gone" };
    const texts = [...(await textsOf(tx, on)).values()];
    const waiting = texts.filter(({ draft, isSigned }) => draft !== null && isSigned);
    if (unseen(waiting, seen)) return { outcome: "stale" };
    const petition = await readTexts(tx, campaignId);
    const { current } = petition;
    if (waiting.length === 0 || !current) return { outcome: "nothing" };
    await makePublic(tx, on, waiting, now);
    const next = {
      ...{ words: { summary: current.summary, body: current.body }, note, earlier: null },
      ...{ again: null, sameAs: meaningOf(current) },
    };
    const version = await putInForce(tx, on, petition, next, now);
    const before = texts.find(({ text }) => text === note)?.version ?? 0;
    await store(tx, on, { text: note, version: before }, { draft: null, translation: noteIn });
    const detail = { version, meaning: "same", earlier: null, locale };
    await recordAudit(tx, { actor, action: "petition-published", campaignId, subject: null, detail }, now);
    return { outcome: "published", version };
  });
}
