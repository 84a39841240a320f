import { and, count, gt, inArray, lt, notInArray, sql } from "drizzle-orm";
import { periods } from "#app/domain/base/periods.ts";
import { hmacsByEveryKey, type Keys, knownIds } from "#app/lib/keys.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { waitingForms } from "#db/schema/index.ts";

/**
 * Deletes forms that failed for as long as what nobody confirmed is kept. Returns how many. One that was
 * never tried, as no worker ran, or whose secret is missing, stays.
 */
export async function deleteFailedForms(db: Db, keys: Keys, now = new Date()): Promise<number> {
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

/**
 * Returns whether one of these forms must not be stored: its address was erased, or asked for no more email,
 * after it was posted. Call it once they are stored, in the same transaction: storing waits for a
 * transaction that deletes the person, so an earlier deletion is seen, and a later one deletes what was
 * stored.
 */
export async function areOutlived(
  tx: Tx,
  keys: Keys,
  forms: readonly { id: number; canonical: string }[],
): Promise<boolean> {
  const asked = forms.flatMap(({ id, canonical }) =>
    hmacsByEveryKey(keys, "address", canonical).map((hash) => ({ id, hash: hash.toString("hex") })),
  );
  const found = await tx.execute(sql`
    with asked as materialized (
      select id, decode(hash, 'hex') as hash
      from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as t (id bigint, hash text))
    select from asked join erased_addresses on address_hmac = hash and forms_through >= id
    union all
    select from asked join suppressions on address_hmac = hash and forms_through >= id
    limit 1`);
  return found.length > 0;
}
