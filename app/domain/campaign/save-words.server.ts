import { eq } from "drizzle-orm";
import type { Db } from "#db/index.ts";
import { campaigns } from "#db/schema/index.ts";
import { lockCampaign, type OnCampaign } from "./lock-campaign.server.ts";
import { differing, recordChanges } from "./record-changes.server.ts";
import type { CampaignWords } from "./wording.ts";
import { wordsOf } from "./words-of.server.ts";

export type WordsSaved =
  | { outcome: "saved"; version: number }
  /** Somebody saved since the edit began: `theirs` is the text under `version`. Nothing was stored. */
  | { outcome: "stale"; version: number; theirs: CampaignWords }
  | { outcome: "gone" };

type SaveInput = OnCampaign & {
  /** The one the edit began on. */
  version: number;
  words: CampaignWords;
};

/** Stores a draft of what the pages of a campaign say. Nobody reads it in public until it is published. */
export async function saveWords(db: Db, input: SaveInput, now = new Date()): Promise<WordsSaved> {
  return db.transaction(async (tx) => {
    if (!(await lockCampaign(tx, input, "write"))) return { outcome: "gone" };
    const [row] = await tx.select().from(campaigns).where(eq(campaigns.id, input.campaignId));
    if (!row) return { outcome: "gone" };
    const live = wordsOf(row);
    const before = { ...live, ...(row.draft as Partial<CampaignWords> | null) };
    if (differing(before, input.words).length === 0) return { outcome: "saved", version: row.version };
    if (row.version !== input.version) return { outcome: "stale", version: row.version, theirs: before };

    const draft = differing(live, input.words).length === 0 ? null : input.words;
    const version = row.version + 1;
    await tx.update(campaigns).set({ draft, version }).where(eq(campaigns.id, input.campaignId));
    const about = { ...input, thing: "campaign", stage: "draft" } as const;
    await recordChanges(tx, about, { before, after: input.words }, now);
    return { outcome: "saved", version };
  });
}
