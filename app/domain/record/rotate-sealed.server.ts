import { and, asc, eq, gt, inArray, isNotNull, ne, sql } from "drizzle-orm";
import type { PgColumn, PgTable, PgUpdateSetSource } from "drizzle-orm/pg-core";
import { type Keys, knownIds } from "#app/lib/keys.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { type AuditAction, recordAudit } from "./record.server.ts";

export type Rotated = {
  /** Rows resealed under the newest key. */
  rotated: number;
  /** Rows left alone because no secret makes their key, by the key's id. */
  missing: Record<string, number>;
  /** Names of rows left alone because they are damaged: no key opens them. */
  damaged: string[];
};

/** A table with columns sealed under a key. */
export type SealedRows<T extends PgTable> = {
  table: T;
  id: PgColumn;
  keyId: PgColumn;
  /** What the operator sees a row called. */
  nameOf: (row: T["$inferSelect"]) => string;
  /** The columns resealed under the newest key. Throws where no key opens them. */
  reseal: (row: T["$inferSelect"]) => PgUpdateSetSource<T>;
  action: Extract<AuditAction, "holdings-rotated" | "second-factors-rotated">;
  /** Stored in the log entry, with the count and the key. */
  of?: string;
};

const pieces = 500;

/**
 * Seals every row again under the newest key, in pieces that each stand by themselves, with an entry in the
 * log: it may be stopped and started again. Afterwards no row needs an older secret.
 */
export async function rotateSealed<T extends PgTable>(
  db: Db,
  keys: Keys,
  rows: SealedRows<T>,
  now: Date,
): Promise<Rotated> {
  const known = knownIds(keys);
  const all: Rotated = { rotated: 0, missing: {}, damaged: [] };
  for (let after: unknown; ; ) {
    const found = await db
      .select({ id: sql<unknown>`${rows.id}`.mapWith(rows.id), keyId: sql<string>`${rows.keyId}` })
      .from(rows.table as PgTable)
      .where(and(sealedBefore(rows, keys), after === undefined ? undefined : gt(rows.id, after)))
      .orderBy(asc(rows.id))
      .limit(pieces);
    const last = found.at(-1);
    if (!last) return all;
    for (const { keyId } of found) {
      if (!known.includes(keyId)) all.missing[keyId] = (all.missing[keyId] ?? 0) + 1;
    }
    const ids = found.filter(({ keyId }) => known.includes(keyId)).map(({ id }) => id);
    if (ids.length > 0) {
      const piece = await db.transaction((tx) => rotatePiece(tx, keys, rows, ids, now));
      all.rotated += piece.rotated;
      all.damaged.push(...piece.damaged);
    }
    after = last.id;
  }
}

const sealedBefore = <T extends PgTable>({ keyId }: SealedRows<T>, keys: Keys) =>
  and(isNotNull(keyId), ne(keyId, keys[0].id));

/** Rows changed or wiped in the meantime already have another key. */
async function rotatePiece<T extends PgTable>(
  tx: Tx,
  keys: Keys,
  rows: SealedRows<T>,
  ids: unknown[],
  now: Date,
) {
  const { table, id, nameOf, reseal, action, of } = rows;
  const sealed = (await tx
    .select()
    .from(table as PgTable)
    .where(and(inArray(id, ids), sealedBefore(rows, keys)))
    .orderBy(asc(id))
    .for("update")) as T["$inferSelect"][];
  const damaged: string[] = [];
  for (const row of sealed) {
    const resealed = tryTo(() => reseal(row));
    if (resealed === null) damaged.push(nameOf(row));
    else await tx.update(table).set(resealed).where(eq(id, row.id));
  }
  const rotated = sealed.length - damaged.length;
  if (rotated > 0) {
    const detail = { rotated, key: keys[0].id, ...(of && { of }) };
    await recordAudit(tx, { actor: "operator", action, campaignId: null, subject: null, detail }, now);
  }
  return { rotated, damaged };
}

function tryTo<T>(make: () => T): T | null {
  try {
    return make();
  } catch {
    return null;
  }
}
