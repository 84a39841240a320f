import { and, eq } from "drizzle-orm";
import { neverWriteAbout } from "#app/domain/entries/never-write.server.ts";
import type { Tx } from "#db/index.ts";
import { signatures } from "#db/schema/index.ts";
import { lockSignature } from "./lock-signature.server.ts";
import { withdrawLocked } from "./withdraw-signature.server.ts";

/** Like `lockSignature`, with the time the address was confirmed under the common name. */
async function lock(tx: Tx, publicId: string) {
  const known = await lockSignature(tx, publicId);
  return known && { ...known, personConfirmedAt: known.confirmedAt };
}

/** `neverWriteAbout` for signatures. */
export const neverWrite = neverWriteAbout({
  lock,
  waits: ({ state }) => state === "pending",
  remove: (tx, { id }) =>
    tx.delete(signatures).where(and(eq(signatures.id, id), eq(signatures.state, "pending"))),
  withdraw: withdrawLocked,
});
