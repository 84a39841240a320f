import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";
import { petitionNotices } from "#db/schema/index.ts";
import { recordAudit } from "../audit/record.server.ts";

/** Stops a notice of which the mail would say something else than was approved. What waits stays in the queue. */
export async function holdNotice(db: DbOrTx, noticeId: number, now = new Date()): Promise<void> {
  const n = petitionNotices;
  await db.transaction(async (tx) => {
    const [held] = await tx
      .update(n)
      .set({ heldAt: now })
      .where(and(eq(n.id, noticeId), isNull(n.heldAt), isNull(n.cancelledAt), isNotNull(n.approvedAt)))
      .returning({ campaignId: n.campaignId, subject: n.publicId, version: n.version });
    if (!held) return;
    const { version, ...on } = held;
    await recordAudit(tx, { ...on, actor: "system", action: "notice-held", detail: { version } }, now);
  });
}
