import { sql } from "drizzle-orm";
import { migrate as runMigrations } from "drizzle-orm/postgres-js/migrator";
import { connect, disconnect } from "./connection.ts";

/** Any number: it keeps two processes from migrating at once. */
const migrationLock = 7_204_881;

/**
 * Brings the schema of the server at `ownerUrl` up to date and gives `appRole` what the application
 * needs: reading and writing rows, and nothing of the audit tables but reading and adding.
 */
export async function migrate(ownerUrl: string, migrationsFolder: string, appRole: string): Promise<void> {
  const db = connect(ownerUrl, { max: 1, name: "undersigned migrate" });
  try {
    await db.execute(sql`select pg_advisory_lock(${migrationLock})`);
    await runMigrations(db, { migrationsFolder });
    await grantToApp(db, appRole);
  } finally {
    await disconnect(db);
  }
}

async function grantToApp(db: ReturnType<typeof connect>, appRole: string): Promise<void> {
  const [owner] = await db.execute<{ name: string }>(sql`select current_user as name`);
  if (owner?.name === appRole) return;

  const role = sql.identifier(appRole);
  await db.execute(sql`grant usage on schema public to ${role}`);
  await db.execute(sql`grant select, insert, update, delete on all tables in schema public to ${role}`);
  await db.execute(sql`grant usage, select on all sequences in schema public to ${role}`);
  await db.execute(sql`revoke all on audit_entries, audit_seals from ${role}`);
  await db.execute(sql`grant select, insert on audit_entries, audit_seals to ${role}`);
}
