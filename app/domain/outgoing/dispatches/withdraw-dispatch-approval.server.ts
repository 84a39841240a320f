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
