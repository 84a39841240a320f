import { type AnyPgColumn, bigint, char, customType, timestamp, uuid } from "drizzle-orm/pg-core";

/** Raw bytes: hashes, keyed hashes and ciphertexts. */
export const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });

/** A moment, always with its zone. Read back as a Date. */
export const at = (name: string) => timestamp(name, { withTimezone: true });

/** The internal key of a table; it never leaves the server. */
export const identity = () => bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity();

/** The key that links and exports may show. */
export const publicId = () => uuid("public_id").notNull().unique().defaultRandom();

/** ISO 3166-1 alpha-2, upper case. */
export const country = () => char("country", { length: 2 }).notNull();

/** A row that this one belongs to and is erased with. */
export const erasedWith = (name: string, row: () => AnyPgColumn) =>
  bigint(name, { mode: "number" }).notNull().references(row, { onDelete: "cascade" });
