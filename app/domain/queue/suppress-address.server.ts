import type { Sql, TransactionSql } from "postgres";
import { canonicalAddress } from "#app/domain/base/address.ts";
import { hmac, type Keys } from "#app/lib/keys.server.ts";

type Suppression = { address: string; reason: "hard_bounce" | "complaint"; since?: Date };

/**
 * Keeps further emails from an address by its keyed hash. Of several reports the latest counts, because a
 * hard bounce ends after a while. Without `since` it counts from now.
 */
export async function suppressAddress(
  sql: Sql | TransactionSql,
  keys: Keys,
  { address, reason, since }: Suppression,
): Promise<void> {
  const { keyId, digest } = hmac(keys, "address", canonicalAddress(address));
  await sql`
    insert into suppressions as known (address_hmac, key_id, reason, created_at)
    values (${digest}, ${keyId}, ${reason}, coalesce(${since?.toISOString() ?? null}::timestamptz, now()))
    on conflict (address_hmac, reason)
    do update set created_at = greatest(known.created_at, excluded.created_at)`;
}
