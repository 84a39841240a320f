import { and, eq, isNull } from "drizzle-orm";
import { findApproving, type NotApproving } from "#app/domain/access/find-approving.server.ts";
import { organizerOf } from "#app/domain/access/may-act.server.ts";
import { differencesOf, sha256OfFrame } from "#app/domain/queue/frame.server.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { updates } from "#db/schema/index.ts";
import { isHeld } from "./ask-anew.server.ts";
import { type LockedUpdate, lockUpdate, type OnUpdate } from "./lock-update.server.ts";
import { hashOfContent } from "./update-content.server.ts";
import { readFrameOf } from "./words/read-update.server.ts";

/** `version` and `frame`: what the approver has seen; `frame` is the `sha256OfFrame` of their page. Without one it is as it is now. */
export type ApproveInput = OnUpdate & { version: number; frame?: string };

export type Approved =
  | { outcome: "approved" }
  /** The approver submitted it, or was the last to edit it, and somebody else can approve. */
  | NotApproving
  /** It is another than the one the approver has seen. */
  | { outcome: "changed" }
  /** Its mails would say something else beside their words than when the approval was asked for. */
  | { outcome: "differs" }
  | { outcome: "not-submitted" }
  | { outcome: "gone" };

/**
 * Lets a submitted update go by the word of a second person: neither who submitted it nor who edited it last. The only one
 * who can approve does so alone, which is recorded. Its caller has reauthenticated the actor.
 */
export async function approveUpdate(db: Db, input: ApproveInput, now = new Date()): Promise<Approved> {
  return db.transaction(async (tx) => {
    const update = await lockUpdate(tx, input, "approve");
    if (!update) return { outcome: "gone" };
    const approving = await findApproving(tx, input, [update.submittedById, update.editedById]);
    if (typeof approving === "object") return approving;
    return recordApproval(tx, update, { ...input, alone: approving === "alone" }, now);
  });
}

/**
 * Stores the approval of a locked update over what its mails say now, with its entry in the audit. The person who asked for it has
 * vouched for the same. `alone`: by its own author.
 */
export async function recordApproval(
  tx: Tx,
  update: LockedUpdate,
  { campaignId, publicId, actor, version, frame: seen, alone }: ApproveInput & { alone: boolean },
  now: Date,
): Promise<Approved> {
  const waits = update.state === "draft" || isHeld(update);
  if (!waits || !update.isSubmitted || update.isApproved) return { outcome: "not-submitted" };
  if (update.version !== version) return { outcome: "changed" };
  const frame = await readFrameOf(tx, update.id);
  if (seen !== undefined && seen !== sha256OfFrame(frame)) return { outcome: "changed" };
  if (differencesOf(frame, update.submittedFrame).length > 0) return { outcome: "differs" };

  const sha256 = hashOfContent(update.content);
  await tx
    .update(updates)
    .set({
      approvedAt: now,
      approvedById: organizerOf(actor),
      approvedAlone: alone,
      approvedSha256: sha256,
      approvedFrame: frame,
    })
    .where(and(eq(updates.id, update.id), isNull(updates.approvedAt)));
  const action = alone ? "update-approved-alone" : "update-approved";
  const detail = { version, sha256: sha256.toString("hex"), frame: sha256OfFrame(frame) };
  await recordAudit(tx, { actor, action, campaignId, subject: publicId, detail }, now);
  return { outcome: "approved" };
}
