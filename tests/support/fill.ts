import { type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/index.ts";
import { openAs } from "./database.ts";

/**
 * Fills tables with thousands of rows. No trigger runs and no foreign key is checked, so counters do not
 * follow. Then it updates the planner's statistics, as autovacuum does over time.
 */
export async function fill(db: Db, ...statements: SQL[]): Promise<void> {
  await openAs("superuser", db).transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    for (const statement of statements) await tx.execute(statement);
    await tx.execute(sql`analyze supporters, signatures, consents, pledges`);
  });
}
