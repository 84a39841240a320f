import { and, eq, inArray } from "drizzle-orm";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Tx } from "#db/index.ts";
import { pledges } from "#db/schema/index.ts";
import { moveTotals } from "./move-totals.server.ts";

type InForce = typeof pledges.$inferSelect;

/**
 * Ends a version that is in force: the totals follow in the same transaction, and what it held is wiped. Call it
 * with the person locked.
 */
export async function endPledge(
  tx: Tx,
  keys: Keys,
  pledge: InForce,
  as: "withdrawn" | "superseded",
  now: Date,
  unchanged?: ReadonlySet<string>,
): Promise<void> {
  if (pledge.status === "active") await moveTotals(tx, keys, pledge, -1, unchanged);
  await tx
    .update(pledges)
    .set({
      ...{ status: as, display: "anonymous", comment: null, agreed: [] },
      ...{ sharesEnc: null, bucketEnc: null, keyId: null },
      withdrawnAt: as === "withdrawn" ? now : null,
    })
    .where(and(eq(pledges.id, pledge.id), inArray(pledges.status, ["active", "flagged"])));
}
