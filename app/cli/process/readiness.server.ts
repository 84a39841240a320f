import type { ReservedSql } from "postgres";
import { createGroupCommitOf } from "#app/lib/group-commit.ts";
import type { Db } from "#db/index.ts";
import { askServed } from "#db/migrate.ts";

/** Milliseconds in which the database must answer. */
const answersWithin = 2000;

/** All checks of a moment share one question. A connection that does not answer is given up. */
const ask = createGroupCommitOf(
  async (sql: ReservedSql, checks: readonly null[]) => {
    const served = await askServed(sql);
    return checks.map(() => served);
  },
  { atOnce: 1, atMost: 1000, within: answersWithin },
);

/** Returns why a process that needs this version of the schema cannot serve; null where it can. */
export async function whyNotReady(db: Db, needed: number): Promise<string | null> {
  try {
    const { replica, version } = await ask(db, null);
    if (replica) return "the database is a replica, which takes no writes";
    return version === needed ? null : "the database has the schema of another version";
  } catch {
    return "the database does not answer";
  }
}
