import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { restoreArchive } from "#app/domain/upkeep/archives/restore-archive.server.ts";
import { archiveOf, inChunks, manifestOf, sums } from "#tests/support/archives.ts";
import { aCampaign } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";

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
