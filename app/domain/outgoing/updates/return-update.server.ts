import type { ReturnThing } from "#app/domain/approvals/returned.ts";
import { isPausedAsChanged } from "./ask-again.server.ts";
import { lockUpdate } from "./lock-update.server.ts";
import { revertUpdateToDraft } from "./revert-to-draft.server.ts";

/**
 * Makes an update that was submitted, approved or scheduled a draft again. One on hold stays on hold, and
 * somebody may request another approval.
 */
export const returnUpdate: ReturnThing = async (tx, on, now) => {
  const update = await lockUpdate(tx, on, "approve");
  if (!update) return null;
  const { number, state, version, isSubmitted, isApproved, submittedById: askedById, editedById } = update;
  const waits = isPausedAsChanged(update) && isSubmitted && !isApproved;
  if (!(await revertUpdateToDraft(tx, update, on, now, null)) && !waits) return null;
  const was = waits || state === "draft" ? (isApproved ? "approved" : "submitted") : "scheduled";
  const hands = [askedById, editedById];
  return { number, askedById, authorIds: [update.authorId, editedById], hands, detail: { was, version } };
};
