import { eq } from "drizzle-orm";
import { organizerOf } from "#app/domain/access/may-act.server.ts";
import { askApproval } from "#app/domain/approvals/ask-approval.server.ts";
import { differencesOf } from "#app/domain/queue/frame.server.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Db } from "#db/index.ts";
import { updates } from "#db/schema/index.ts";
import { type LockedUpdate, lockUpdate, type OnUpdate } from "./lock-update.server.ts";
import { updateApproval } from "./update-approval.ts";
import { partsOf } from "./update-content.server.ts";
import { readFrameOf } from "./words/read-update.server.ts";

/** Returns whether an update is paused because its emails changed, and so may be approved again. */
export const isPausedAsChanged = ({ state, pauseReason }: Pick<LockedUpdate, "state" | "pauseReason">) =>
  state === "paused" && pauseReason === "differs";

export type ApprovalAskedAgain =
  | { outcome: "submitted" }
  /** It is not paused, or its emails are as they were approved or submitted again. */
  | { outcome: "not-held" }
  /** It cites a claim that is not public. */
  | { outcome: "unreadable" }
  | { outcome: "gone" };

/**
 * Requests approval of a paused update's current emails, for those who did not get one yet. The earlier
 * approval no longer counts, even if all changes are reverted.
 */
export async function askUpdateApprovalAgain(
  db: Db,
  input: OnUpdate,
  now = new Date(),
): Promise<ApprovalAskedAgain> {
  const { campaignId, publicId, actor } = input;
  return db.transaction(async (tx) => {
    const update = await lockUpdate(tx, input, "write");
    if (!update) return { outcome: "gone" };
    const frame = await readFrameOf(tx, update.id);
    const seen = update.isApproved ? update.approvedFrame : update.submittedFrame;
    const isAsked = update.isSubmitted && differencesOf(frame, seen).length === 0;
    if (update.state !== "paused" || isAsked) return { outcome: "not-held" };
    if (Object.values(frame).includes(null)) return { outcome: "unreadable" };
    await tx
      .update(updates)
      .set({
        submittedAt: now,
        submittedById: organizerOf(actor),
        submittedFrame: frame,
        approvedAt: null,
        approvedById: null,
        approvedAlone: false,
        approvedSha256: null,
        approvedFrame: null,
        pauseReason: "differs",
        pauseProblem: null,
      })
      .where(eq(updates.id, update.id));
    const detail = { version: update.version, parts: partsOf(update.content), anew: true };
    await recordAudit(tx, { actor, action: "update-submitted", campaignId, subject: publicId, detail }, now);
    await askApproval(tx, updateApproval, { campaignId, subject: publicId, actor }, now);
    return { outcome: "submitted" };
  });
}
