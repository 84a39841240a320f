import { sql } from "drizzle-orm";
import type { Db } from "#db/index.ts";

/**
 * Seals every entry that is not sealed yet and returns how many there were. One caller at a time: it
 * waits for writers that have an entry under way, so that no entry can appear below a seal.
 */
export async function sealAuditEntries(db: Db): Promise<number> {
  const [row] = await db.execute<{ sealed: string }>(sql`select seal_audit_entries() as sealed`);
  return Number(row?.sealed ?? 0);
}
