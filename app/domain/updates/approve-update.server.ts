import { and, eq, isNull } from "drizzle-orm";
import type { Db, Tx } from "#db/index.ts";
import { updates } from "#db/schema/index.ts";
import { recordAudit } from "../audit/record.server.ts";
import { findApproving } from "../organizers/find-approving.server.ts";
import { type LockedUpdate, lockUpdate, type OnUpdate, organizerOf } from "./lock-update.server.ts";
import { hashOfContent } from "./update-content.server.ts";

/** `version`: the one the approver has seen. */
export type ApproveInput = OnUpdate & { version: number };

export type Approved =
  | { outcome: "approved" }
  /** The approver submitted it, or was the last to edit it, and somebody else can approve. */
  | { outcome: "own" }
  /** It is another than the one the approver has seen. */
  | { outcome: "changed" }
  | { outcome: "not-submitted" }
  | { outcome: "gone" };

/**
 * Lets a submitted update go by the word of a second person: neither who submitted it nor who edited it last. The only one
 * who can approve does so alone, which is recorded. Call it for whoever has proved who they are.
 */
export async function approveUpdate(db: Db, input: ApproveInput, now = new Date()): Promise<Approved> {
  return db.transaction(async (tx) => {
    const update = await lockUpdate(tx, input, "approve");
    if (!update) return { outcome: "gone" };
    const approving = await findApproving(tx, input, [update.submittedById, update.editedById]);
    if (approving === "own") return { outcome: "own" };
    return recordApproval(tx, update, { ...input, alone: approving === "alone" }, now);
  });
}

/** Stores the approval of a locked update over what it says now, with its entry in the audit. `alone`: by its own author. */
export async function recordApproval(
  tx: Tx,
  update: LockedUpdate,
  { campaignId, publicId, actor, version, alone }: ApproveInput & { alone: boolean },
  now: Date,
): Promise<Approved> {
  if (update.state !== "draft" || !update.isSubmitted || update.isApproved)
    return { outcome: "not-submitted" };
  if (update.version !== version) return { outcome: "changed" };

  const sha256 = hashOfContent(update.content);
  await tx
    .update(updates)
    .set({
      approvedAt: now,
      approvedById: organizerOf(actor),
      approvedAlone: alone,
      approvedSha256: sha256,
    })
    .where(and(eq(updates.id, update.id), isNull(updates.approvedAt)));
  const action = alone ? "update-approved-alone" : "update-approved";
  const detail = { version, sha256: sha256.toString("hex") };
  await recordAudit(tx, { actor, action, campaignId, subject: publicId, detail }, now);
  return { outcome: "approved" };
}
