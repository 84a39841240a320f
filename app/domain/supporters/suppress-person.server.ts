import { sql } from "drizzle-orm";
import { canonicalAddress } from "#app/domain/base/address.ts";
import { hmac, type Keys } from "#app/lib/keys.server.ts";
import type { Tx } from "#db/index.ts";
import { suppressions } from "#db/schema/index.ts";
import { listMails, newestForm } from "./delete-person.server.ts";

/**
 * Suppresses an address for good, as a keyed hash that reveals it to nobody. Returns the public ids of the
 * person's emails, whose files must be removed. Call it with the person locked.
 */
export async function suppressPerson(
  tx: Tx,
  keys: Keys,
  { supporterId, emailCanonical }: { supporterId: number; emailCanonical: string },
  now: Date,
): Promise<string[]> {
  const { keyId, digest } = hmac(keys, "address", canonicalAddress(emailCanonical));
  await tx
    .insert(suppressions)
    .values({ addressHmac: digest, keyId, reason: "never", createdAt: now, formsThrough: newestForm })
    .onConflictDoUpdate({
      target: [suppressions.addressHmac, suppressions.reason],
      set: { formsThrough: newestForm },
    });
  return listMails(tx, sql`${supporterId}`);
}
