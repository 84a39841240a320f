import type { ReturnThing } from "#app/domain/approvals/returned.ts";
import type { Db } from "#db/index.ts";
import { isPausedAsChanged } from "./ask-again.server.ts";
import { lockUpdate, type OnUpdate } from "./lock-update.server.ts";
import { revertUpdateToDraft } from "./revert-to-draft.server.ts";

/** Takes an update that was submitted, approved or scheduled back to a draft, by someone who writes. */
export async function withdrawApproval(
  db: Db,
  input: OnUpdate,
  now = new Date(),
): Promise<{ outcome: "withdrawn" | "not-submitted" | "gone" }> {
  return db.transaction(async (tx) => {
    const update = await lockUpdate(tx, input, "write");
    if (!update) return { outcome: "gone" };
    return { outcome: (await revertUpdateToDraft(tx, update, input, now)) ? "withdrawn" : "not-submitted" };
  });
}

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
