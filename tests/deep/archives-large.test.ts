import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { gunzipSync, gzipSync } from "node:zlib";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { checkArchive } from "#app/domain/upkeep/archives/read-archive.server.ts";
import { restoreArchive } from "#app/domain/upkeep/archives/restore-archive.server.ts";
import { writeArchive } from "#app/domain/upkeep/archives/write-archive.server.ts";
import type { Db } from "#db/index.ts";
import { aCampaign } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";

/** A database's archive, as pieces of bytes. */
async function archiveOf(db: Db): Promise<Buffer[]> {
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
async function* inChunks(pieces: Buffer[], size = 1_000) {
  const all = gunzipSync(gzipSync(Buffer.concat(pieces)));
  for (let at = 0; at < all.length; at += size) yield all.subarray(at, at + size);
}

async function manifestOf(pieces: Buffer[]) {
  const check = await checkArchive(inChunks(pieces));
  if (check.outcome !== "whole") throw new Error(check.problem);
  return check.manifest;
}

const sums = (db: Db) =>
  db.execute(sql`select campaign_id, sum(pending) as pending, sum(confirmed) as confirmed,
    sum(withdrawn) as withdrawn, sum(invalidated) as invalidated, sum(erased) as erased from campaign_counts
    group by 1 order by 1`);

test("tables of many pieces come out and go in whole", async () => {
  const db = await aDatabase();
  const campaign = await aCampaign(db);
  await db.execute(sql`
    insert into supporters (email_canonical, email, name, country)
    select 'p' || n || '@example.org', 'p' || n || '@example.org', repeat('Long Name ', 10) || n, 'US'
    from generate_series(1, 30000) n`);
  await db.execute(sql`
    insert into signatures (campaign_id, supporter_id, petition_version, receipt_code)
    select ${campaign.id}, id, 1,
      substr(lpad(id::text, 8, '0'), 1, 4) || '-' || substr(lpad(id::text, 8, '0'), 5, 4) || '-00'
    from supporters order by id limit 3000`);
  const pieces = await archiveOf(db);
  expect(Buffer.concat(pieces).includes("supporters/000002.copy")).toBe(true);

  const restored = await aDatabase();
  const manifest = await manifestOf(pieces);
  const rowsOf = (table: string) => manifest.tables.find(({ name }) => name === table)?.rows;
  expect([rowsOf("supporters"), rowsOf("signatures")]).toEqual([30_000, 3000]);
  expect(await restoreArchive(restored, inChunks(pieces, 65_536), manifest)).toMatchObject({
    outcome: "restored",
  });
  expect([...(await sums(restored))]).toEqual([...(await sums(db))]);
});
