import { eq } from "drizzle-orm";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Tx } from "#db/index.ts";
import { updates } from "#db/schema/index.ts";
import type { LockedUpdate, OnUpdate } from "./lock-update.server.ts";

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
