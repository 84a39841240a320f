import type { Db } from "#db/index.ts";
import { lockCampaign, type OnCampaign } from "./lock-campaign.server.ts";
import { findWords, meaningOf } from "./petition-meaning.ts";
import { type PetitionProposed, proposePetition } from "./propose-petition.server.ts";
import { readTexts } from "./read-texts.server.ts";

export type PetitionReturned =
  | PetitionProposed
  /** It means what the text in force means: there is no change to undo. */
  | { outcome: "means-the-same" }
  | { outcome: "gone" };

/**
 * Asks that an earlier version be in force again, with everybody who signed it: that undoes a change of meaning. It changes the
 * meaning as well, so it is approved like one. A draft is left alone.
 */
export async function returnPetition(
  db: Db,
  input: OnCampaign & { version: number },
  now = new Date(),
): Promise<PetitionReturned> {
  return db.transaction(async (tx): Promise<PetitionReturned> => {
    if (!(await lockCampaign(tx, input, "manage"))) return { outcome: "gone" };
    const texts = await readTexts(tx, input.campaignId);
    const wanted = texts.versions.find(({ version }) => version === input.version);
    if (!wanted || !texts.current) return { outcome: "gone" };
    const meaning = meaningOf(wanted);
    if (meaning === meaningOf(texts.current)) return { outcome: "means-the-same" };
    // Of versions with the same words, the newest has the newest translations.
    const again = findWords(texts.versions, wanted)?.again ?? wanted.version;
    return proposePetition(tx, input, texts, { draft: null, again, meaning, tell: null }, now);
  });
}
