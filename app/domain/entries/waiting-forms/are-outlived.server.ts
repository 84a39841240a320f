import { sql } from "drizzle-orm";
import { hmacsByEveryKey, type Keys } from "#app/lib/keys.server.ts";
import type { Tx } from "#db/index.ts";

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
