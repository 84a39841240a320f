import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import type * as schema from "./schema/index.ts";

/** The database passed to every command and query. `$client` is postgres.js, for COPY and bulk SQL. */
export type Db = PostgresJsDatabase<typeof schema> & { $client: Sql };

/** The database or a transaction: for steps of a command. */
export type DbOrTx = Db | Tx;

export type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0];
