import { type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/index.ts";
import { openAs } from "./database.ts";

/**
 * Fills tables with thousands of rows: no trigger runs and no foreign key is checked, so counters do not follow.
 * Then the planner is told, as autovacuum does where people come one by one.
 */
export async function fill(db: Db, ...statements: SQL[]): Promise<void> {
  await openAs("superuser", db).transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    for (const statement of statements) await tx.execute(statement);
    await tx.execute(sql`analyze supporters, signatures, consents, pledges`);
  });
}
