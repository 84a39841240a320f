import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { gunzipSync, gzipSync } from "node:zlib";
import { sql } from "drizzle-orm";
import { checkArchive } from "#app/domain/upkeep/archives/read-archive.server.ts";
import { writeArchive } from "#app/domain/upkeep/archives/write-archive.server.ts";
import type { Db } from "#db/index.ts";
/** A database's archive, as pieces of bytes. */
export async function archiveOf(db: Db): Promise<Buffer[]> {
  const pieces: Buffer[] = [];
  for await (const piece of writeArchive(db, {
    schemaVersion: 1,
    erasures: { log: randomUUID(), number: 0 },
  })) {
    pieces.push(piece);
    await pause(piece.length > 100_000 ? 50 : 0); // a disk slower than the database
  }
  return pieces;
}

/** Reads it like a file: in chunks that end anywhere. */
export async function* inChunks(pieces: Buffer[], size = 1_000) {
  const all = gunzipSync(gzipSync(Buffer.concat(pieces)));
  for (let at = 0; at < all.length; at += size) yield all.subarray(at, at + size);
}

export async function manifestOf(pieces: Buffer[]) {
  const check = await checkArchive(inChunks(pieces));
  if (check.outcome !== "whole") throw new Error(check.problem);
  return check.manifest;
}

export const sums = (db: Db) =>
  db.execute(sql`select campaign_id, sum(pending) as pending, sum(confirmed) as confirmed,
    sum(withdrawn) as withdrawn, sum(invalidated) as invalidated, sum(erased) as erased from campaign_counts
    group by 1 order by 1`);
