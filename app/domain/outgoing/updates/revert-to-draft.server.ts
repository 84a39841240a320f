import { eq } from "drizzle-orm";
import type { ReturnThing } from "#app/domain/approvals/returned.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { updates } from "#db/schema/index.ts";
import { isPausedAsChanged } from "./ask-again.server.ts";
import { type LockedUpdate, lockUpdate, type OnUpdate } from "./lock-update.server.ts";

/**
 * Reverts a locked update that was submitted, approved, scheduled, or paused before it began, to a draft
 * without a request. False when it was none of these.
 */
export async function revertUpdateToDraft(
  tx: Tx,
  update: Pick<LockedUpdate, "id" | "state" | "version" | "isSubmitted" | "isApproved" | "hasBegun">,
  { campaignId, publicId, actor }: OnUpdate,
  now: Date,
  /** Null: the caller records why. */
  action: "update-approval-withdrawn" | null = "update-approval-withdrawn",
): Promise<boolean> {
  const { state, isSubmitted, isApproved, hasBegun } = update;
  const mayGoBack = state === "draft" || state === "scheduled" || (state === "paused" && !hasBegun);
  if (!isSubmitted || !mayGoBack) return false;
  await tx
    .update(updates)
    .set({
      state: "draft",
      sendAt: null,
      pausedAt: null,
      pauseReason: null,
      pauseProblem: null,
      submittedAt: null,
      submittedById: null,
      approvedAt: null,
      approvedById: null,
      approvedAlone: false,
      approvedSha256: null,
      submittedFrame: null,
      approvedFrame: null,
    })
    .where(eq(updates.id, update.id));
  if (action === null) return true;
  const was = state !== "draft" ? "scheduled" : isApproved ? "approved" : "submitted";
  await recordAudit(
    tx,
    { actor, action, campaignId, subject: publicId, detail: { was, version: update.version } },
    now,
  );
  return true;
}

/** Takes an update that was submitted, approved or scheduled back to a draft, by someone who writes. */
export async function withdrawApproval(
  db: Db,
  input: OnUpdate,
  now = new Date(),
): Promise<{ outcome: "withdrawn" | "not-submitted" | "gone" }> {
  return db.transaction(async (tx) => {
    const update = await lockUpdate(tx, input, "write");
    if (!update) return { outcome: "gone" };
    return { outcome: (await revertUpdateToDraft(tx, update, input, now)) ? "withdrawn" : "not-submitted" };
  });
}

/**
 * Makes an update that was submitted, approved or scheduled a draft again. One on hold stays on hold, and
 * somebody may request another approval.
 */
export const returnUpdate: ReturnThing = async (tx, on, now) => {
  const update = await lockUpdate(tx, on, "approve");
  if (!update) return null;
  const { number, state, version, isSubmitted, isApproved, submittedById: askedById, editedById } = update;
  const waits = isPausedAsChanged(update) && isSubmitted && !isApproved;
  if (!(await revertUpdateToDraft(tx, update, on, now, null)) && !waits) return null;
  const was = waits || state === "draft" ? (isApproved ? "approved" : "submitted") : "scheduled";
  const hands = [askedById, editedById];
  return { number, askedById, authorIds: [update.authorId, editedById], hands, detail: { was, version } };
};
