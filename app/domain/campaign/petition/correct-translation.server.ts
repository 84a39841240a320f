import { lockCampaign } from "#app/domain/campaign/lock-campaign.server.ts";
import { meaningOf } from "#app/domain/campaign/petition/petition-meaning.ts";
import {
  type PetitionProposed,
  proposePetition,
} from "#app/domain/campaign/petition/propose-petition.server.ts";
import { putInForce } from "#app/domain/campaign/petition/publish-petition.server.ts";
import { type PetitionTexts, readTexts } from "#app/domain/campaign/petition/read-texts.server.ts";
import { hasSigners } from "#app/domain/campaign/petition-signers.server.ts";
import { storeTranslation } from "#app/domain/campaign/translations/store-translation.server.ts";
import { isOfPetition } from "#app/domain/campaign/translations/translation.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { makePublic, type On, textsOf, unseen } from "./save-translations.server.ts";

/** What was corrected, in the campaign's language and in that of the translation. */
type Notes = { note: string; noteIn: string };

type CorrectInput = On & {
  /** The drafts that were read, each with its version. */
  seen: readonly { key: string; version: number }[];
  /** Null if nobody could sign the petition in this language yet. */
  notes: Notes | null;
};

export type TranslationCorrected =
  | { outcome: "published"; version: number }
  /** People signed the current text, so somebody must approve the translation. Nothing was published. */
  | PetitionProposed
  /** People may have signed the translation, and nobody stated what was corrected. */
  | { outcome: "notes-missing" }
  /** A part of the petition has no translation. */
  | { outcome: "half" }
  /** Somebody edited one of them since. Nothing was published. */
  | { outcome: "stale" | "nothing" | "gone" };

/**
 * Puts a translation of the petition in force. A better one than people may have signed is a version of its
 * own that means the same: people who signed the one before stay with that, and everybody can read both, what
 * was put right and when. Once anybody has signed the petition, in any language, it only asks for an
 * approval (`approvePetition`).
 */
export async function correctTranslation(
  db: Db,
  { seen, notes, ...on }: CorrectInput,
  now = new Date(),
): Promise<TranslationCorrected> {
  const { campaignId, actor, locale } = on;
  return db.transaction(async (tx): Promise<TranslationCorrected> => {
    if (!(await lockCampaign(tx, on, "manage"))) return { outcome: "gone" };
    const texts = [...(await textsOf(tx, on)).values()];
    const waiting = texts.filter(isOfPetition);
    if (unseen(waiting, seen)) return { outcome: "stale" };
    const petition = await readTexts(tx, campaignId);
    const { current } = petition;
    if (waiting.length === 0 || !current) return { outcome: "nothing" };
    const own = texts.filter(({ isInForce }) => isInForce);
    if (own.some(({ draft, translation }) => (draft ?? translation) === null)) return { outcome: "half" };
    const isSigned = waiting.some((one) => one.isSigned);
    if (isSigned && notes === null) return { outcome: "notes-missing" };
    if (await hasSigners(tx, campaignId)) {
      const proposed = {
        words: { summary: current.summary, body: current.body },
        draft: null,
        again: null,
        meaning: meaningOf(current),
        tell: null,
        note: isSigned ? (notes?.note ?? null) : null,
        translation: { locale, noteIn: isSigned ? (notes?.noteIn ?? null) : null },
      };
      return proposePetition(tx, on, petition, proposed, now);
    }
    const version = await putTranslationInForce(tx, on, petition, isSigned ? notes : null, now);
    const detail = { version, meaning: "same", earlier: null, locale };
    await recordAudit(tx, { actor, action: "petition-published", campaignId, subject: null, detail }, now);
    return { outcome: "published", version };
  });
}

/**
 * Makes the drafts of a translation of the petition public: with notes as another version that means the
 * same, without as the first translation of the version in force. Answers which version that is. In a
 * transaction that holds the campaign.
 */
export async function putTranslationInForce(
  tx: Tx,
  on: On,
  petition: PetitionTexts,
  notes: Notes | null,
  now: Date,
): Promise<number> {
  const { current } = petition;
  if (!current) throw new Error("a translation of no petition");
  const texts = [...(await textsOf(tx, on)).values()];
  const waiting = texts.filter(isOfPetition);
  await makePublic(tx, on, waiting, now);
  if (notes === null) return current.version;
  const next = {
    words: { summary: current.summary, body: current.body },
    note: notes.note,
    earlier: null,
    again: null,
    sameAs: meaningOf(current),
  };
  const version = await putInForce(tx, on, petition, next, now);
  const same = texts.find(({ text }) => text === notes.note);
  // A note that equals words of a petition would translate those without approval.
  if (!same?.isInForce && !same?.needsApproval) {
    const about = { text: notes.note, version: same?.version ?? 0 };
    await storeTranslation(tx, on, about, { draft: null, translation: notes.noteIn });
  }
  return version;
}
