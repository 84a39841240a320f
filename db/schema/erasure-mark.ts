import { sql } from "drizzle-orm";
import { bigint, boolean, check, pgTable, uuid } from "drizzle-orm/pg-core";
import { at } from "./columns.ts";

/**
 * One row: which erasure log is this database's, and how far both have counted. A log that has counted
 * further proves that the database went back in time (docs/decisions/0046-a-database-that-went-back.md).
 */
export const erasureMark = pgTable(
  "erasure_mark",
  {
    only: boolean("only").primaryKey().default(true),
    logId: uuid("log_id").notNull().defaultRandom(),
    /** Raised and committed before each record of the log. */
    number: bigint("number", { mode: "number" }).notNull().default(0),
    /** False until the log was first written: only then a missing log is made. */
    opened: boolean("opened").notNull().default(false),
    markedAt: at("marked_at").notNull().defaultNow(),
  },
  (t) => [check("erasure_mark_is_one_row", sql`${t.only}`)],
);
