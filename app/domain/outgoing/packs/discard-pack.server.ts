import { eq } from "drizzle-orm";
import { organizerOf } from "#app/domain/access/may-act.server.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Db } from "#db/index.ts";
import { packs } from "#db/schema/index.ts";
import { lockPack, type OnPack } from "./lock-pack.server.ts";

export type Discarded =
  | { outcome: "discarded" }
  /** A recorded handover of it waits: approve or take that back first. */
  | { outcome: "hand-over-waits" }
  /** It is not made, was handed over, or was discarded before. */
  | { outcome: "not-made" }
  | { outcome: "gone" };

/**
 * Records that a made pack goes to nobody and that its copies were destroyed: no handover of it can be
 * recorded any more. Refuses while a recorded one waits. The caller has reauthenticated the actor.
 */
export async function discardPack(db: Db, input: OnPack, now = new Date()): Promise<Discarded> {
  const { campaignId, publicId, actor } = input;
  return db.transaction(async (tx) => {
    const pack = await lockPack(tx, input, "export-signatures", now);
    if (!pack) return { outcome: "gone" };
    if (pack.state !== "made") return { outcome: "not-made" };
    if (pack.recorded) return { outcome: "hand-over-waits" };
    const discarded = { discardedAt: now, discardedById: organizerOf(actor) };
    await tx.update(packs).set(discarded).where(eq(packs.id, pack.id));
    const detail = { number: pack.number };
    await recordAudit(tx, { actor, action: "pack-discarded", campaignId, subject: publicId, detail }, now);
    return { outcome: "discarded" };
  });
}
