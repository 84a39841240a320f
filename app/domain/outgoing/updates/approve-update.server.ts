import { eq } from "drizzle-orm";
import { organizerOf } from "#app/domain/access/may-act.server.ts";
import { decideApproval, type NotApproving } from "#app/domain/approvals/decide-approval.server.ts";
import { differencesOf, sha256OfFrame } from "#app/domain/queue/frame.server.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { DbOrTx } from "#db/index.ts";
import { updates } from "#db/schema/index.ts";
import { isPausedAsChanged } from "./ask-again.server.ts";
import { lockUpdate, type OnUpdate } from "./lock-update.server.ts";
import { updateApproval } from "./update-approval.ts";
import { hashOfContent } from "./update-content.server.ts";
import { readFrameOf } from "./words/read-update.server.ts";

/**
 * `version` and `frame`: what the approver saw; `frame` is the `sha256OfFrame` of their page, by default the
 * current one. `alone`: the operator states that nobody else needs to see it.
 */
type ApproveInput = OnUpdate & { version: number; frame?: string; alone?: boolean };

type Approved =
  | { outcome: "approved" }
  /** The approver submitted or last edited it, and somebody else can approve. */
  | NotApproving
  /** It differs from what the approver saw. */
  | { outcome: "changed" }
  /** Apart from its words, its emails differ from when approval was requested. */
  | { outcome: "differs" }
  | { outcome: "not-submitted" }
  | { outcome: "gone" };

/**
 * Lets a submitted update go by the word of a second person: neither who submitted it nor who edited it last.
 * The only one who can approve does so alone, which is recorded; so does the operator who wrote it, with
 * `alone`. The caller has reauthenticated the approver.
 */
export async function approveUpdate(db: DbOrTx, input: ApproveInput, now = new Date()): Promise<Approved> {
  const { campaignId, publicId: subject, actor, version, frame: seen } = input;
  return db.transaction(async (tx): Promise<Approved> => {
    const update = await lockUpdate(tx, input, "approve");
    if (!update) return { outcome: "gone" };
    const waits = update.state === "draft" || isPausedAsChanged(update);
    if (!waits || !update.isSubmitted || update.isApproved) return { outcome: "not-submitted" };
    const decided = await decideApproval(tx, updateApproval, input, {
      askedById: update.submittedById,
      others: [update.editedById],
    });
    if ("outcome" in decided) return decided;
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
        approvedAlone: decided.alone,
        approvedSha256: sha256,
        approvedFrame: frame,
      })
      .where(eq(updates.id, update.id));
    const action = decided.alone ? "update-approved-alone" : "update-approved";
    const detail = { version, sha256: sha256.toString("hex"), frame: sha256OfFrame(frame) };
    await recordAudit(tx, { actor, action, campaignId, subject, detail }, now);
    return { outcome: "approved" };
  });
}
