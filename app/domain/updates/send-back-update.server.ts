import type { Db } from "#db/index.ts";
import { noteSentBack } from "../approvals/send-back.server.ts";
import { lockUpdate, type OnUpdate } from "./lock-update.server.ts";
import { takeBack } from "./take-back.server.ts";

/**
 * Makes an update that was submitted, approved or scheduled a draft again, by someone who may approve it, and tells those who
 * wrote and submitted it, with the reason on its page.
 */
export async function sendBackUpdate(
  db: Db,
  input: OnUpdate & { reason: string },
  now = new Date(),
): Promise<{ outcome: "sent-back" | "not-submitted" | "gone" }> {
  return db.transaction(async (tx) => {
    const update = await lockUpdate(tx, input, "approve");
    if (!update) return { outcome: "gone" };
    if (!(await takeBack(tx, update, input, now, "update-sent-back"))) return { outcome: "not-submitted" };
    const { campaignId, publicId: subject, actor, reason } = input;
    const { number, submittedById: askedById, authorId, editedById } = update;
    const thing = { kind: "update", subject, number, campaignId, actor, reason, askedById } as const;
    await noteSentBack(tx, { ...thing, authorIds: [authorId, editedById] }, now);
    return { outcome: "sent-back" };
  });
}
