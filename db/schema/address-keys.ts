import { sql } from "drizzle-orm";
import { check, date, pgTable } from "drizzle-orm/pg-core";
import { bytea } from "./columns.ts";

/**
 * The random key of a UTC day that hashes address blocks. Deleted with its hashes after 7 days, and in no
 * backup: without it a hash says nothing.
 */
export const addressDayKeys = pgTable(
  "address_day_keys",
  { day: date("day", { mode: "string" }).primaryKey(), key: bytea("key").notNull().unique() },
  (t) => [check("address_day_keys_are_256_bits", sql`octet_length(${t.key}) = 32`)],
);
