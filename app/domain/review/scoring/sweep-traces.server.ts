import { sql } from "drizzle-orm";
import type { Db } from "#db/index.ts";
import { traceDays } from "./signal.ts";

const chunk = 10_000;

/**
 * Deletes what is kept of requests to sign once it is 7 days old, with the keys that made its hashes, and
 * proofs of work that have expired. Returns how many rows went. A key goes when the first hash of its day is
 * a week old, so that none outlives it.
 */
export async function sweepTraces(db: Db, now = new Date()): Promise<number> {
  const before = new Date(now.getTime() - traceDays * 86_400_000).toISOString();
  await db.execute(
    sql`delete from address_day_keys where day <= (${before}::timestamptz at time zone 'UTC')::date`,
  );
  // A condition that names a network is deleted with the network's hash.
  await db.execute(sql`
    update bulk_invalidations set conditions = jsonb_set(conditions, '{block}', '"gone"')
    where jsonb_typeof(conditions) = 'object' and conditions ->> 'block' <> 'gone'
      and asked_at < ${before}::timestamptz`);
  let swept = 0;
  for (const piece of [
    sql`delete from trace_groups where ctid = any (array(
      select ctid from trace_groups where seen_at < ${before}::timestamptz limit ${chunk}))`,
    sql`delete from signature_traces where ctid = any (array(
      select ctid from signature_traces where seen_at < ${before}::timestamptz limit ${chunk}))`,
    sql`delete from spent_proofs where ctid = any (array(
      select ctid from spent_proofs where expires_at < ${now.toISOString()}::timestamptz limit ${chunk}))`,
  ]) {
    for (;;) {
      const { count } = await db.execute(piece);
      swept += count;
      if (count < chunk) break;
    }
  }
  return swept;
}
