import { and, count, gt, inArray, lt, notInArray } from "drizzle-orm";
import { periods } from "#app/domain/base/periods.ts";
import { type Keys, knownIds } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { waitingForms } from "#db/schema/index.ts";

/**
 * Deletes forms that failed for as long as what nobody confirmed is kept. Returns how many. One that was
 * never tried, as no worker ran, or whose secret is missing, stays.
 */
export async function sweepForms(db: Db, keys: Keys, now = new Date()): Promise<number> {
  const before = new Date(now.getTime() - periods.unconfirmedDays * 86_400_000);
  const gone = await db
    .delete(waitingForms)
    .where(
      and(
        gt(waitingForms.attempts, 0),
        lt(waitingForms.postedAt, before),
        inArray(waitingForms.keyId, knownIds(keys)),
      ),
    )
    .returning({ id: waitingForms.id });
  return gone.length;
}

/** Counts forms sealed under secrets that these keys do not know, by the key's id. */
export async function countLocked(db: Db, keys: Keys): Promise<Record<string, number>> {
  const rows = await db
    .select({ keyId: waitingForms.keyId, forms: count() })
    .from(waitingForms)
    .where(notInArray(waitingForms.keyId, knownIds(keys)))
    .groupBy(waitingForms.keyId)
    .orderBy(waitingForms.keyId);
  return Object.fromEntries(rows.map(({ keyId, forms }) => [keyId, forms]));
}
