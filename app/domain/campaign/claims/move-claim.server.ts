import { eq } from "drizzle-orm";
import { inOrder } from "#app/domain/campaign/claims/claim-order.server.ts";
import { lockCampaign, type OnCampaign } from "#app/domain/campaign/lock-campaign.server.ts";
import { recordChanges } from "#app/domain/campaign/record-changes.server.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Db } from "#db/index.ts";
import { claims } from "#db/schema/index.ts";

export type ClaimMoved = { outcome: "moved" | "at-the-end" | "gone" };

type Move = OnCampaign & { id: number; to: "up" | "down" };

/**
 * Moves a claim before or behind its neighbour in its section. The order is public at once, so it asks for
 * the right to publish; what a claim is cited by stays.
 */
export async function moveClaim(db: Db, { id, to, ...input }: Move, now = new Date()): Promise<ClaimMoved> {
  return db.transaction(async (tx): Promise<ClaimMoved> => {
    if (!(await lockCampaign(tx, input, "manage"))) return { outcome: "gone" };
    const { campaignId, actor } = input;
    const rows = await tx
      .select({ id: claims.id, section: claims.section, place: claims.place })
      .from(claims)
      .where(eq(claims.campaignId, campaignId))
      .orderBy(inOrder);
    const moved = rows.find((row) => row.id === id);
    if (!moved) return { outcome: "gone" };
    const peers = rows.filter(({ section }) => section === moved.section);
    const from = peers.indexOf(moved);
    const other = peers[to === "up" ? from - 1 : from + 1];
    if (!other) return { outcome: "at-the-end" };
    const ordered = peers.filter((one) => one !== moved);
    ordered.splice(ordered.indexOf(other) + (to === "up" ? 0 : 1), 0, moved);
    for (const [n, peer] of ordered.entries())
      await tx
        .update(claims)
        .set({ place: n + 1 })
        .where(eq(claims.id, peer.id));
    const about = { campaignId, actor, thing: "claim", thingId: id, stage: "public" } as const;
    const after = { place: ordered.indexOf(moved) + 1 };
    await recordChanges(tx, about, { before: { place: from + 1 }, after }, now);
    const detail = { moved: 1 };
    await recordAudit(tx, { actor, action: "words-published", campaignId, subject: null, detail }, now);
    return { outcome: "moved" };
  });
}
