import { and, eq, isNull } from "drizzle-orm";
import { findApproving, type NotApproving } from "#app/domain/access/find-approving.server.ts";
import { organizerOf } from "#app/domain/access/may-act.server.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { packs } from "#db/schema/index.ts";
import { type LockedPack, lockPack, type OnPack } from "./lock-pack.server.ts";

export type ApprovedPack =
  | { outcome: "approved" }
  /** The approver asked for it, and somebody else can approve. */
  | NotApproving
  /** It is approved, or has expired. */
  | { outcome: "not-asked" }
  | { outcome: "gone" };

/**
 * Lets a pack be made by the word of somebody who did not ask for it. The only one who can approve does so alone, which is
 * recorded. Its caller has reauthenticated the actor.
 */
export async function approvePack(db: Db, input: OnPack, now = new Date()): Promise<ApprovedPack> {
  return db.transaction(async (tx) => {
    const pack = await lockPack(tx, input, "approve", now);
    if (!pack) return { outcome: "gone" };
    const approving = await findApproving(tx, input, [pack.askedById]);
    if (typeof approving === "object") return approving;
    return recordPackApproval(tx, pack, { ...input, alone: approving === "alone" }, now);
  });
}

/** Stores the approval of a locked pack with its entry in the audit. `alone`: by who asked for it. */
export async function recordPackApproval(
  tx: Tx,
  pack: LockedPack,
  { campaignId, publicId, actor, alone }: OnPack & { alone: boolean },
  now: Date,
): Promise<ApprovedPack> {
  if (pack.state !== "asked") return { outcome: "not-asked" };
  await tx
    .update(packs)
    .set({ approvedAt: now, approvedById: organizerOf(actor), approvedAlone: alone })
    .where(and(eq(packs.id, pack.id), isNull(packs.approvedAt)));
  const action = alone ? "pack-approved-alone" : "pack-approved";
  const detail = { number: pack.number };
  await recordAudit(tx, { actor, action, campaignId, subject: publicId, detail }, now);
  return { outcome: "approved" };
}
