import { and, asc, eq, gt, inArray, isNotNull, ne } from "drizzle-orm";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { letters } from "#db/schema/index.ts";
import { recordAudit } from "../audit/record.server.ts";
import type { Rotated } from "../pledges/rotate-holdings.server.ts";
import { canOpenShares, openShares, sealShares } from "./shares.server.ts";

const pieces = 500;

/**
 * Encrypts what letters tell of shares anew under the newest key, as `rotateHoldings` does pledges. `damaged` are public
 * ids of letters.
 */
export async function rotateShares(db: Db, keys: Keys, now = new Date()): Promise<Rotated> {
  const known = keys.map(({ id }) => id);
  const all: Rotated = { rotated: 0, missing: {}, damaged: [] };
  for (let after = 0; ; ) {
    const rows = await db
      .select({ id: letters.id, keyId: letters.keyId })
      .from(letters)
      .where(and(isNotNull(letters.keyId), ne(letters.keyId, keys[0].id), gt(letters.id, after)))
      .orderBy(asc(letters.id))
      .limit(pieces);
    const last = rows.at(-1);
    if (!last) return all;
    for (const { keyId } of rows) {
      if (keyId && !known.includes(keyId)) all.missing[keyId] = (all.missing[keyId] ?? 0) + 1;
    }
    const ids = rows.filter(({ keyId }) => keyId && known.includes(keyId)).map(({ id }) => id);
    if (ids.length > 0) {
      const piece = await db.transaction((tx) => rotatePiece(tx, keys, ids, now));
      all.rotated += piece.rotated;
      all.damaged.push(...piece.damaged);
    }
    after = last.id;
  }
}

/** What was rewritten or wiped in the meantime has its own key already. */
async function rotatePiece(tx: Tx, keys: Keys, ids: number[], now: Date) {
  const rows = await tx
    .select()
    .from(letters)
    .where(and(inArray(letters.id, ids), ne(letters.keyId, keys[0].id)))
    .orderBy(asc(letters.id))
    .for("update");
  const whole = rows.filter((row) => canOpenShares(keys, row));
  for (const row of whole) {
    await tx
      .update(letters)
      .set(sealShares(keys, row.publicId, openShares(keys, row)))
      .where(eq(letters.id, row.id));
  }
  if (whole.length > 0) {
    const detail = { rotated: whole.length, key: keys[0].id, of: "letters" };
    const entry = { actor: "operator", action: "holdings-rotated", campaignId: null, subject: null } as const;
    await recordAudit(tx, { ...entry, detail }, now);
  }
  const damaged = rows.filter((row) => !whole.includes(row)).map(({ publicId }) => publicId);
  return { rotated: whole.length, damaged };
}
