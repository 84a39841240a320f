import { type SQL, sql } from "drizzle-orm";

/**
 * Selects when the database was last restored or went back in time, if an update or dispatch that has not
 * begun is older: it may have been sent after the moment that the database shows. Null otherwise.
 */
export const maybeSentBefore = (as: "u" | "x"): SQL => {
  const row = sql.identifier(as);
  return sql`(select s.since from switches s where s.name = 'restored' and ${row}.started_at is null
    and ${row}.state::text in ('draft', 'scheduled') and ${row}.created_at <= s.since)`;
};
