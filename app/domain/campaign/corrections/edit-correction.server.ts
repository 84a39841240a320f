import { and, eq } from "drizzle-orm";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Db } from "#db/index.ts";
import { corrections } from "#db/schema/index.ts";
import type { CorrectionKind } from "../campaign.ts";
import { dayOfCampaign } from "../day-of-campaign.server.ts";
import { lockCampaign, type OnCampaign } from "../lock-campaign.server.ts";
import { recordChanges } from "../record-changes.server.ts";

type EditInput = OnCampaign & {
  id: number;
  /** The version the edit began on. */
  version: number;
  words: { kind: CorrectionKind; correctedOn: string; text: string };
};

export type CorrectionEdited =
  | { outcome: "edited" }
  /** Somebody edited it since. Nothing was stored. */
  | { outcome: "stale"; theirs: EditInput["words"]; version: number }
  | { outcome: "future" }
  | { outcome: "gone" };

/** Rewords a line of the public log. What it said before stays with it, for everybody to read. */
export async function editCorrection(
  db: Db,
  { id, version, words, ...on }: EditInput,
  now = new Date(),
): Promise<CorrectionEdited> {
  return db.transaction(async (tx): Promise<CorrectionEdited> => {
    if (!(await lockCampaign(tx, on, "manage"))) return { outcome: "gone" };
    const own = and(eq(corrections.id, id), eq(corrections.campaignId, on.campaignId));
    const [row] = await tx.select().from(corrections).where(own);
    if (!row) return { outcome: "gone" };
    const before = { kind: row.kind, correctedOn: row.correctedOn, text: row.text };
    if (row.version !== version) return { outcome: "stale", theirs: before, version: row.version };
    if (Date.parse(words.correctedOn) > now.getTime() + 14 * 3_600_000) return { outcome: "future" };
    const about = { ...on, thing: "correction", thingId: id, stage: "public" } as const;
    const changed = await recordChanges(tx, about, { before, after: words }, now);
    if (changed.length === 0) return { outcome: "edited" };
    const until = await dayOfCampaign(tx, on.campaignId, now);
    const earlier = changed.includes("text") ? [...row.earlier, { text: row.text, until }] : row.earlier;
    await tx
      .update(corrections)
      .set({ ...words, earlier, version: version + 1 })
      .where(own);
    const entry = { actor: on.actor, action: "correction-edited", campaignId: on.campaignId } as const;
    await recordAudit(tx, { ...entry, subject: null, detail: { kind: words.kind } }, now);
    return { outcome: "edited" };
  });
}
