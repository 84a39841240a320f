import { eq } from "drizzle-orm";
import type { Db } from "#db/index.ts";
import { enqueue } from "#db/jobs.ts";
import { petitionNotices } from "#db/schema/index.ts";
import { recordAudit } from "../audit/record.server.ts";
import { differencesOf, frameFrom } from "../deliveries/frame.server.ts";
import { holdFreeze } from "../exports/frozen.server.ts";
import { lockNotice, type OnNotice } from "./lock-notice.server.ts";
import { readNoticeFrame } from "./notice-frame.server.ts";

/** Lets a notice go on that stood still, once its mail says again what was approved. Call it for whoever has proved who they are. */
export async function resumeNotice(
  db: Db,
  input: OnNotice,
  now = new Date(),
): Promise<{ outcome: "resumed" | "differs" | "frozen" | "not-held" | "gone" }> {
  return db.transaction(async (tx) => {
    const notice = await lockNotice(tx, input, "manage");
    if (!notice) return { outcome: "gone" };
    if (!notice.heldAt || notice.cancelledAt) return { outcome: "not-held" };
    if (await holdFreeze(tx, input.campaignId)) return { outcome: "frozen" };
    const frame = await readNoticeFrame(tx, notice.id);
    if (differencesOf(frame, frameFrom(notice.approvedFrame)).length > 0) return { outcome: "differs" };
    await tx.update(petitionNotices).set({ heldAt: null }).where(eq(petitionNotices.id, notice.id));
    const { campaignId, actor, publicId: subject } = input;
    const detail = { version: notice.version };
    await recordAudit(tx, { actor, action: "notice-resumed", campaignId, subject, detail }, now);
    await enqueue(tx, "tell-signers");
    await enqueue(tx, "send-mail");
    return { outcome: "resumed" };
  });
}
