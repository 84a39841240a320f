import { and, eq, inArray } from "drizzle-orm";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Tx } from "#db/index.ts";
import { pledges } from "#db/schema/index.ts";
import { canOpen } from "./holding.server.ts";
import { moveTotals, noteUnreadable } from "./totals/move-totals.server.ts";
import { rebuildTotals } from "./totals/recount.server.ts";
import { sealSnapshot } from "./undo-snapshot.server.ts";

type InForce = typeof pledges.$inferSelect;

/**
 * Ends a version in force: the totals follow in the same transaction, and its holding is wiped, even if it is
 * unreadable. For `superseded`, a sealed copy is kept for the undo of the next version; `undone` keeps none.
 * Call it with the person locked.
 */
export async function endPledge(
  tx: Tx,
  keys: Keys,
  pledge: InForce,
  as: "withdrawn" | "superseded" | "undone",
  now: Date,
): Promise<void> {
  const counted = pledge.status === "active";
  const readable = canOpen(keys, pledge);
  if (counted) await (readable ? moveTotals(tx, keys, pledge, -1) : noteUnreadable(tx, keys, pledge));
  await tx
    .update(pledges)
    .set({
      status: as === "withdrawn" ? "withdrawn" : "superseded",
      display: "anonymous",
      comment: null,
      fundManager: null,
      agreed: [],
      sharesEnc: null,
      bucketEnc: null,
      keyId: null,
      withdrawnAt: as === "withdrawn" ? now : null,
      ...(as === "superseded" && readable ? sealSnapshot(keys, pledge, now) : {}),
    })
    .where(and(eq(pledges.id, pledge.id), inArray(pledges.status, ["active", "flagged"])));
  if (counted && !readable) await rebuildTotals(tx, keys, pledge);
}
