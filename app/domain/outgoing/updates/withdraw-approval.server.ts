import type { Db } from "#db/index.ts";
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
