import { type AnyPgColumn, bigint, char, customType, timestamp, uuid } from "drizzle-orm/pg-core";

/** Raw bytes: hashes, keyed hashes and ciphertexts. */
export const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });

/** Stores a moment with its zone, read back as a Date. */
export const at = (name: string) => timestamp(name, { withTimezone: true });

/** Makes a table's internal key; it never leaves the server. */
export const identity = () => bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity();

/** Makes the key that links and exports may show. */
export const publicId = () => uuid("public_id").notNull().unique().defaultRandom();

/** Holds ISO 3166-1 alpha-2, upper case. */
export const country = () => char("country", { length: 2 }).notNull();

/** Names a row that this one is erased with. */
export const erasedWith = (name: string, row: () => AnyPgColumn) =>
  bigint(name, { mode: "number" }).notNull().references(row, { onDelete: "cascade" });
