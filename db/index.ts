import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import type * as schema from "./schema/index.ts";

/**
 * The database passed to every command and query. `$client` is postgres.js, for COPY and bulk SQL; `$long` is
 * what `longWork` returns.
 */
export type Db = PostgresJsDatabase<typeof schema> & { $client: Sql; $long?: Db };

/** The database or a transaction: for steps of a command. */
export type DbOrTx = Db | Tx;

export type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0];

/**
 * Returns the pool for what may take longer than a page: lists that are downloaded, recounts, jobs. Nothing
 * of ours ends it, and readers who are slow keep no page waiting.
 */
export const longWork = (db: Db): Db => db.$long ?? db;
