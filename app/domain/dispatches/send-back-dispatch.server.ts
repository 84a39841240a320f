import type { Db } from "#db/index.ts";
import { noteSentBack } from "../approvals/send-back.server.ts";
import { lockDispatch, type OnDispatch } from "./lock-dispatch.server.ts";
import { takeBackToDraft } from "./take-back.server.ts";

/**
 * Makes a dispatch that was submitted or approved, and has not begun, a draft again, by someone who may approve it, and tells
 * those who wrote and submitted it, with the reason on its page.
 */
export async function sendBackDispatch(
  db: Db,
  input: OnDispatch & { reason: string },
  now = new Date(),
): Promise<{ outcome: "sent-back" | "not-submitted" | "gone" }> {
  const { campaignId, publicId: subject, actor, reason } = input;
  return db.transaction(async (tx) => {
    const dispatch = await lockDispatch(tx, input, "approve");
    if (!dispatch) return { outcome: "gone" };
    if (!(await takeBackToDraft(tx, dispatch, actor, now, "dispatch-sent-back")))
      return { outcome: "not-submitted" };
    const { number, submittedById: askedById, authorId, editedById } = dispatch;
    const thing = { kind: "dispatch", subject, number, campaignId, actor, reason, askedById } as const;
    await noteSentBack(tx, { ...thing, authorIds: [authorId, editedById] }, now);
    return { outcome: "sent-back" };
  });
}
