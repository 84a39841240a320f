import { eq } from "drizzle-orm";
import { holdFreeze } from "#app/domain/access/freeze.server.ts";
import type { NotReady } from "#app/domain/campaign/campaign.ts";
import { missingForSending } from "#app/domain/campaign/opening/readiness.server.ts";
import { readSendingDetails } from "#app/domain/campaign/organization/find-organization.server.ts";
import { differencesOf, frameFrom } from "#app/domain/queue/frame.server.ts";
import type { Mailing } from "#app/domain/queue/mailing.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Db } from "#db/index.ts";
import { enqueue } from "#db/jobs.ts";
import { petitionNotices } from "#db/schema/index.ts";
import { lockNotice, type OnNotice } from "./lock-notice.server.ts";
import { readNoticeFrame } from "./notice-frame.server.ts";

export type NoticeResumed =
  | { outcome: "resumed" | "differs" | "frozen" | "not-held" | "gone" }
  /** The campaign lacks organization details, or still has example ones. */
  | { outcome: "not-ready"; missing: NotReady[] };

/**
 * Lets a notice on hold continue, once its email says again what was approved and no detail in it is missing
 * or an example. The caller has reauthenticated the organizer.
 */
export async function resumeNotice(
  db: Db,
  mailing: Pick<Mailing, "from" | "localMode" | "rehearsal">,
  input: OnNotice,
  now = new Date(),
): Promise<NoticeResumed> {
  return db.transaction(async (tx): Promise<NoticeResumed> => {
    const notice = await lockNotice(tx, input, "manage");
    if (!notice) return { outcome: "gone" };
    if (!notice.pausedAt || notice.cancelledAt) return { outcome: "not-held" };
    if (await holdFreeze(tx, input.campaignId)) return { outcome: "frozen" };
    const frame = await readNoticeFrame(tx, notice.id);
    if (differencesOf(frame, frameFrom(notice.approvedFrame)).length > 0) return { outcome: "differs" };
    const missing = missingForSending(
      await readSendingDetails(tx, input.campaignId, { noticeId: notice.id }),
      mailing,
    );
    if (missing.length > 0) return { outcome: "not-ready", missing };
    await tx.update(petitionNotices).set({ pausedAt: null }).where(eq(petitionNotices.id, notice.id));
    const { campaignId, actor, publicId: subject } = input;
    const detail = { version: notice.version };
    await recordAudit(tx, { actor, action: "notice-resumed", campaignId, subject, detail }, now);
    await enqueue(tx, "tell-signers");
    await enqueue(tx, "send-mail");
    return { outcome: "resumed" };
  });
}
