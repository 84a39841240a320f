import { eq } from "drizzle-orm";
import { hmac, type Keys } from "#app/lib/keys.server.ts";
import type { Tx } from "#db/index.ts";
import { outbox, suppressions } from "#db/schema/index.ts";

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
  const { keyId, digest } = hmac(keys, "address", emailCanonical);
  await tx
    .insert(suppressions)
    .values({ addressHmac: digest, keyId, reason: "never", createdAt: now })
    .onConflictDoNothing();
  const mails = await tx
    .select({ publicId: outbox.publicId })
    .from(outbox)
    .where(eq(outbox.supporterId, supporterId));
  return mails.map((mail) => mail.publicId);
}
