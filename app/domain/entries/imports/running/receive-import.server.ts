import { createHash } from "node:crypto";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { and, eq } from "drizzle-orm";
import {
  type ImportFormat,
  maxImportBytes,
  type Reading,
  waitsHours,
} from "#app/domain/entries/imports/import.ts";
import { insertImport } from "#app/domain/entries/imports/insert-import.server.ts";
import { EncodingDetector, type FileProblem } from "#app/domain/entries/imports/reading/encoding-detector.ts";
import { guessMapping } from "#app/domain/entries/imports/reading/guess.ts";
import { readHead } from "#app/domain/entries/imports/reading/read-head.ts";
import { PieceWriter } from "#app/domain/record/keep-pieces.server.ts";
import { readStart } from "#app/domain/record/read-pieces.server.ts";
import { actorOf, recordAudit } from "#app/domain/record/record.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { filePieces, imports } from "#db/schema/index.ts";

type Incoming = {
  campaignId: number;
  /** Null: the operator. */
  organizerId: string | null;
  format: ImportFormat;
  fileName: string | null;
  /** Bytes. */
  atMost?: number;
};

export type Received =
  | { outcome: "received"; publicId: string; number: number }
  | { outcome: "refused"; problem: FileProblem }
  | { outcome: "frozen" };

/**
 * Takes a file in, piece by piece and sealed, of any length, and guesses how it is read and what its
 * columns hold. Nobody is added by this. A file that is none that can be read is removed at once, and stays
 * in the list as refused.
 */
export async function receiveImport(
  db: Db,
  keys: Keys,
  { format, fileName, atMost = maxImportBytes, ...whose }: Incoming,
  source: AsyncIterable<Uint8Array>,
  now = new Date(),
): Promise<Received> {
  const values = {
    format,
    fileName: [...(fileName ?? "")].slice(0, 200).join("") || null,
    state: "receiving" as const,
  };
  const started = await insertImport(db, whose, { ...values, expiresAt: waitsUntil(now) }, now);
  if (!started) return { outcome: "frozen" };

  const { publicId, number } = started;
  const taken = await take(db, keys, { publicId, atMost }, source);
  if ("problem" in taken) {
    await refuse(db, publicId, taken.problem, now);
    return { outcome: "refused", problem: taken.problem };
  }
  const { bytes, sha256, reading } = taken;
  const mapping = guessMapping(format, reading.columns);
  await db.transaction(async (tx) => {
    await tx
      .update(imports)
      .set({ state: "received", bytes, sha256, reading, mapping })
      .where(and(eq(imports.publicId, publicId), eq(imports.state, "receiving")));
    const { campaignId } = whose;
    const detail = { format, bytes, sha256: sha256.toString("hex") };
    const entry = { actor: actorOf(whose.organizerId), action: "import-received" } as const;
    await recordAudit(tx, { ...entry, campaignId, subject: publicId, detail }, now);
  });
  return { outcome: "received", publicId, number };
}

/** Tells when an abandoned file is removed. */
export const waitsUntil = (now: Date) => new Date(now.getTime() + waitsHours * 3_600_000);

type Taken = { bytes: number; sha256: Buffer; reading: Reading };

async function take(
  db: Db,
  keys: Keys,
  { publicId, atMost }: { publicId: string; atMost: number },
  source: AsyncIterable<Uint8Array>,
): Promise<Taken | { problem: FileProblem }> {
  const watch = new EncodingDetector();
  const hash = createHash("sha256");
  let tooLarge = false;
  let bytes = 0;
  const measured = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      tooLarge = bytes > atMost;
      if (tooLarge) return done(new Error("larger than a file may be"));
      watch.add(chunk);
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const writer = new PieceWriter(db, keys, publicId);
  let sourceFailed = false;
  async function* given() {
    try {
      for await (const chunk of source) yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    } catch (error) {
      sourceFailed = true;
      throw error;
    }
  }
  try {
    await pipeline(Readable.from(given(), { objectMode: false }), measured, writer);
  } catch (error) {
    await writer.idle();
    if (tooLarge) return { problem: "too-large" };
    if (sourceFailed) return { problem: "cut-off" };
    throw error;
  }
  const seen = watch.result();
  if ("problem" in seen) return seen;
  const reading = readHead(await readStart(db, keys, publicId), seen.encoding);
  return "problem" in reading ? reading : { bytes, sha256: hash.digest(), reading };
}

async function refuse(db: Db, publicId: string, problem: FileProblem, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.delete(filePieces).where(eq(filePieces.file, publicId));
    await tx
      .update(imports)
      .set({ state: "failed", problem, wipedAt: now, finishedAt: now })
      .where(and(eq(imports.publicId, publicId), eq(imports.state, "receiving")));
  });
}
