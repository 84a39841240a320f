import { eq } from "drizzle-orm";
import type { Db } from "#db/index.ts";
import { enqueue } from "#db/jobs.ts";
import { petitionNotices } from "#db/schema/index.ts";
import { recordAudit } from "../audit/record.server.ts";
import { findApproving } from "../organizers/find-approving.server.ts";
import { organizerOf } from "../updates/lock-update.server.ts";
import { lockNotice, type OnNotice } from "./lock-notice.server.ts";

export type NoticeApproved =
  | { outcome: "approved"; alone: boolean }
  /** The approver asked for it, and there is somebody else who can approve it. */
  | { outcome: "own" }
  /** It goes already, or was called off. */
  | { outcome: "not-waiting" }
  | { outcome: "gone" };

/**
 * Lets a notice go by the word of somebody who did not ask for it. The only one who can approve may do so alone, which
 * is recorded; whoever calls this has made them prove who they are.
 */
export async function approveNotice(db: Db, input: OnNotice, now = new Date()): Promise<NoticeApproved> {
  return db.transaction(async (tx): Promise<NoticeApproved> => {
    const notice = await lockNotice(tx, input, "approve");
    if (!notice) return { outcome: "gone" };
    if (notice.approvedAt || notice.cancelledAt) return { outcome: "not-waiting" };
    const { campaignId, actor, publicId } = input;
    const approver = organizerOf(actor);
    const approving = await findApproving(tx, input, [notice.askedById]);
    if (approving === "own") return { outcome: "own" };
    // Who asked by command and approves by command is one and the same.
    const alone = approving === "alone" || (approver === null && notice.askedById === null);
    await tx
      .update(petitionNotices)
      .set({ approvedAt: now, approvedById: approver, approvedAlone: alone })
      .where(eq(petitionNotices.id, notice.id));
    const action = alone ? "notice-approved-alone" : "notice-approved";
    const detail = { version: notice.version };
    await recordAudit(tx, { actor, action, campaignId, subject: publicId, detail }, now);
    await enqueue(tx, "tell-signers");
    return { outcome: "approved", alone };
  });
}
