import { type SQL, type SQLWrapper, sql } from "drizzle-orm";

/**
 * Matches the stored canonical addresses of a mailbox. Those whom version 0.1.0 took for several people have
 * a number after a plus, which no canonical address has (migration 0028).
 */
export function isMailbox(column: SQLWrapper, canonical: string): SQL {
  const at = canonical.lastIndexOf("@");
  const local = canonical.slice(0, at).replace(/[\\%_]/g, "\\$&");
  return sql`(${column} = ${canonical} or ${column} like ${`${local}+%${canonical.slice(at)}`})`;
}
