import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type { Db } from "./index.ts";
import * as schema from "./schema/index.ts";

type Options = {
  /** Limit of the pool. Web and worker each have their own. */
  max?: number;
  /** Shown in pg_stat_activity. */
  name?: string;
};

/** Opens a pool. Only the command line and the tests call this. */
export function connect(url: string, { max = 10, name = "undersigned" }: Options = {}): Db {
  const client = postgres(url, {
    max,
    onnotice: () => {},
    connect_timeout: 5,
    backoff,
    connection: { application_name: name, TimeZone: "UTC" },
  });
  return drizzle(client, { schema }) as Db;
}

/**
 * Seconds until a refused connection is retried. The driver waits up to 20, counted over all connections of a
 * pool: after a short outage of the database every request would wait that long.
 */
function backoff(attempts: number): number {
  return Math.min(attempts * 0.05, 0.5);
}

export async function disconnect(db: Db): Promise<void> {
  await db.$client.end({ timeout: 5 });
}
