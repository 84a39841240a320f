import type { ReturnThing } from "#app/domain/approvals/returned.ts";
import type { Db } from "#db/index.ts";
import { lockDispatch, type OnDispatch } from "./lock-dispatch.server.ts";
import { revertToNewDraft } from "./revert-to-draft.server.ts";

/** Returns a submitted or approved dispatch that has not begun to a draft, by someone who writes. */
export async function withdrawDispatchApproval(
  db: Db,
  input: OnDispatch,
  now = new Date(),
): Promise<{ outcome: "withdrawn" | "not-submitted" | "gone" }> {
  return db.transaction(async (tx) => {
    const dispatch = await lockDispatch(tx, input, "write");
    if (!dispatch) return { outcome: "gone" };
    const withdrawn = await revertToNewDraft(tx, dispatch, input.actor, now);
    return { outcome: withdrawn ? "withdrawn" : "not-submitted" };
  });
}

/** Makes a dispatch that was submitted or approved, but has not begun, a draft again. */
export const returnDispatch: ReturnThing = async (tx, on, now) => {
  const dispatch = await lockDispatch(tx, on, "approve");
  if (!dispatch || !(await revertToNewDraft(tx, dispatch, on.actor, now, null))) return null;
  const { number, version, isApproved, submittedById: askedById, authorId, editedById } = dispatch;
  const detail = { was: isApproved ? "approved" : "submitted", version };
  return { number, askedById, authorIds: [authorId, editedById], hands: [askedById, editedById], detail };
};
