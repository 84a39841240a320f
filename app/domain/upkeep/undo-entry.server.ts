import { findOwnLetter } from "#app/domain/entries/letters/queries.server.ts";
import { withdrawLetter } from "#app/domain/entries/letters/withdraw-letter.server.ts";
import { findPledgeInForce } from "#app/domain/entries/pledges/find-in-force.server.ts";
import { withdrawPledge } from "#app/domain/entries/pledges/withdraw-pledge.server.ts";
import { findSignature } from "#app/domain/entries/signatures/queries.server.ts";
import { withdrawSignature } from "#app/domain/entries/signatures/withdraw-signature.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";

export type UndoneKind = "signature" | "pledge" | "letter";
type Entry = { kind: UndoneKind; publicId: string };

/** The entry that an email with an undo tells of, while it is in force as it was told; null otherwise. */
export async function findUndoable(db: Db, keys: Keys, { kind, publicId }: Entry) {
  if (kind === "signature") {
    const signature = await findSignature(db, publicId);
    return signature?.state === "confirmed" ? signature : null;
  }
  if (kind === "letter") {
    const letter = await findOwnLetter(db, keys, publicId);
    return letter && (letter.state === "confirmed" || letter.state === "queued") ? letter : null;
  }
  const pledge = await findPledgeInForce(db, publicId);
  return pledge?.publicId === publicId ? pledge : null;
}

/** Undoes an entry somebody made, or made with another's link. False where nothing was left to undo. */
export async function undoEntry(db: Db, keys: Keys, entry: Entry, now: Date): Promise<boolean> {
  const found = await findUndoable(db, keys, entry);
  if (!found) return false;
  const whose = { supporterId: found.supporterId, publicId: entry.publicId };
  const { outcome } =
    entry.kind === "signature"
      ? await withdrawSignature(db, whose, now)
      : entry.kind === "letter"
        ? await withdrawLetter(db, whose, now)
        : await withdrawPledge(db, keys, whose, now);
  return outcome === "withdrawn" || outcome === "in-pack";
}
