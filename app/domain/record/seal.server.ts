import { sql } from "drizzle-orm";
import type { Db } from "#db/index.ts";

/**
 * Seals every entry that is not sealed yet and returns how many there were. Callers take turns. It
 * waits for writers that have an entry under way, so that no entry can appear below a seal.
 */
export async function sealAuditEntries(db: Db): Promise<number> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('seal-audit-entries', 0))`);
    const [row] = await tx.execute<{ sealed: string }>(sql`select seal_audit_entries() as sealed`);
    return Number(row?.sealed ?? 0);
  });
}
