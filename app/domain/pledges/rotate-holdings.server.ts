import { and, asc, eq, gt, inArray, isNotNull, ne } from "drizzle-orm";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { pledges } from "#db/schema/index.ts";
import { recordAudit } from "../audit/record.server.ts";
import { canOpen, openHolding, sealHolding } from "./holding.server.ts";

export type Rotated = {
  /** Holdings that are under the newest key now and were not before. */
  rotated: number;
  /** Holdings whose key no secret makes any more, by the key's id: they were left as they are. */
  missing: Record<string, number>;
  /** Public ids of pledges whose holding was damaged: no key opens them, and they were left as they are. */
  damaged: string[];
};

const pieces = 500;

/**
 * Encrypts every holding anew under the newest key, in pieces that each stand by themselves, with an entry in the
 * log: it may be stopped and started again. Afterwards no holding needs an older secret.
 */
export async function rotateHoldings(db: Db, keys: Keys, now = new Date()): Promise<Rotated> {
  const known = keys.map(({ id }) => id);
  const all: Rotated = { rotated: 0, missing: {}, damaged: [] };
  for (let after = 0; ; ) {
    const rows = await db
      .select({ id: pledges.id, keyId: pledges.keyId })
      .from(pledges)
      .where(and(isNotNull(pledges.keyId), ne(pledges.keyId, keys[0].id), gt(pledges.id, after)))
      .orderBy(asc(pledges.id))
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

/** A holding that was changed or wiped in the meantime has its own key already. */
async function rotatePiece(tx: Tx, keys: Keys, ids: number[], now: Date) {
  const rows = await tx
    .select()
    .from(pledges)
    .where(and(inArray(pledges.id, ids), ne(pledges.keyId, keys[0].id)))
    .orderBy(asc(pledges.id))
    .for("update");
  const whole = rows.filter((row) => canOpen(keys, row));
  for (const row of whole) {
    await tx
      .update(pledges)
      .set(sealHolding(keys, row.publicId, openHolding(keys, row)))
      .where(eq(pledges.id, row.id));
  }
  if (whole.length > 0) {
    const detail = { rotated: whole.length, key: keys[0].id };
    const entry = { actor: "operator", action: "holdings-rotated", campaignId: null, subject: null } as const;
    await recordAudit(tx, { ...entry, detail }, now);
  }
  const damaged = rows.filter((row) => !whole.includes(row)).map(({ publicId }) => publicId);
  return { rotated: whole.length, damaged };
}
