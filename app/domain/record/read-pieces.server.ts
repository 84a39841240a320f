import { and, asc, eq, sql } from "drizzle-orm";
import { type Keys, unseal } from "#app/lib/keys.server.ts";
import type { DbOrTx } from "#db/index.ts";
import { filePieces } from "#db/schema/index.ts";
import { pieceAad, pieceLength } from "./keep-pieces.server.ts";

/** Reads bytes `from` to `to` (exclusive) of a file, one piece at a time. Throws if a piece is missing. */
export async function* readPieces(
  db: DbOrTx,
  keys: Keys,
  file: string,
  { from, to }: { from: number; to: number },
): AsyncGenerator<Buffer> {
  for (let at = from; at < to; ) {
    const piece = Math.floor(at / pieceLength);
    const [row] = await db
      .select()
      .from(filePieces)
      .where(and(eq(filePieces.file, file), eq(filePieces.piece, piece)));
    if (!row) throw new Error(`piece ${piece} of a kept file is gone`);
    const plain = unseal(keys, "file", row, pieceAad(file, piece));
    const start = at - piece * pieceLength;
    const end = Math.min(plain.length, to - piece * pieceLength);
    if (end <= start) throw new Error(`piece ${piece} of a kept file is shorter than it was`);
    yield plain.subarray(start, end);
    at += end - start;
  }
}

/** True while every piece of a file of that length is there. */
export async function isComplete(db: DbOrTx, file: string, bytes: number): Promise<boolean> {
  const [row] = await db.execute<{ pieces: number }>(
    sql`select count(*)::int as pieces from file_pieces where file = ${file} and piece >= 0`,
  );
  return row?.pieces === Math.ceil(bytes / pieceLength);
}

/** Reads the first bytes of a file, whether complete or not. */
export async function readStart(db: DbOrTx, keys: Keys, file: string): Promise<Buffer> {
  const [row] = await db
    .select()
    .from(filePieces)
    .where(eq(filePieces.file, file))
    .orderBy(asc(filePieces.piece))
    .limit(1);
  return row ? unseal(keys, "file", row, pieceAad(file, row.piece)) : Buffer.alloc(0);
}
