import { and, eq } from "drizzle-orm";
import { hmac, type Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { deliveries, signatures, supporters, suppressions } from "#db/schema/index.ts";
import { lockSignature } from "./lock-signature.server.ts";
import { withdrawLocked } from "./withdraw-signature.server.ts";

/**
 * `deleted`: nothing was confirmed, and all of it is gone. `deleted-form`: what waited is gone, what its person confirmed
 * otherwise stands. `withdrawn`: it had been confirmed. `mails` are the deliveries whose files are to be removed.
 */
export type NeverOutcome =
  | { outcome: "suppressed"; did: "deleted" | "deleted-form" | "withdrawn"; mails: string[] }
  | { outcome: "gone"; mails: string[] };

/**
 * "This was not me: never write to me again", by whoever holds the confirmation link. The address is
 * suppressed as a keyed hash; an unconfirmed entry is deleted, a confirmed signature withdrawn.
 * `mails` are the deliveries whose files are to be removed.
 */
export async function neverWrite(
  db: Db,
  keys: Keys,
  publicId: string,
  now = new Date(),
): Promise<NeverOutcome> {
  return db.transaction(async (tx) => {
    const known = await lockSignature(tx, publicId);
    if (!known) return { outcome: "gone", mails: [] };

    const { keyId, digest } = hmac(keys, "address", known.emailCanonical);
    await tx
      .insert(suppressions)
      .values({ addressHmac: digest, keyId, reason: "never", createdAt: now })
      .onConflictDoNothing();
    const mails = await tx
      .select({ publicId: deliveries.publicId })
      .from(deliveries)
      .where(eq(deliveries.supporterId, known.supporterId));
    const waits = known.state === "pending";
    const did = known.confirmedAt === null ? "deleted" : waits ? "deleted-form" : "withdrawn";
    if (did === "deleted") {
      await tx.delete(supporters).where(eq(supporters.id, known.supporterId));
    } else if (did === "deleted-form") {
      await tx.delete(signatures).where(and(eq(signatures.id, known.id), eq(signatures.state, "pending")));
    } else {
      await withdrawLocked(tx, known, now);
    }
    return { outcome: "suppressed", did, mails: mails.map((mail) => mail.publicId) };
  });
}
