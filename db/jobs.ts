import { sql } from "drizzle-orm";
import PgBoss from "pg-boss";
import type { ReservedSql, Sql } from "postgres";
import type { Db, DbOrTx, Tx } from "./index.ts";

const schema = "pgboss";

/**
 * Runs pg-boss on our own pool, so that the product has one driver. `over(tx)` works inside a transaction.
 */
function over(client: Sql): PgBoss.Db {
  return {
    async executeSql(text: string, values?: unknown[]) {
      if (values?.length) {
        return { rows: [...(await client.unsafe(text, values.map(parameter), { prepare: true }))] };
      }
      // Without values it may be several statements with BEGIN and COMMIT: they need one connection.
      const connection: ReservedSql = await client.reserve();
      try {
        const result: unknown[] = await connection.unsafe(text);
        return { rows: Array.isArray(result[0]) ? result.flat() : [...result] };
      } finally {
        connection.release();
      }
    },
  };
}

/** drizzle's client passes JSON through as text, so objects are written as text here, once. */
function parameter(value: unknown) {
  const isObject =
    typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
  return (isObject ? JSON.stringify(value) : (value ?? null)) as string | null;
}

/**
 * Opens the job queues of a migrated database with the running product's rights. Start and stop it yourself.
 * `works`: also runs schedules and keeps house, which is the worker's part.
 */
export function openJobs(db: Db, { works }: { works: boolean }): PgBoss {
  return new PgBoss({ db: over(db.$client), schema, migrate: false, supervise: works, schedule: works });
}

/**
 * Lists queues in which jobs wait, by one query: pg-boss asks each queue by a statement that would write, and
 * twenty of them twice a second keep an idle server busy.
 */
export async function listWaiting(db: Db): Promise<string[]> {
  const rows = await db.$client<{ name: string }[]>`
    select distinct name from pgboss.job where state < 'active' and start_after < now()`;
  return rows.map(({ name }) => name);
}

/**
 * A job, or pg-boss's clock, ahead of the database, whose clock was set back. Our jobs are wake-ups: none is
 * due later.
 */
const isAhead = {
  job: sql`state < 'active' and start_after > now() + interval '1 minute'`,
  // pg-boss uses these to prevent a second job within a minute.
  turn: sql`singleton_on > now() at time zone 'UTC' + interval '1 minute'`,
  clock: sql`greatest(cron_on, maintained_on, monitored_on) > now() + interval '1 minute'`,
};

/** Returns the seconds since a worker's last heartbeat, sent every half minute; null where none ran. */
export async function secondsSinceWorker(db: DbOrTx): Promise<number | null> {
  const [found] = await db.execute<{ seconds: number | null }>(sql`
    select extract(epoch from now() - greatest(cron_on, maintained_on, monitored_on))::float8 as seconds
    from pgboss.version`);
  return found?.seconds ?? null;
}

/** Counts the jobs and clocks of pg-boss that are ahead of the database's clock. */
export async function countJobsAhead(db: DbOrTx): Promise<number> {
  const [found] = await db.execute<{ jobs: number }>(sql`
    select (select count(*) from pgboss.job where ${isAhead.job} or ${isAhead.turn})::int
      + (select count(*) from pgboss.version where ${isAhead.clock})::int as jobs`);
  return found?.jobs ?? 0;
}

/** Lets jobs that are ahead of the database's clock run now, and new ones appear by their schedule. */
export async function bringJobsForward(db: Db): Promise<void> {
  await db.execute(sql`update pgboss.job set singleton_on = null where ${isAhead.turn}`);
  await db.execute(sql`update pgboss.job set start_after = now() where ${isAhead.job}`);
  await db.execute(sql`
    update pgboss.version set cron_on = least(cron_on, now()), maintained_on = least(maintained_on, now()),
      monitored_on = least(monitored_on, now())
    where ${isAhead.clock}`);
}

/** Makes or migrates the queues' schema, as the owner, and lets `appRole` work with it. */
export async function installJobs(owner: Db, queues: readonly string[], appRole: string): Promise<void> {
  const boss = new PgBoss({ db: over(owner.$client), schema, supervise: false, schedule: false });
  await boss.start();
  // One waiting job per queue is enough: it is a wake-up. The second is pg-boss's own, for schedules.
  for (const name of queues) await boss.createQueue(name, { name, policy: "short" });
  await boss.createQueue("__pgboss__send-it");
  await boss.stop({ graceful: false });

  const [own] = await owner.execute<{ name: string }>(sql`select current_user as name`);
  if (own?.name === appRole) return;
  const role = sql.identifier(appRole);
  await owner.execute(sql`grant usage on schema ${sql.identifier(schema)} to ${role}`);
  await owner.execute(
    sql`grant select, insert, update, delete on all tables in schema ${sql.identifier(schema)} to ${role}`,
  );
}

/**
 * Puts a wake-up into `queue` in the caller's transaction: it is there when the caller's change is. One
 * that waits already is enough.
 */
export async function enqueue(tx: Tx, queue: string): Promise<void> {
  const boss = new PgBoss({
    db: { executeSql: async (text, values = []) => ({ rows: [...(await tx.execute(asSql(text, values)))] }) },
    schema,
    migrate: false,
    supervise: false,
    schedule: false,
  });
  await boss.send(queue, {});
}

/** A statement with `$1`, `$2` … as drizzle writes one. */
function asSql(text: string, values: unknown[]) {
  const parts = text.split(/\$(\d+)/);
  return sql.join(
    parts.map((part, place) =>
      place % 2 === 0 ? sql.raw(part) : sql`${parameter(values[Number(part) - 1])}`,
    ),
  );
}
