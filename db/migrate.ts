import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import type { Sql } from "postgres";
import { connect, disconnect } from "./connection.ts";
import type { Db } from "./index.ts";
import { installJobs } from "./jobs.ts";
import { applyFunctions } from "./migrate/apply-functions.ts";
import type { Patience } from "./migrate/patience.ts";
import { newestVersion, runMigrations } from "./migrate/run-migrations.ts";
import { refuseSharing } from "./pooler.ts";

/** Any number: the lock keeps two processes from migrating at once. */
const migrationLock = 7_204_881;

type Options = Partial<Patience> & {
  ownerUrl: string;
  /** Contains `migrations` and `functions`. */
  folder: string;
  /** The role of the running product. */
  appRole: string;
  /** Names of the required job queues. */
  queues: readonly string[];
  /** Names of the required emails. */
  emails: readonly string[];
};

/**
 * Brings the schema, its functions and triggers and the job queues up to date and gives `appRole` what the
 * application needs: reading and writing rows, and of the audit log reading and adding entries, which only
 * seal_audit_entries() seals.
 */
export async function migrate({
  ownerUrl,
  folder,
  appRole,
  queues,
  emails,
  ...given
}: Options): Promise<void> {
  const patience = { lockTimeout: 3000, tries: 20, say: () => {}, ...given };
  await refuseSharing(ownerUrl);
  const db = connect(ownerUrl, { max: 1, name: "undersigned migrate" });
  try {
    await waitForTurn(db);
    const isOurs = await runMigrations(db.$client, join(folder, "migrations"), patience);
    if (isOurs) await applyFunctions(db.$client, join(folder, "functions"), patience);
    await addEmails(db, emails);
    await grantToApp(db, appRole);
    await installJobs(db, queues, appRole);
  } finally {
    await disconnect(db);
  }
}

/**
 * Polls for the lock. A process that waits inside a statement has a snapshot; a concurrent index build waits
 * for the snapshot's end, and the builder holds the lock.
 */
async function waitForTurn(db: Db): Promise<void> {
  for (;;) {
    const [row] = await db.execute<{ mine: boolean }>(
      sql`select pg_try_advisory_lock(${migrationLock}) as mine`,
    );
    if (row?.mine) return;
    await pause(100);
  }
}

/** Returns the newest applied migration as a growing number; null before the first. */
export async function schemaVersion(db: Db): Promise<number | null> {
  const [table] = await db.execute<{ there: boolean }>(
    sql`select to_regclass('drizzle.__drizzle_migrations') is not null as there`,
  );
  if (!table?.there) return null;
  const [row] = await db.execute<{ version: string | null }>(
    sql`select max(created_at) as version from drizzle.__drizzle_migrations`,
  );
  return row?.version ? Number(row.version) : null;
}

/** Returns the version of the schema that this build of the product works with, from its `db` folder. */
export const builtFor = (folder: string): number => newestVersion(join(folder, "migrations"));

/** What a connection finds: a replica takes no writes, and `version` is the schema's. */
export type Served = { replica: boolean; version: number | null };

/** Tells what a database serves, in one statement. */
export async function askServed(sql: Pick<Sql, "unsafe">): Promise<Served> {
  const [row] = await sql.unsafe<{ replica: boolean; version: string | null }[]>(
    "select pg_is_in_recovery() as replica, max(created_at) as version from drizzle.__drizzle_migrations",
  );
  return { replica: row?.replica ?? true, version: row?.version ? Number(row.version) : null };
}

/** Gives the type of `outbox.template` the names that it lacks. No row and no table is touched. */
export async function addEmails(db: Db, names: readonly string[]): Promise<void> {
  const rows = await db.execute<{ name: string }>(
    sql`select enumlabel as name from pg_enum where enumtypid = to_regtype('email_template')`,
  );
  const known = rows.map(({ name }) => name);
  for (const name of names.filter((one) => !known.includes(one)))
    await db.execute(sql.raw(`alter type email_template add value '${name}'`));
}

async function grantToApp(db: Db, appRole: string): Promise<void> {
  const [owner] = await db.execute<{ name: string }>(sql`select current_user as name`);
  if (owner?.name === appRole) return;

  const role = sql.identifier(appRole);
  await db.execute(sql`grant usage on schema public, drizzle to ${role}`);
  await db.execute(sql`grant select on all tables in schema drizzle to ${role}`);
  await db.execute(sql`grant select, insert, update, delete on all tables in schema public to ${role}`);
  await db.execute(sql`grant usage, select on all sequences in schema public to ${role}`);
  await db.execute(sql`revoke all on audit_entries, audit_seals from ${role}`);
  await db.execute(sql`grant select, insert on audit_entries to ${role}`);
  await db.execute(sql`grant select on audit_seals to ${role}`);
}
