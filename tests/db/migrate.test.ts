import { sql } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import type { Db } from "#db/index.ts";
import { schemaVersion } from "#db/migrate.ts";
import { aDatabase } from "#tests/support/database.ts";
import { describeFunctions, describeTables } from "#tests/support/describe-schema.ts";
import { aFolder, bringUpToDate, schemaFolder } from "#tests/support/migrations.ts";

const patience = { lockTimeout: 50, tries: 3 };

async function hasColumn(db: Db, table: string, column: string): Promise<boolean> {
  const found = await db.execute(sql`
    select from information_schema.columns where table_name = ${table} and column_name = ${column}`);
  return found.length > 0;
}

/** Whether an index exists and is usable. */
async function indexState(db: Db, name: string): Promise<"missing" | "invalid" | "valid"> {
  const [found] = await db.execute<{ valid: boolean }>(sql`
    select indisvalid as valid from pg_index where indexrelid = to_regclass(${name})`);
  if (!found) return "missing";
  return found.valid ? "valid" : "invalid";
}

/** Runs a statement in a transaction that stays open until the returned function or the test's end. */
async function holdOpen(db: Db, statement: string): Promise<() => Promise<void>> {
  const connection = await db.$client.reserve();
  let open = true;
  const release = async () => {
    if (!open) return;
    open = false;
    await connection.unsafe("commit");
    connection.release();
  };
  onTestFinished(release);
  await connection.unsafe(`begin; ${statement}`);
  return release;
}

/** Triggers and functions with the transaction that wrote each. */
async function writtenBy(db: Db): Promise<Record<string, string>> {
  const rows = await db.execute<{ name: string; xmin: string }>(sql`
    select proname || '/' || pronargs as name, xmin::text from pg_proc
    where pronamespace = 'public'::regnamespace
    union all select tgname, xmin::text from pg_trigger where not tgisinternal`);
  return Object.fromEntries(rows.map(({ name, xmin }) => [name, xmin]));
}

function changesBetween(before: Record<string, string>, after: Record<string, string>): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => before[name] !== after[name]).sort();
}

test("each pending migration is a transaction: those before a failure stay", async () => {
  const db = await aDatabase();
  const before = (await schemaVersion(db)) ?? 0;
  const first = "alter table targets add column first text;--> statement-breakpoint\nselect 1";
  const second = "alter table targets add column second text;--> statement-breakpoint\nselect 1 / 0";
  await expect(bringUpToDate(db, aFolder({ migrations: [first, second] }))).rejects.toThrow(
    "division by zero",
  );
  expect([await hasColumn(db, "targets", "first"), await hasColumn(db, "targets", "second")]).toEqual([
    true,
    false,
  ]);
  expect(await schemaVersion(db)).toBe(before + 1);

  const repaired = "alter table targets add column second text";
  await bringUpToDate(db, aFolder({ migrations: [first, repaired] }));
  expect(await hasColumn(db, "targets", "second")).toBe(true);
});

test("a migration of a busy table lets others through, says so and retries", async () => {
  const db = await aDatabase();
  const release = await holdOpen(db, "select from targets");
  const lines: string[] = [];
  const say = (line: string) => {
    lines.push(line);
    if (lines.length === 2) void release();
  };
  const folder = aFolder({ migrations: ["alter table targets add column added text"] });
  await bringUpToDate(db, folder, { lockTimeout: 50, tries: 100, say });
  expect(await hasColumn(db, "targets", "added")).toBe(true);
  expect(lines[0]).toMatch(
    /^Migration \d{4}_of-a-test waits for a table that another transaction uses: try 1 of 100 failed\.$/,
  );
});

test("a migration of a busy table ends with one sentence, and changes nothing", async () => {
  const db = await aDatabase();
  const before = await schemaVersion(db);
  await holdOpen(db, "select from targets");
  const migrations = [
    "alter table campaigns add column added text; alter table targets add column added text",
  ];
  await expect(bringUpToDate(db, aFolder({ migrations }), patience)).rejects.toThrow(
    /^Migration \d{4}_of-a-test found a table in use at each of 3 tries, and nothing of it was applied: end what holds/,
  );
  expect([await hasColumn(db, "campaigns", "added"), await schemaVersion(db)]).toEqual([false, before]);
});

const insertTarget = (slug: string) =>
  `insert into targets (slug, name, ticker, exchange) values ('${slug}', 'Sample', 'SMPL', 'Nasdaq')`;

const anIndex = `-- concurrently
create index concurrently "targets_of_a_test" on "targets" ("name");`;

test("a concurrent index build lets rows be written while it waits", async () => {
  const db = await aDatabase();
  const release = await holdOpen(db, insertTarget("a"));
  let ended = false;
  const lines: string[] = [];
  const say = (line: string) => lines.push(line);
  const folder = aFolder({ migrations: [anIndex] });
  const building = bringUpToDate(db, folder, { ...patience, say }).finally(() => {
    ended = true;
  });
  await expect.poll(() => indexState(db, "targets_of_a_test")).toBe("invalid");
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local lock_timeout = '2s'`);
    await tx.execute(sql.raw(insertTarget("b")));
  });
  expect(ended).toBe(false);
  await release();
  await building;
  expect(await indexState(db, "targets_of_a_test")).toBe("valid");
  expect(lines).toEqual([
    expect.stringMatching(/^Migration \d{4}_of-a-test builds an index while rows are written/),
  ]);
});

test("making an empty database says nothing of indexes: there is nothing to wait for", async () => {
  const db = await aDatabase({ bare: true });
  const lines: string[] = [];
  await bringUpToDate(db, schemaFolder, { say: (line) => lines.push(line) });
  expect(lines).toEqual([]);
});

test("an index left invalid by a kill is rebuilt, and a valid one is not", async () => {
  const db = await aDatabase();
  const folder = aFolder({
    migrations: [
      `${anIndex}--> statement-breakpoint
create index concurrently "campaigns_of_a_test" on "campaigns" ("title");`,
    ],
  });
  const states = async () => [
    await indexState(db, "targets_of_a_test"),
    await indexState(db, "campaigns_of_a_test"),
  ];
  const release = await holdOpen(db, "lock table campaigns in row exclusive mode");
  const building = expect(bringUpToDate(db, folder)).rejects.toThrow();
  await expect.poll(states).toEqual(["valid", "invalid"]);
  await db.execute(sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name = 'undersigned migrate'`);
  await building;
  await release();
  const [first] = await db.execute(sql`select 'targets_of_a_test'::regclass::oid as oid`);
  expect(await states()).toEqual(["valid", "invalid"]);

  await bringUpToDate(db, folder);
  expect(await states()).toEqual(["valid", "valid"]);
  expect([...(await db.execute(sql`select 'targets_of_a_test'::regclass::oid as oid`))]).toEqual([first]);
});

test("processes that migrate at the same time apply everything once", async () => {
  const db = await aDatabase({ bare: true });
  const folder = aFolder({ migrations: ["create table of_a_test (id integer primary key)", anIndex] });
  await Promise.all([1, 2, 3].map(() => bringUpToDate(db, folder)));
  expect(await indexState(db, "targets_of_a_test")).toBe("valid");
  const [row] = await db.execute(sql`
    select count(*)::int as n, count(distinct created_at)::int as versions
    from drizzle.__drizzle_migrations`);
  expect(row).toEqual({ n: row?.versions, versions: row?.n });
  expect(await describeFunctions(db)).toEqual(await describeFunctions(await aDatabase()));
});

test("a function or trigger is applied again only when changed or missing", async () => {
  const db = await aDatabase();
  const before = await writtenBy(db);
  await bringUpToDate(db);
  expect(changesBetween(before, await writtenBy(db))).toEqual([]);

  const claims = (words: string, event: string) => `
-- A comment.
CREATE OR REPLACE FUNCTION note_first_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RETURN new; -- ${words}
END $$;

CREATE OR REPLACE TRIGGER claims_first_published BEFORE ${event} ON claims
  FOR EACH ROW EXECUTE FUNCTION note_first_published();
`;
  await bringUpToDate(db, aFolder({ functions: { claims: claims("one", "INSERT OR UPDATE") } }));
  const changed = await writtenBy(db);
  expect(changesBetween(before, changed)).toEqual(["note_first_published/0"]);
  expect((await describeFunctions(db)).join()).toContain("RETURN new; -- one");

  const inserts = aFolder({ functions: { claims: claims("one", "INSERT") } });
  await bringUpToDate(db, inserts);
  const narrowed = await writtenBy(db);
  expect(changesBetween(changed, narrowed)).toEqual(["claims_first_published"]);

  await db.execute(sql`drop trigger claims_first_published on claims`);
  await db.execute(sql`drop trigger claims_offered on claims`);
  await bringUpToDate(db, inserts);
  expect(changesBetween(narrowed, await writtenBy(db))).toEqual(["claims_first_published", "claims_offered"]);
  await bringUpToDate(db);
  expect(await describeFunctions(db)).toEqual(await describeFunctions(await aDatabase()));
});

test("a constraint trigger whose text changes takes the place of the one there is", async () => {
  const db = await aDatabase();
  const functions = {
    test: `CREATE OR REPLACE FUNCTION of_a_test() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE CONSTRAINT TRIGGER of_a_test AFTER INSERT ON targets
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION of_a_test();\n`,
  };
  await bringUpToDate(db, aFolder({ functions }));
  functions.test = functions.test.replace("AFTER INSERT", "AFTER INSERT OR UPDATE");
  await bringUpToDate(db, aFolder({ functions }));
  expect((await describeFunctions(db)).filter((text) => text.includes("TRIGGER of_a_test"))).toEqual([
    expect.stringContaining("AFTER INSERT OR UPDATE ON public.targets"),
  ]);
});

test("a trigger that is as it was locks no table, and a changed function none at all", async () => {
  const db = await aDatabase();
  await holdOpen(db, "lock table claims, signatures, outbox in row exclusive mode");
  const functions = {
    claims: `CREATE OR REPLACE FUNCTION note_first_published() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;
CREATE OR REPLACE TRIGGER claims_first_published BEFORE INSERT OR UPDATE ON claims
  FOR EACH ROW EXECUTE FUNCTION note_first_published();\n`,
  };
  await bringUpToDate(db, aFolder({ functions }), patience);
  functions.claims = functions.claims.replace("INSERT OR UPDATE", "INSERT");
  await expect(bringUpToDate(db, aFolder({ functions }), patience)).rejects.toThrow(
    /^Changing triggers of claims found a table in use at each of 3 tries/,
  );
});

test("a database that a later version has migrated stays as it is, its functions too", async () => {
  const db = await aDatabase();
  const later = aFolder({
    migrations: ["alter table targets add column later text"],
    functions: {
      claims: `CREATE OR REPLACE FUNCTION note_first_published() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;\n`,
    },
  });
  await bringUpToDate(db, later);
  const before = [await describeTables(db), await describeFunctions(db), await schemaVersion(db)];
  await bringUpToDate(db, schemaFolder);
  expect([await describeTables(db), await describeFunctions(db), await schemaVersion(db)]).toEqual(before);
});

test("a database older than 0.2.0 is refused unchanged, naming the commit to start", async () => {
  const db = await aDatabase();
  await db.execute(sql`delete from drizzle.__drizzle_migrations where id > 1`);
  await db.execute(sql`update drizzle.__drizzle_migrations set created_at = created_at - 1`);
  const before = [await describeTables(db), await schemaVersion(db)];
  await expect(bringUpToDate(db)).rejects.toThrow(
    /^This database is older than version 0\.2\.0: back it up, start commit [0-9a-f]{40} on it once, then start this version\.$/,
  );
  expect([await describeTables(db), await schemaVersion(db)]).toEqual(before);
});
