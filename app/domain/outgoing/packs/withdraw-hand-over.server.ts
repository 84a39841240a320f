import { eq } from "drizzle-orm";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Db } from "#db/index.ts";
import { packs } from "#db/schema/index.ts";
import { lockPack, type OnPack } from "./lock-pack.server.ts";
import { noHandOver } from "./recorded-hand-over.server.ts";

export type TakenBack =
  | { outcome: "taken-back" }
  /** Nothing waits, or something other than was displayed. */
  | { outcome: "not-told" }
  | { outcome: "gone" };

/**
 * Cancels a recorded handover that nobody approved, so that it can be recorded again. `seen`: the version the
 * actor saw. The caller has reauthenticated the actor.
 */
export async function withdrawHandOver(
  db: Db,
  input: OnPack & { seen: string },
  now = new Date(),
): Promise<TakenBack> {
  const { campaignId, publicId, actor, seen } = input;
  return db.transaction(async (tx): Promise<TakenBack> => {
    const pack = await lockPack(tx, input, "export-signatures", now);
    if (!pack) return { outcome: "gone" };
    if (pack.state !== "made" || pack.recorded?.seen !== seen) return { outcome: "not-told" };
    await tx.update(packs).set(noHandOver).where(eq(packs.id, pack.id));
    const detail = { number: pack.number, handedOverAt: pack.recorded.handedOverAt.toISOString() };
    const entry = { actor, action: "pack-hand-over-taken-back", campaignId, subject: publicId } as const;
    await recordAudit(tx, { ...entry, detail }, now);
    return { outcome: "taken-back" };
  });
}
