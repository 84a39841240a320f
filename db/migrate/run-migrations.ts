import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Sql } from "postgres";
import { MigrationError } from "./error.ts";
import { type Patience, patiently } from "./patience.ts";

type Migration = {
  name: string;
  /** When it was made, in milliseconds: later migrations have higher numbers. */
  version: number;
  text: string;
};

/** The last commit with the migrations that lead to the first of ours. */
const before = "commit efe34d31e0f4515f66427cadbd65b3a4cf5f6b0d";

/**
 * Applies what is pending, each migration in a transaction of its own. The first is the schema of 0.2.0, with
 * the version of the last of those that led there. Returns false for a database that a later version of the
 * product has changed.
 */
export async function runMigrations(client: Sql, folder: string, patience: Patience): Promise<boolean> {
  const migrations = readMigrations(folder);
  await client.unsafe(`
    create schema if not exists drizzle;
    create table if not exists drizzle.__drizzle_migrations (id serial primary key, hash text not null,
      created_at bigint)`);
  const [newest] = await client<{ version: number | null }[]>`
    select max(created_at)::float8 as version from drizzle.__drizzle_migrations`;
  const version = newest?.version ?? null;
  const [first, last] = [migrations.at(0)?.version ?? 0, migrations.at(-1)?.version ?? 0];
  if (version !== null && version < first) {
    throw new MigrationError(
      `This database is older than version 0.2.0: back it up, start ${before} on it once, then start ` +
        "this version.",
    );
  }
  for (const migration of migrations.filter((one) => version === null || one.version > version)) {
    const isIndex = isConcurrent(migration.text);
    // An empty database has no users to wait for.
    if (isIndex && version !== null) patience.say(`Migration ${migration.name} ${building}`);
    const apply = isIndex ? buildIndexes : applyAtOnce;
    await patiently(`Migration ${migration.name}`, patience, () => apply(client, migration, patience));
  }
  return version === null || version <= last;
}

type Journal = { entries: { tag: string; when: number }[] };

const readJournal = (folder: string) =>
  (JSON.parse(readFileSync(join(folder, "meta/_journal.json"), "utf8")) as Journal).entries;

/** Returns the version of the newest migration. */
export const newestVersion = (folder: string): number => readJournal(folder).at(-1)?.when ?? 0;

function readMigrations(folder: string): Migration[] {
  return readJournal(folder).map(({ tag, when }) => ({
    name: tag,
    version: when,
    text: readFileSync(join(folder, `${tag}.sql`), "utf8"),
  }));
}

async function applyAtOnce(client: Sql, migration: Migration, { lockTimeout }: Patience): Promise<void> {
  await client.begin(async (sql) => {
    await sql`select set_config('lock_timeout', ${`${lockTimeout}ms`}, true)`;
    await sql.unsafe(migration.text);
    await note(sql, migration);
  });
}

const building = "builds an index while rows are written. On a large table that takes minutes.";

const isConcurrent = (text: string) => text.startsWith("-- concurrently\n");

/**
 * Builds indexes while rows are written, which PostgreSQL only does outside a transaction. It waits for
 * others and nobody waits for it, so no lock times out. An index left by a killed build is invalid: it is
 * dropped and built again.
 */
async function buildIndexes(client: Sql, migration: Migration): Promise<void> {
  for (const statement of migration.text.split("--> statement-breakpoint")) {
    const name = /create (?:unique )?index concurrently "?(\w+)"?/i.exec(statement)?.[1];
    if (name !== undefined) {
      const [built] = await client<{ valid: boolean }[]>`
        select indisvalid as valid from pg_index where indexrelid = to_regclass(quote_ident(${name}))`;
      if (built?.valid) continue;
      if (built) await client.unsafe(`drop index concurrently "${name}"`);
    }
    await client.unsafe(statement);
  }
  await note(client, migration);
}

async function note(client: Pick<Sql, "unsafe">, { text, version }: Migration): Promise<void> {
  const hash = createHash("sha256").update(text).digest("hex");
  await client.unsafe("insert into drizzle.__drizzle_migrations (hash, created_at) values ($1, $2)", [
    hash,
    version,
  ]);
}
