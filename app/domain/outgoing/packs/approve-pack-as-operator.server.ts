import { holdFreeze } from "#app/domain/access/freeze.server.ts";
import type { Db } from "#db/index.ts";
import { type ApprovedPack, recordPackApproval } from "./approve-pack.server.ts";
import { lockPack, type OnPack } from "./lock-pack.server.ts";

type Input = Omit<OnPack, "actor"> & {
  /** The operator asked for it too, and approves it alone, which is recorded and shown. */
  alone: boolean;
};

/** Approves a pack as the operator, who is a second person to every organizer. What they asked for themselves needs `alone`. */
export async function approvePackAsOperator(
  db: Db,
  { alone, ...input }: Input,
  now = new Date(),
): Promise<ApprovedPack> {
  const on = { ...input, actor: "operator" } as const;
  return db.transaction(async (tx): Promise<ApprovedPack> => {
    const pack = await lockPack(tx, on, "approve", now);
    if (!pack) return { outcome: "gone" };
    if (await holdFreeze(tx, on.campaignId)) return { outcome: "frozen" };
    const own = pack.askedById === null;
    if (own && !alone) return { outcome: "own" };
    return recordPackApproval(tx, pack, { ...on, alone: own }, now);
  });
}
