import { sql } from "drizzle-orm";
import { check, date, pgTable } from "drizzle-orm/pg-core";
import { bytea } from "./columns.ts";

/**
 * The random key that hashes address blocks, one a UTC day. It goes after 7 days with its hashes, and no
 * backup holds it: without it a hash says nothing.
 */
export const addressDayKeys = pgTable(
  "address_day_keys",
  { day: date("day", { mode: "string" }).primaryKey(), key: bytea("key").notNull().unique() },
  (t) => [check("address_day_keys_are_256_bits", sql`octet_length(${t.key}) = 32`)],
);
