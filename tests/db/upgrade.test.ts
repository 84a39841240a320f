import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq, sql } from "drizzle-orm";
import { migrate as runMigrations } from "drizzle-orm/postgres-js/migrator";
import { expect, inject, onTestFinished, test } from "vitest";
import { queueNames } from "#app/domain/base/jobs/queues.ts";
import { listNotices } from "#app/domain/campaign/notices/queries.server.ts";
import { countByVersion } from "#app/domain/campaign/petition/petition-signers.server.ts";
import { readCounts } from "#app/domain/campaign/queries.server.ts";
import { approveDispatch } from "#app/domain/outgoing/dispatches/approve-dispatch.server.ts";
import { findDispatchByNumber } from "#app/domain/outgoing/dispatches/queries.server.ts";
import { checkSeals } from "#app/domain/record/check-seals.server.ts";
import { approveUndo, undoBulk } from "#app/domain/review/change-bulk.server.ts";
import { runBulks } from "#app/domain/review/run-bulks.server.ts";
import { listCounterDrift } from "#app/domain/upkeep/check-counters.server.ts";
import type { Db } from "#db/index.ts";
import { migrate } from "#db/migrate.ts";
import { corrections, letterDispatches, packs, signatures, updates } from "#db/schema/index.ts";
import { testKeys } from "#tests/support/builders.ts";
import { databaseUrl, testRoles } from "#tests/support/cluster.ts";
import { aDatabase } from "#tests/support/database.ts";

const migrations = join(import.meta.dirname, "../../db/migrations");

/** The migrations up to one of them, as they were when it was the newest. */
function migrationsUpTo(number: number): string {
  const folder = mkdtempSync(join(tmpdir(), "undersigned-migrations-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(migrations, folder, { recursive: true });
  const journal = JSON.parse(readFileSync(join(folder, "meta/_journal.json"), "utf8"));
  journal.entries = journal.entries.filter(({ idx }: { idx: number }) => idx <= number);
  writeFileSync(join(folder, "meta/_journal.json"), JSON.stringify(journal));
  return folder;
}

/** Each statement by itself, as they came to be: what is sealed must be older than what seals it. */
async function fill(db: Db, file: string) {
  const text = readFileSync(join(import.meta.dirname, "fixtures", file), "utf8");
  for (const statement of text.split(/;\n/)) if (statement.trim()) await db.$client.unsafe(statement);
}

const rowsOf = async (db: Db) => {
  const tables = await db.execute<{ name: string }>(sql`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`);
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await db.$client.unsafe<{ n: number }[]>(`select count(*)::int as n from "${name}"`);
    if (row && row.n > 0) counts[name] = row.n;
  }
  return counts;
};

test("a database of migration 0061 that holds one of everything is brought up to date: no row is lost, seals and counters hold", async () => {
  const db = await aDatabase({ bare: true });
  await runMigrations(db, { migrationsFolder: migrationsUpTo(61) });
  await fill(db, "at-0061.sql");
  const before = await rowsOf(db);
  expect(Object.keys(before).length).toBeGreaterThan(25);

  await migrate({
    ownerUrl: databaseUrl(inject("clusterUrl"), db.$client.options.database, "owner"),
    ...{ folder: migrations, appRole: testRoles.app, queues: queueNames },
  });
  expect(await rowsOf(db)).toMatchObject(before);
  expect(await checkSeals(db)).toMatchObject({ seals: 2, broken: [], unsealed: 0 });
  expect(await listCounterDrift(db)).toEqual([]);
  const few = await db.execute<{ kept: number; counted: number }>(sql`
    select count(*) filter (where wrote_or_pledged)::int as kept, count(*) filter (where
      exists (select from letters where supporter_id = s.id) or exists (select from pledges where supporter_id = s.id))::int as counted
    from supporters s`);
  expect([...few]).toEqual([{ kept: 2, counted: 2 }]);
  const counts = await db.execute<Record<string, number>>(sql`
    select sum(confirmed)::int as confirmed, sum(pending)::int as pending, sum(withdrawn)::int as withdrawn,
      sum(invalidated)::int as invalidated, sum(quarantined)::int as quarantined, sum(imported)::int as imported
    from campaign_counts where campaign_id = 1`);
  expect([...counts]).toEqual([
    { confirmed: 1, pending: 1, withdrawn: 1, invalidated: 1, quarantined: 1, imported: 1 },
  ]);
  expect(await db.select({ state: updates.state }).from(updates).orderBy(updates.id)).toEqual([
    { state: "draft" },
    { state: "sent" },
  ]);
  expect(await listNotices(db, 1)).toMatchObject([{ state: "waiting" }]);
  expect(await db.select().from(packs)).toMatchObject([{ letters: 1, toldAt: null, discardedAt: null }]);

  // What was under way goes on under the rules of today.
  const [asker, other] = [1, 2].map((n) => `organizer:00000000-0000-4000-8000-00000000000${n}` as const) as [
    `organizer:${string}`,
    `organizer:${string}`,
  ];
  const dispatch = await findDispatchByNumber(db, 1, 1);
  expect(dispatch).toMatchObject({ stage: "submitted", differs: [], letters: 1 });
  const on = { campaignId: 1, publicId: dispatch?.publicId ?? "", version: 1, frame: dispatch?.frame ?? "" };
  expect(await approveDispatch(db, testKeys, { ...on, actor: asker })).toEqual({ outcome: "own" });
  expect(await approveDispatch(db, testKeys, { ...on, actor: other })).toEqual({ outcome: "approved" });
  expect(await db.select().from(letterDispatches)).toMatchObject([{ approvedAlone: false }]);
  await undoBulk(db, { campaignId: 1, number: 1, actor: asker });
  expect(await approveUndo(db, { campaignId: 1, number: 1, actor: other })).toEqual({ outcome: "changed" });
  await runBulks(db);
  expect(await db.$count(signatures, eq(signatures.state, "invalidated"))).toBe(0);
  expect(await db.$count(corrections)).toBe(0);
  expect(await listCounterDrift(db)).toEqual([]);
});

test("signers and erased people of before count again under the text they signed", async () => {
  const db = await aDatabase({ bare: true });
  await runMigrations(db, { migrationsFolder: migrationsUpTo(91) });
  const statements = [
    "insert into targets (slug, name, ticker, exchange) values ('t', 'Sample Corporation', 'SMPL', 'Nasdaq')",
    `insert into campaigns (slug, target_id, title, eyebrow, standfirst, status, goal_steps, petition_version)
      values ('sample', 1, 'T', 'E', 'S', 'open', '{100}', 4)`,
    `insert into petition_versions (campaign_id, version, summary, body, published_at, same_meaning_as, earlier_signers) values
      (1, 1, 'S', 'We ask.', '2026-01-01', null, null), (1, 2, 'S', 'We ask more.', '2026-02-01', null, 'apart'),
      (1, 3, 'S', E'We\n ask. ', '2026-03-01', null, 'apart'), (1, 4, 'S', 'We asked.', '2026-04-01', 3, null)`,
    `insert into supporters (email, email_canonical, name, country)
      select n || '@example.org', n || '@example.org', 'N', 'US' from generate_series(1, 4) n`,
    `insert into signatures (campaign_id, supporter_id, petition_version, state, receipt_code, confirmed_at)
      select 1, n, n, 'confirmed', 'AAAA-AAAA-A' || n, now() from generate_series(1, 4) n`,
    `insert into erased_signatures (campaign_id, address_hmac, key_id, erased_at)
      select 1, sha256(n::text::bytea), 'k', make_timestamptz(2026, n, 15, 0, 0, 0) from generate_series(1, 2) n`,
    "insert into erased_letters (campaign_id, state) values (1, 'confirmed'), (1, 'queued'), (1, 'sent')",
  ];
  for (const statement of statements) await db.$client.unsafe(statement);
  await migrate({
    ownerUrl: databaseUrl(inject("clusterUrl"), db.$client.options.database, "owner"),
    ...{ folder: migrations, appRole: testRoles.app, queues: queueNames },
  });
  expect(Object.fromEntries(await countByVersion(db, 1))).toEqual({ 1: 2, 2: 2, 3: 1, 4: 1 });
  expect(await readCounts(db, 1)).toMatchObject({ signatures: 4, earlier: 2 });
  expect(await db.execute(sql`select sum(erased)::int as n from letter_counts`)).toMatchObject([{ n: 1 }]);
  expect(await listCounterDrift(db)).toEqual([]);
});
