import { eq } from "drizzle-orm";
import { organizerOf } from "#app/domain/access/may-act.server.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Db } from "#db/index.ts";
import { petitionNotices } from "#db/schema/index.ts";
import { lockNotice, type OnNotice } from "./lock-notice.server.ts";

/**
 * Cancels a notice. Queued emails are skipped; sent ones stay valid. Others stay with the text they signed.
 */
export async function cancelNotice(
  db: Db,
  input: OnNotice,
  now = new Date(),
): Promise<{ outcome: "cancelled" | "not-under-way" | "gone" }> {
  return db.transaction(async (tx) => {
    const notice = await lockNotice(tx, input, "manage");
    if (!notice) return { outcome: "gone" };
    if (notice.cancelledAt) return { outcome: "not-under-way" };
    const { campaignId, actor, publicId } = input;
    await tx
      .update(petitionNotices)
      .set({ cancelledAt: now, cancelledById: organizerOf(actor) })
      .where(eq(petitionNotices.id, notice.id));
    const detail = { version: notice.version };
    await recordAudit(tx, { actor, action: "notice-cancelled", campaignId, subject: publicId, detail }, now);
    return { outcome: "cancelled" };
  });
}
