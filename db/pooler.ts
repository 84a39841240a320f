import type { ReservedSql } from "postgres";
import { connect, disconnect } from "./connection.ts";
import type { Db } from "./index.ts";

/** A pooler that cannot carry us; the message is one line that says what to do. */
export class PoolerError extends Error {}

/**
 * `none`: PostgreSQL itself. `sessions`: each connection has its own server process. `transactions`:
 * connections share server processes, and the pooler keeps prepared statements. `unprepared`: they share, and
 * it does not.
 */
type Pooling = "none" | "sessions" | "transactions" | "unprepared";

/** Tries to get the server process that another connection has just used. */
const tries = 20;

/** Milliseconds to wait for a connection: a pooler in session mode may have none left. */
const patience = 5_000;

/** Refuses a pooler that shares connections without prepared statements: queries would fail. */
export async function refuseUnprepared(db: Db, variable: string): Promise<void> {
  if ((await findPooling(db, variable)) !== "unprepared") return;
  throw new PoolerError(
    `${variable} leads to a pooler that shares server connections and keeps no prepared statements. ` +
      "Set max_prepared_statements = 200 in PgBouncer, or pool_mode = session, or connect to " +
      "PostgreSQL directly.",
  );
}

/** Refuses a pooler that shares connections: a migration's lock and a restore's COPY need a session. */
export async function refuseSharing(url: string): Promise<void> {
  const db = connect(url, { max: 2, name: "undersigned pooler check" });
  try {
    const pooling = await findPooling(db, "MIGRATE_DATABASE_URL");
    if (pooling === "none" || pooling === "sessions") return;
    throw new PoolerError(
      "The address for migrations (MIGRATE_DATABASE_URL, else DATABASE_URL) leads to a pooler that " +
        "shares server connections, and a migration holds a lock for a whole session. Set " +
        "MIGRATE_DATABASE_URL to PostgreSQL itself, or to a pooler with pool_mode = session.",
    );
  } finally {
    await disconnect(db);
  }
}

async function findPooling(db: Db, variable: string): Promise<Pooling> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const error = new PoolerError(
      `The pooler that ${variable} leads to gave no further connection within ${patience / 1000} seconds. ` +
        "In session mode its default_pool_size must cover all connections: 25 of a web server and 16 " +
        "of each worker.",
    );
    timer = setTimeout(reject, patience, error);
  });
  return Promise.race([probe(db), late]).finally(() => clearTimeout(timer));
}

async function probe(db: Db): Promise<Pooling> {
  const first = await db.$client.reserve();
  try {
    const asked = await askProcess(first);
    if (asked.reportedPid === asked.pid) return "none";
    // A pooler that keeps prepared statements renames them.
    if (!asked.named) return "transactions";
    return (await sharesProcesses(db, asked.pid)) ? "unprepared" : "sessions";
  } finally {
    first.release();
  }
}

/**
 * Asks a connection for its server process, the one named in its handshake, and whether it knows our
 * statements.
 */
async function askProcess(connection: ReservedSql) {
  const rows = await connection<{ pid: number; names: string[] }[]>`
    select pg_backend_pid() as pid, array(select name from pg_prepared_statements) as names`;
  const name = (rows.statement as { name?: string }).name ?? "";
  return { pid: rows[0]?.pid, reportedPid: rows.state.pid, named: rows[0]?.names.includes(name) ?? false };
}

/** True when a second connection gets the server process of one that is still open. */
async function sharesProcesses(db: Db, pid: number | undefined): Promise<boolean> {
  const second = await db.$client.reserve();
  try {
    for (let time = 0; time < tries; time++) {
      const [row] = await second<{ pid: number }[]>`select pg_backend_pid() as pid`;
      if (row?.pid === pid) return true;
    }
    return false;
  } finally {
    second.release();
  }
}
