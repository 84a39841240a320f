import { createHmac, createSecretKey, type KeyObject, randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Db, DbOrTx } from "#db/index.ts";

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
