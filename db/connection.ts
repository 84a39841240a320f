import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type { Db } from "./index.ts";
import * as schema from "./schema/index.ts";

type Options = {
  /** Connections at most; web and worker each have their own pool. */
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
    connection: { application_name: name, TimeZone: "UTC" },
  });
  return drizzle(client, { schema }) as Db;
}

export async function disconnect(db: Db): Promise<void> {
  await db.$client.end({ timeout: 5 });
}
