import { and, asc, eq, gt, inArray, isNotNull, ne } from "drizzle-orm";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { pledges } from "#db/schema/index.ts";
import { recordAudit } from "../audit/record.server.ts";
import { openHolding, sealHolding } from "./holding.server.ts";

export type Rotated = {
  /** Holdings that are under the newest key now and were not before. */
  rotated: number;
  /** Holdings whose key no secret makes any more, by the key's id: they were left as they are. */
  missing: Record<string, number>;
};

const pieces = 500;

/**
 * Encrypts every holding anew under the newest key, in pieces that each stand by themselves: it may be stopped and
 * started again. Afterwards the older secrets are needed for links and blocked addresses alone.
 */
export async function rotateHoldings(db: Db, keys: Keys, now = new Date()): Promise<Rotated> {
  const known = keys.map(({ id }) => id);
  const missing: Record<string, number> = {};
  let rotated = 0;
  for (let after = 0; ; ) {
    const rows = await db
      .select({ id: pledges.id, keyId: pledges.keyId })
      .from(pledges)
      .where(and(isNotNull(pledges.keyId), ne(pledges.keyId, keys[0].id), gt(pledges.id, after)))
      .orderBy(asc(pledges.id))
      .limit(pieces);
    const last = rows.at(-1);
    if (!last) break;
    for (const { keyId } of rows) {
      if (keyId && !known.includes(keyId)) missing[keyId] = (missing[keyId] ?? 0) + 1;
    }
    const ids = rows.filter(({ keyId }) => keyId && known.includes(keyId)).map(({ id }) => id);
    if (ids.length > 0) rotated += await db.transaction((tx) => rotatePiece(tx, keys, ids));
    after = last.id;
  }
  if (rotated > 0) {
    const detail = { rotated, key: keys[0].id };
    await recordAudit(
      db,
      { actor: "operator", action: "holdings-rotated", campaignId: null, subject: null, detail },
      now,
    );
  }
  return { rotated, missing };
}

/** A holding that was changed or wiped in the meantime has its own key already. */
async function rotatePiece(tx: Tx, keys: Keys, ids: number[]): Promise<number> {
  const rows = await tx
    .select()
    .from(pledges)
    .where(and(inArray(pledges.id, ids), ne(pledges.keyId, keys[0].id)))
    .orderBy(asc(pledges.id))
    .for("update");
  for (const row of rows) {
    await tx
      .update(pledges)
      .set(sealHolding(keys, row.publicId, openHolding(keys, row)))
      .where(eq(pledges.id, row.id));
  }
  return rows.length;
}
