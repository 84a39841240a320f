import { holdFreeze } from "#app/domain/access/freeze.server.ts";
import type { DbOrTx } from "#db/index.ts";
import { type Approved, recordApproval } from "./approve-update.server.ts";
import { lockUpdate } from "./lock-update.server.ts";

type Input = {
  campaignId: number;
  publicId: string;
  version: number;
  /** The operator says that nobody else needs to see it. */
  alone: boolean;
};

/**
 * Lets a submitted update go by the word of the operator. For what an organizer submitted they are the second
 * person; what they submitted themselves they approve alone or not at all.
 */
export async function approveAsOperator(db: DbOrTx, input: Input, now = new Date()): Promise<Approved> {
  const onUpdate = { campaignId: input.campaignId, publicId: input.publicId, actor: "operator" } as const;
  return db.transaction(async (tx) => {
    const update = await lockUpdate(tx, onUpdate, "approve");
    if (!update) return { outcome: "gone" };
    if (!update.isSubmitted) return { outcome: "not-submitted" };
    if (await holdFreeze(tx, input.campaignId)) return { outcome: "frozen" };
    const own = update.submittedById === null || update.editedById === null;
    if (own && !input.alone) return { outcome: "own" };
    return recordApproval(tx, update, { ...onUpdate, version: input.version, alone: own }, now);
  });
}
