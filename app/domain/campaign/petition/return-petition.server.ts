import { and, eq } from "drizzle-orm";
import type { ReturnThing } from "#app/domain/approvals/returned.ts";
import { lockCampaign, type OnCampaign } from "#app/domain/campaign/lock-campaign.server.ts";
import type { Db } from "#db/index.ts";
import { petitionProposals } from "#db/schema/index.ts";
import { findWords, meaningOf } from "./petition-meaning.ts";
import {
  type PetitionProposed,
  proposePetition,
  waits,
  withdrawProposal,
} from "./propose-petition.server.ts";
import { readTexts } from "./read-texts.server.ts";

export type PetitionReturned =
  | PetitionProposed
  /** It is the current text: there is no change to undo. */
  | { outcome: "unchanged" }
  | { outcome: "gone" };

/**
 * Asks that an earlier version be in force again, with everybody who signed it: that undoes a change, which
 * is approved like one. A draft is left alone.
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
    // Of versions with the same words, the newest has the newest translations.
    const again = findWords(texts.versions, wanted)?.again ?? wanted.version;
    if (again === findWords(texts.versions, texts.current)?.again) return { outcome: "unchanged" };
    const words = { summary: wanted.summary, body: wanted.body };
    const proposed = { words, draft: null, again, meaning: meaningOf(wanted), tell: null, note: null };
    return proposePetition(tx, input, texts, proposed, now);
  });
}

/** Sends back a petition: the text in force stays, and so do the drafts with their translations. */
export const returnProposal: ReturnThing = async (tx, { campaignId, publicId, actor }, now) => {
  const on = { campaignId, actor: actor as OnCampaign["actor"] };
  if (!(await lockCampaign(tx, on, "approve"))) return null;
  const [row] = await tx
    .update(petitionProposals)
    .set({ withdrawnAt: now })
    .where(and(waits(campaignId), eq(petitionProposals.publicId, publicId)))
    .returning();
  if (!row) return null;
  const authorIds = [row.editedById, ...row.translatedBy];
  return { number: null, askedById: row.askedById, authorIds, hands: [row.askedById, ...authorIds] };
};

/** Withdraws the request to put another text in force. Its draft stays. */
export async function withdrawPetition(
  db: Db,
  on: OnCampaign,
  now = new Date(),
): Promise<{ outcome: "withdrawn" | "not-waiting" | "gone" }> {
  return db.transaction(async (tx) => {
    if (!(await lockCampaign(tx, on, "manage"))) return { outcome: "gone" };
    return { outcome: (await withdrawProposal(tx, on, "asked", now)) ? "withdrawn" : "not-waiting" };
  });
}
