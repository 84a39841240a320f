import { and, eq } from "drizzle-orm";
import { suppressPerson } from "#app/domain/supporters/suppress-person.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { signatures, supporters } from "#db/schema/index.ts";
import { lockSignature } from "./lock-signature.server.ts";
import { withdrawLocked } from "./withdraw-signature.server.ts";

/**
 * `deleted`: nothing was confirmed, and all of it is gone. `deleted-form`: what waited is gone, what its person confirmed
 * otherwise stands. `withdrawn`: it had been confirmed. `handed-over`: a letter that cannot be called back. `mails` are the deliveries whose files are to be removed.
 */
export type NeverOutcome =
  | { outcome: "suppressed"; did: "deleted" | "deleted-form" | "withdrawn" | "handed-over"; mails: string[] }
  | { outcome: "gone"; mails: string[] };

/**
 * "This was not me: never write to me again", by the holder of the confirmation link. The address is
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

    const mails = await suppressPerson(tx, keys, known, now);
    const waits = known.state === "pending";
    const did = known.confirmedAt === null ? "deleted" : waits ? "deleted-form" : "withdrawn";
    if (did === "deleted") {
      await tx.delete(supporters).where(eq(supporters.id, known.supporterId));
    } else if (did === "deleted-form") {
      await tx.delete(signatures).where(and(eq(signatures.id, known.id), eq(signatures.state, "pending")));
    } else {
      await withdrawLocked(tx, known, now);
    }
    return { outcome: "suppressed", did, mails };
  });
}
