import { and, eq } from "drizzle-orm";
import { lockCampaign } from "#app/domain/campaign/lock-campaign.server.ts";
import { findEditedClaim } from "#app/domain/campaign/read-edit.server.ts";
import { recordChanges } from "#app/domain/campaign/record-changes.server.ts";
import type { Db } from "#db/index.ts";
import { claims } from "#db/schema/index.ts";
import type { OnClaim } from "./amend-claim.server.ts";

export type SourceDoubted = { outcome: "doubted" | "stale" | "no-such-source" | "gone" };

/**
 * Notes that the page an organizer opened does not support the claim. The public page does not change: the
 * source stays without a link until the claim is corrected or another page is verified.
 */
export async function doubtSource(
  db: Db,
  { publisher, note, ...on }: OnClaim & { publisher: string; note: string },
  now = new Date(),
): Promise<SourceDoubted> {
  const { id, campaignId, actor } = on;
  return db.transaction(async (tx): Promise<SourceDoubted> => {
    if (!(await lockCampaign(tx, { campaignId, actor }, "manage"))) return { outcome: "gone" };
    const claim = await findEditedClaim(tx, campaignId, id);
    if (!claim) return { outcome: "gone" };
    if (claim.version !== on.version) return { outcome: "stale" };
    const opened = claim.candidates.find((one) => one.publisher === publisher);
    if (!opened) return { outcome: "no-such-source" };
    const candidates = claim.candidates
      .map((one) => (one.publisher === publisher ? { ...one, note } : one))
      .filter(({ title, url, note }) => title ?? url ?? note);
    await tx
      .update(claims)
      .set({ candidates, version: claim.version + 1 })
      .where(and(eq(claims.id, id), eq(claims.campaignId, campaignId)));
    const about = { campaignId, actor, thing: "claim", thingId: id, stage: "draft" } as const;
    const doubts = (text: string | undefined) => ({ doubt: text ? `${publisher}: ${text}` : null });
    await recordChanges(tx, about, { before: doubts(opened.note), after: doubts(note) }, now);
    return { outcome: "doubted" };
  });
}
