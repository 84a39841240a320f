import { drizzle } from "drizzle-orm/postgres-js";
import postgres, { type Sql, type TransactionSql } from "postgres";
import type { Db } from "./index.ts";
import * as schema from "./schema/index.ts";

/** What PostgreSQL ends by itself, each after so many seconds; 0: nothing. */
export type Limits = {
  /** A statement. */
  statementSeconds: number;
  /** A statement that waits for a lock. */
  lockSeconds: number;
  /** A transaction that waits for our next statement. */
  idleSeconds: number;
};

type Options = {
  /** Limit of the pool. Web and worker each have their own. */
  max?: number;
  /** Shown in pg_stat_activity. */
  name?: string;
  limits?: Limits;
  /**
   * Sets the limits in each transaction instead of for each connection, for a pooler that knows no such
   * parameter. Other statements are ended by `silenceSeconds` alone.
   */
  limitsByTransaction?: boolean;
  /** Seconds to wait for a server that owes an answer; then its connection is closed. */
  silenceSeconds?: number;
  /** Connections of a second pool, without limits (`longWork`). They close when not used. */
  long?: number;
};

/** Opens a pool. Only the command line and the tests call this. */
export function connect(url: string, { long, ...options }: Options = {}): Db {
  const db = openPool(url, options);
  if (long === undefined) return db;
  const { name } = options;
  const second = openPool(url, { max: long, ...(name && { name: `${name}, long` }), idleSeconds: 60 });
  return Object.assign(db, { $long: second });
}

type PoolOptions = Omit<Options, "long"> & { idleSeconds?: number };

function openPool(url: string, options: PoolOptions): Db {
  // Without its patch the driver runs statements in other callers' transactions.
  if (postgres.patched !== true)
    throw new Error("postgres.js lacks its patch: run `npm ci` without --ignore-scripts.");
  const {
    max = 10,
    name = "undersigned",
    limits,
    limitsByTransaction,
    silenceSeconds,
    idleSeconds,
  } = options;
  const settings = limits ? settingsOf(limits) : {};
  const client = postgres(url, {
    max,
    onnotice: () => {},
    connect_timeout: 5,
    backoff,
    connection: { application_name: name, TimeZone: "UTC", ...(limitsByTransaction ? {} : settings) },
    ...(silenceSeconds && { silence_timeout: silenceSeconds }),
    ...(idleSeconds && { idle_timeout: idleSeconds }),
  });
  if (limitsByTransaction) setInTransactions(client, settings);
  return drizzle(client, { schema }) as Db;
}

type Settings = Record<string, number>;

/** In milliseconds. */
const settingsOf = ({ statementSeconds, lockSeconds, idleSeconds }: Limits): Settings => ({
  statement_timeout: statementSeconds * 1000,
  lock_timeout: lockSeconds * 1000,
  idle_in_transaction_session_timeout: idleSeconds * 1000,
});

type Work = (sql: TransactionSql) => unknown;

/** Sends the settings before the first statement of each transaction. */
function setInTransactions(client: Sql, settings: Settings): void {
  const set = Object.entries(settings).map(([name, value]) => `set local ${name} = ${value}`);
  const begin = client.begin.bind(client) as (work: Work) => Promise<unknown>;
  const limited = (work: Work) =>
    begin(async (sql) => {
      await sql.unsafe(set.join("; "));
      return work(sql);
    });
  Object.assign(client, { begin: limited });
}

/** The code of a pooler that refuses to begin a connection with the limits. */
const protocolViolation = "08P01";

/** Tells whether an error is a pooler's that takes no parameters but its own. */
export function refusesParameters(error: unknown): boolean {
  const { code, message } = ((error as Error).cause ?? error) as Error & { code?: string };
  return code === protocolViolation && /startup parameter/i.test(message);
}

/**
 * Seconds until a refused connection is retried. The driver waits up to 20, counted over all connections of a
 * pool: after a short outage of the database every request would wait that long.
 */
function backoff(attempts: number): number {
  return Math.min(attempts * 0.05, 0.5);
}

export async function disconnect(db: Db): Promise<void> {
  await Promise.all([db, db.$long].map((pool) => pool?.$client.end({ timeout: 5 })));
}
