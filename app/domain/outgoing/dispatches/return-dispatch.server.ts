import type { ReturnThing } from "#app/domain/approvals/returned.ts";
import { lockDispatch } from "./lock-dispatch.server.ts";
import { revertToNewDraft } from "./revert-to-draft.server.ts";

/** Makes a dispatch that was submitted or approved, but has not begun, a draft again. */
export const returnDispatch: ReturnThing = async (tx, on, now) => {
  const dispatch = await lockDispatch(tx, on, "approve");
  if (!dispatch || !(await revertToNewDraft(tx, dispatch, on.actor, now, null))) return null;
  const { number, version, isApproved, submittedById: askedById, authorId, editedById } = dispatch;
  const detail = { was: isApproved ? "approved" : "submitted", version };
  return { number, askedById, authorIds: [authorId, editedById], hands: [askedById, editedById], detail };
};
