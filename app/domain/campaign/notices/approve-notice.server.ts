import { eq } from "drizzle-orm";
import { organizerOf } from "#app/domain/access/may-act.server.ts";
import { decideApproval, type NotApproving } from "#app/domain/approvals/decide-approval.server.ts";
import type { ReturnThing } from "#app/domain/approvals/returned.ts";
import type { NotReady } from "#app/domain/campaign/campaign.ts";
import { missingForSending } from "#app/domain/campaign/opening/readiness.server.ts";
import { readSendingDetails } from "#app/domain/campaign/organization/find-organization.server.ts";
import { differencesOf, frameFrom, sha256OfFrame } from "#app/domain/queue/frame.server.ts";
import type { Mailing } from "#app/domain/queue/mailing.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Db } from "#db/index.ts";
import { enqueue } from "#db/jobs.ts";
import { petitionNotices } from "#db/schema/index.ts";
import { lockNotice, type OnNotice } from "./lock-notice.server.ts";
import { noticeApproval } from "./notice-approval.ts";
import { readNoticeFrame } from "./notice-frame.server.ts";

/**
 * `frame`: the `sha256OfFrame` of what the approver saw; by default, the current one. `alone`: the operator
 * approves their own request and states that nobody else needs to see it.
 */
type ApproveNoticeInput = OnNotice & { frame?: string; alone?: boolean };

export type NoticeApproved =
  | { outcome: "approved"; alone: boolean }
  /** The approver is its author and somebody else can approve it; for the operator: `alone` is missing. */
  | NotApproving
  /** The email differs from what the approver saw. */
  | { outcome: "changed" }
  /** The email differs from when approval was requested. */
  | { outcome: "differs" }
  /** The campaign lacks organization details, or still has example ones. */
  | { outcome: "not-ready"; missing: NotReady[] }
  /** It is being sent already, or was cancelled. */
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
    const decided = await decideApproval(tx, noticeApproval, input, notice);
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

/** True for a notice that nobody has approved in its current form. */
const waitsForApproval = ({ pausedAt, approvedFrame, approvedAt, cancelledAt }: Waiting): boolean =>
  cancelledAt === null && (pausedAt ? approvedFrame === null : approvedAt === null);

/** Sends back a notice that is not approved in this form: a manager of the campaign asks again or cancels. */
export const returnNotice: ReturnThing = async (tx, { campaignId, publicId, actor }) => {
  const notice = await lockNotice(tx, { campaignId, publicId, actor: actor as OnNotice["actor"] }, "approve");
  if (!notice || !waitsForApproval(notice) || notice.isSentBack) return null;
  return { number: notice.version, askedById: notice.askedById, authorIds: [], hands: [notice.askedById] };
};
