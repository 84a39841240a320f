import { eq } from "drizzle-orm";
import { organizerOf } from "#app/domain/access/may-act.server.ts";
import { askApproval } from "#app/domain/approvals/ask-approval.server.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Db } from "#db/index.ts";
import { petitionNotices } from "#db/schema/index.ts";
import { lockNotice, type OnNotice } from "./lock-notice.server.ts";
import { noticeApproval } from "./notice-approval.ts";
import { readNoticeFrame } from "./notice-frame.server.ts";

/**
 * Requests approval of a notice's email as it is now, if it waits for its first approval or was paused.
 * Earlier approvals no longer count.
 */
export async function askNoticeAgain(
  db: Db,
  input: OnNotice,
  now = new Date(),
): Promise<{ outcome: "asked" | "not-held" | "gone" }> {
  return db.transaction(async (tx) => {
    const notice = await lockNotice(tx, input, "manage");
    if (!notice) return { outcome: "gone" };
    if (notice.cancelledAt || (notice.approvedAt && !notice.pausedAt)) return { outcome: "not-held" };
    const { campaignId, actor, publicId: subject } = input;
    await tx
      .update(petitionNotices)
      .set({
        askedAt: now,
        askedById: organizerOf(actor),
        askedFrame: await readNoticeFrame(tx, notice.id),
        approvedById: null,
        approvedAlone: false,
        approvedFrame: null,
      })
      .where(eq(petitionNotices.id, notice.id));
    const detail = { version: notice.version, anew: true };
    await recordAudit(tx, { actor, action: "notice-asked", campaignId, subject, detail }, now);
    await askApproval(tx, noticeApproval, { campaignId, subject, actor }, now);
    return { outcome: "asked" };
  });
}
