import { createHmac, createSecretKey, type KeyObject, randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Db, DbOrTx } from "#db/index.ts";
import { traceDays } from "./signal.ts";

const dayOf = (at: Date) => at.toISOString().slice(0, 10);

/** Caches each database's key of the day, so that signing needs no query. */
const remembered = new WeakMap<Db, { day: string; key: KeyObject }>();

/** The key that hashes traces of this UTC day: random, made when needed, deleted after a week. */
async function keyOfToday(db: Db, now: Date): Promise<KeyObject> {
  const day = dayOf(now);
  const known = remembered.get(db);
  if (known?.day === day) return known.key;
  const offered = randomBytes(32).toString("hex");
  await db.execute(sql`
    insert into address_day_keys (day, key) values (${day}, decode(${offered}, 'hex'))
    on conflict do nothing`);
  const stored = (await readDayKeys(db)).get(day);
  if (!stored) throw new Error("the key of the day was not stored");
  const key = createSecretKey(stored);
  remembered.set(db, { day, key });
  return key;
}

export async function readDayKeys(db: DbOrTx): Promise<Map<string, Buffer>> {
  const rows = await db.execute<{ day: string; key: Buffer }>(
    sql`select day::text as day, key from address_day_keys`,
  );
  return new Map(rows.map(({ day, key }) => [day, key]));
}

/** Hashes to 16 bytes what signatures of one day may share, so it can be compared without being stored. */
export const hashWith = (key: Buffer | KeyObject, kind: string, what: string) =>
  createHmac("sha256", key).update(`${kind}:${what}`).digest().subarray(0, 16);

/** Hashes an address block with today's key; null where the block is unknown. */
export const hashBlock = async (db: Db, network: string | null, now: Date): Promise<Buffer | null> =>
  network === null ? null : hashWith(await keyOfToday(db, now), "block", network);

/** Returns the key of the day something was seen; none after a week. */
export const keyOf = (keys: Map<string, Buffer>, seenAt: Date): Buffer | undefined => keys.get(dayOf(seenAt));

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
