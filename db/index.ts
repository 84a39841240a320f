import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import type * as schema from "./schema/index.ts";

/** The database handed to every command and query. `$client` is postgres.js, for COPY and bulk SQL. */
export type Db = PostgresJsDatabase<typeof schema> & { $client: Sql };

/** The database or a transaction of it: what a step inside a command takes. */
export type DbOrTx = Db | Tx;

/** An open transaction. */
export type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0];
