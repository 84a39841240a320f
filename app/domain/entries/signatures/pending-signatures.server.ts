import { and, eq, sql } from "drizzle-orm";
import { neverWriteAbout } from "#app/domain/entries/never-write.server.ts";
import { remindUnconfirmed } from "#app/domain/entries/remind-unconfirmed.server.ts";
import { signatureOf } from "#app/domain/queue/asked-since.ts";
import type { Db, Tx } from "#db/index.ts";
import { signatures } from "#db/schema/index.ts";
import { lockSignature } from "./lock-signature.server.ts";
import { withdrawLocked } from "./withdraw-signature.server.ts";

/** Queues one reminder for each signature that waits to be confirmed. */
export const remindPending = (db: Db, now = new Date()): Promise<number> =>
  remindUnconfirmed(
    db,
    {
      table: signatures,
      waits: sql`e.state = 'pending'`,
      entry: signatureOf("e"),
      template: "confirm-reminder",
      named: "signatureId",
      limit: "day",
    },
    now,
  );

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
