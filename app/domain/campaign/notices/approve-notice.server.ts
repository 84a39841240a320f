import { eq } from "drizzle-orm";
import { organizerOf } from "#app/domain/access/may-act.server.ts";
import { decideApproval, type NotApproving } from "#app/domain/approvals/decide-approval.server.ts";
import type { NotReady } from "#app/domain/campaign/campaign.ts";
import { readSendingDetails } from "#app/domain/campaign/organization/find-organization.server.ts";
import { missingForSending } from "#app/domain/campaign/readiness.server.ts";
import { differencesOf, frameFrom, sha256OfFrame } from "#app/domain/queue/frame.server.ts";
import type { Mailing } from "#app/domain/queue/mailing.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Db } from "#db/index.ts";
import { enqueue } from "#db/jobs.ts";
import { petitionNotices } from "#db/schema/index.ts";
import { lockNotice, type OnNotice } from "./lock-notice.server.ts";
import { readNoticeFrame } from "./notice-frame.server.ts";

/**
 * `frame`: the `sha256OfFrame` of what the approver has seen. Without one it is as it is now. `alone`: the
 * operator says that nobody else needs to see what they asked for themselves.
 */
type ApproveNoticeInput = OnNotice & { frame?: string; alone?: boolean };

export type NoticeApproved =
  | { outcome: "approved"; alone: boolean }
  /**
   * The approver asked for it and somebody else can approve it; for the operator: without the word that
   * nobody else will.
   */
  | NotApproving
  /** The mail is another than the one the approver has seen. */
  | { outcome: "changed" }
  /** The mail is another than when the approval was asked for. */
  | { outcome: "differs" }
  /** The campaign has not said who sends it, or what it says is still an example. */
  | { outcome: "not-ready"; missing: NotReady[] }
  /** It goes already, or was called off. */
  | { outcome: "not-waiting" }
  | { outcome: "gone" };

/**
 * Lets a notice go by the word of somebody who did not ask for it. The only one who can approve may do so
 * alone, which is recorded; the caller has reauthenticated them.
 */
export async function approveNotice(
  db: Db,
  mailing: Pick<Mailing, "from" | "localMode" | "rehearsal">,
  input: ApproveNoticeInput,
  now = new Date(),
): Promise<NoticeApproved> {
  return db.transaction(async (tx): Promise<NoticeApproved> => {
    const notice = await lockNotice(tx, input, "approve");
    if (!notice) return { outcome: "gone" };
    if (!waitsForApproval(notice) || notice.isSentBack) return { outcome: "not-waiting" };
    const { campaignId, actor, publicId } = input;
    const decided = await decideApproval(tx, input, [notice.askedById]);
    if ("outcome" in decided) return decided;
    const { alone } = decided;
    const frame = await readNoticeFrame(tx, notice.id);
    if (input.frame !== undefined && input.frame !== sha256OfFrame(frame)) return { outcome: "changed" };
    if (differencesOf(frame, frameFrom(notice.askedFrame)).length > 0) return { outcome: "differs" };
    const missing = missingForSending(
      await readSendingDetails(tx, campaignId, { noticeId: notice.id }),
      mailing,
    );
    if (missing.length > 0) return { outcome: "not-ready", missing };
    await tx
      .update(petitionNotices)
      .set({
        approvedAt: now,
        approvedById: organizerOf(actor),
        approvedAlone: alone,
        approvedFrame: frame,
        pausedAt: null,
      })
      .where(eq(petitionNotices.id, notice.id));
    const action = alone ? "notice-approved-alone" : "notice-approved";
    const detail = { version: notice.version, frame: sha256OfFrame(frame) };
    await recordAudit(tx, { actor, action, campaignId, subject: publicId, detail }, now);
    await enqueue(tx, "tell-signers");
    await enqueue(tx, "send-mail");
    return { outcome: "approved", alone };
  });
}

type Waiting = Pick<
  typeof petitionNotices.$inferSelect,
  "pausedAt" | "approvedFrame" | "approvedAt" | "cancelledAt"
>;

/** True of a notice that nobody has approved as it is now. */
export const waitsForApproval = ({ pausedAt, approvedFrame, approvedAt, cancelledAt }: Waiting): boolean =>
  cancelledAt === null && (pausedAt ? approvedFrame === null : approvedAt === null);
