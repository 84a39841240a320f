import { eq } from "drizzle-orm";
import { lockCampaign, type OnCampaign } from "#app/domain/campaign/lock-campaign.server.ts";
import { differing, recordChanges } from "#app/domain/campaign/record-changes.server.ts";
import type { PetitionWords } from "#app/domain/campaign/wording.ts";
import type { Db } from "#db/index.ts";
import { petitionDrafts } from "#db/schema/index.ts";
import { withdrawProposal } from "./propose-petition.server.ts";

type SaveInput = OnCampaign & {
  /** The version of the draft when the edit began; 0: there was none. */
  version: number;
  words: PetitionWords;
};

export type PetitionSaved =
  | { outcome: "saved"; version: number }
  /**
   * Somebody saved since the edit began: `theirs` is the current draft, null if it was dropped or published.
   * Nothing was stored.
   */
  | { outcome: "stale"; version: number; theirs: PetitionWords | null }
  | { outcome: "gone" };

/** Stores the draft of the petition, which nobody signs. A request to publish it is withdrawn. */
export async function savePetition(db: Db, input: SaveInput, now = new Date()): Promise<PetitionSaved> {
  const { campaignId, actor, words } = input;
  return db.transaction(async (tx): Promise<PetitionSaved> => {
    if (!(await lockCampaign(tx, input, "write"))) return { outcome: "gone" };
    const [row] = await tx.select().from(petitionDrafts).where(eq(petitionDrafts.campaignId, campaignId));
    const before = row ? { summary: row.summary, body: row.body } : null;
    if (row && differing(before, words).length === 0) return { outcome: "saved", version: row.version };
    if ((row?.version ?? 0) !== input.version)
      return { outcome: "stale", version: row?.version ?? 0, theirs: before };

    await withdrawProposal(tx, input, "draft", now);
    const version = input.version + 1;
    const values = { ...words, version, editedBy: actor, editedAt: now };
    await tx
      .insert(petitionDrafts)
      .values({ campaignId, ...values })
      .onConflictDoUpdate({ target: petitionDrafts.campaignId, set: values });
    await recordChanges(tx, { ...input, thing: "petition", stage: "draft" }, { before, after: words }, now);
    return { outcome: "saved", version };
  });
}

/** Drops the draft; its words stay in the history. */
export async function dropPetition(
  db: Db,
  input: OnCampaign & { version: number },
  now = new Date(),
): Promise<{ outcome: "dropped" | "stale" | "gone" }> {
  return db.transaction(async (tx) => {
    if (!(await lockCampaign(tx, input, "write"))) return { outcome: "gone" };
    const own = eq(petitionDrafts.campaignId, input.campaignId);
    const [row] = await tx.select().from(petitionDrafts).where(own);
    if (row?.version !== input.version) return { outcome: "stale" };
    await withdrawProposal(tx, input, "draft", now);
    await tx.delete(petitionDrafts).where(own);
    const before = { summary: row.summary, body: row.body };
    await recordChanges(tx, { ...input, thing: "petition", stage: "draft" }, { before, after: null }, now);
    return { outcome: "dropped" };
  });
}
