import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { listNotices } from "#app/domain/campaign/notices/queries.server.ts";
import { approveDispatch } from "#app/domain/outgoing/dispatches/approve-dispatch.server.ts";
import { findDispatchByNumber } from "#app/domain/outgoing/dispatches/queries.server.ts";
import { checkSeals } from "#app/domain/record/check-seals.server.ts";
import { undoBulk } from "#app/domain/review/bulk/change-bulk.server.ts";
import { listCounterDrift } from "#app/domain/upkeep/check-counters.server.ts";
import { runBulks } from "#app/tasks/run-bulks.ts";
import type { Db } from "#db/index.ts";
import { schemaVersion } from "#db/migrate.ts";
import { corrections, letterDispatches, packs, signatures, updates } from "#db/schema/index.ts";
import { testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { describeFunctions, describeTables } from "#tests/support/describe-schema.ts";
import { aDatabaseOf010, aFolder, bringUpToDate, withoutFunctions } from "#tests/support/migrations.ts";

// Remove this file and its fixture with the next release: then nobody upgrades from 0.1.0.

/** Functions and triggers changed or removed on purpose since 0.1.0. */
const changedSince = [
  "add_letter_counts",
  "count_erased",
  "count_erased_letters",
  "count_letters",
  "count_paper",
  "count_petition_versions",
  "count_signatures",
  "count_signatures_by_hour",
  "count_update_mails",
  "is_complete_in",
  "keep_consent",
  "keep_counting_letters",
  "move_letters_with_mail",
  "record_right_periods",
  "outbox_of_notices_added",
  "outbox_of_notices_moved",
  "outbox_of_notices_removed",
  "letter_dispatches_stay",
  "letters_stay",
  "packs_stay",
];

/** Names of tables, columns, constraints and indexes of 0.1.0 that no longer exist. */
const oldNames =
  /deliver(y|ies)|\bmail_events|look_at|rights?_held|_said_|\b(said|told)_|_told|held_(at|reason)|_looks(_|\b)|looked_at/;

/** Replaces the names of 0.1.0's tables, columns and functions by today's. */
const renamed = (text: string) =>
  text
    .replaceAll(/\bmail_events/g, "email_events")
    .replaceAll("deliveries", "outbox")
    .replaceAll(/delivery(?=_)|(?<=undersigned\.)delivery/g, "email")
    .replaceAll("names_to_look_at", "names_awaiting_review")
    .replaceAll(/look_at_(?=name_of|changed_name)/g, "queue_")
    .replaceAll("note_rights_held", "record_right_periods")
    .replaceAll("rights_held", "right_periods")
    .replaceAll("right_held", "right_period")
    .replaceAll("held_reason", "hold_reason")
    .replaceAll("held_at", "paused_at")
    .replaceAll(/(?<= )signatures(?=_counted_on)/g, "campaigns")
    .replaceAll(/(?<= )erased(?=_counted_on)/g, "campaigns_erased");

/** A digest of every row of each table, with the transaction that wrote it. */
async function rowsOf(db: Db): Promise<Record<string, string>> {
  const tables = await db.execute<{ name: string }>(sql`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`);
  const rows: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await db.$client.unsafe<{ n: number; digest: string }[]>(
      "select count(*)::int as n, md5(string_agg(t.xmin || t::text, '' order by t.ctid)) as digest " +
        `from "${name}" t`,
    );
    if (row && row.n > 0) rows[name] = `${row.n} ${row.digest}`;
  }
  return rows;
}

test("the baseline makes the tables, types and indexes that the migrations of 0.1.0 made", async () => {
  const fresh = await aDatabase({ bare: true });
  await bringUpToDate(fresh, withoutFunctions(aFolder({ only: 1 })), { emails: [] });
  const now = await describeTables(fresh);
  expect(now.length).toBeGreaterThan(1500);
  expect(now).toEqual(await describeTables(await aDatabaseOf010()));
  expect(await rowsOf(fresh)).toEqual({});
});

test("db/functions keeps functions and triggers of 0.1.0, except those changed since", async () => {
  const now = new Set(await describeFunctions(await aDatabase()));
  const then = await describeFunctions(await aDatabaseOf010());
  expect(then.length).toBe(126);
  const nameOf = (text: string) => /(?:FUNCTION public\.|TRIGGER )(\w+)/.exec(text)?.[1];
  expect(
    then
      .map(renamed)
      .filter((text) => !now.has(text))
      .map(nameOf),
  ).toEqual(changedSince);
});

test("a database of 0.1.0 is taken over unchanged, and its work continues", async () => {
  const db = await aDatabaseOf010();
  const before = await rowsOf(db);
  expect(Object.keys(before).length).toBeGreaterThan(30);
  const version = await schemaVersion(db);
  await bringUpToDate(db, withoutFunctions(aFolder({ only: 1 })), { emails: [] });
  expect(await rowsOf(db)).toEqual(before);
  expect(await schemaVersion(db)).toBe(version);

  await bringUpToDate(db);
  expect((await describeTables(db)).filter((line) => oldNames.test(line))).toEqual([]);
  expect(await checkSeals(db)).toMatchObject({ seals: 2, broken: [], unsealed: 0 });
  expect(await listCounterDrift(db)).toEqual([]);
  expect(await db.select({ state: updates.state }).from(updates).orderBy(updates.id)).toEqual([
    { state: "draft" },
    { state: "sent" },
  ]);
  expect(await listNotices(db, 1)).toMatchObject([{ state: "waiting" }]);
  expect(await db.select().from(packs)).toMatchObject([
    { letters: 1, handOverAskedAt: null, discardedAt: null },
  ]);

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
  await runBulks(db);
  expect(await db.$count(signatures, eq(signatures.state, "invalidated"))).toBe(0);
  expect(await db.$count(corrections)).toBe(0);
  expect(await listCounterDrift(db)).toEqual([]);
});

test("a database older than 0.1.0 is refused unchanged, naming the version to start", async () => {
  const db = await aDatabaseOf010();
  await db.execute(sql`
    delete from drizzle.__drizzle_migrations where id = (select max(id) from drizzle.__drizzle_migrations)`);
  const before = [await rowsOf(db), await describeTables(db), await schemaVersion(db)];
  await expect(bringUpToDate(db)).rejects.toThrow(
    /^This database is older than version 0\.1\.0: back it up, start 0\.1\.0 \(git tag v0\.1\.0, commit [0-9a-f]{40}\) on it once, then start this version\.$/,
  );
  expect([await rowsOf(db), await describeTables(db), await schemaVersion(db)]).toEqual(before);
});
