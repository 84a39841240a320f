import { eq } from "drizzle-orm";
import { organizerOf } from "#app/domain/access/may-act.server.ts";
import { decideApproval, type NotApproving } from "#app/domain/approvals/decide-approval.server.ts";
import type { ReturnThing } from "#app/domain/approvals/returned.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Db } from "#db/index.ts";
import { packs } from "#db/schema/index.ts";
import { lockPack, type OnPack } from "./lock-pack.server.ts";
import { packApproval } from "./pack-approval.ts";
import { noHandOver } from "./recorded-hand-over.server.ts";

export type ApprovedPack =
  | { outcome: "approved" }
  /** The approver requested it, and somebody else can approve. */
  | NotApproving
  /** It is approved, or has expired. */
  | { outcome: "not-asked" }
  | { outcome: "gone" };

/**
 * Lets a pack be made by the word of somebody who did not ask for it. The only one who can approve does so
 * alone, which is recorded; so does the operator who asked for it, with `alone`. The caller has
 * reauthenticated the approver.
 */
export async function approvePack(
  db: Db,
  input: OnPack & { alone?: boolean },
  now = new Date(),
): Promise<ApprovedPack> {
  const { campaignId, publicId: subject, actor } = input;
  return db.transaction(async (tx): Promise<ApprovedPack> => {
    const pack = await lockPack(tx, input, "approve", now);
    if (!pack) return { outcome: "gone" };
    if (pack.state !== "asked") return { outcome: "not-asked" };
    const decided = await decideApproval(tx, packApproval, input, pack);
    if ("outcome" in decided) return decided;
    await tx
      .update(packs)
      .set({ approvedAt: now, approvedById: organizerOf(actor), approvedAlone: decided.alone })
      .where(eq(packs.id, pack.id));
    const action = decided.alone ? "pack-approved-alone" : "pack-approved";
    await recordAudit(tx, { actor, action, campaignId, subject, detail: { number: pack.number } }, now);
    return { outcome: "approved" };
  });
}

/** Sends back a pack that nobody approved: it is not made, and its request says so. */
export const returnPack: ReturnThing = async (tx, on, now) => {
  const pack = await lockPack(tx, on, "approve", now);
  if (pack?.state !== "asked") return null;
  return { number: pack.number, askedById: pack.askedById, authorIds: [], hands: [pack.askedById] };
};

/** Ends the waiting of a recorded handover, so that it can be recorded again. */
export const returnHandOver: ReturnThing = async (tx, on, now) => {
  const pack = await lockPack(tx, on, "approve", now);
  if (pack?.state !== "made" || !pack.recorded) return null;
  await tx.update(packs).set(noHandOver).where(eq(packs.id, pack.id));
  return { number: pack.number, askedById: pack.recorded.byId, authorIds: [], hands: [pack.recorded.byId] };
};
