import { AsyncLocalStorage } from "node:async_hooks";
import { createHmac, randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";

const origin = new AsyncLocalStorage<string | null>();

/** Runs `act` with a network (a /24 or /48), which audit entries written in it store as their origin. */
export const actFrom = <T>(network: string | null, act: () => T): T =>
  network === null ? act() : origin.run(network, act);

/**
 * Hashes where the actor is, to 8 bytes under the random key of the UTC day; null where no browser asked. Two
 * entries of one day with one hash came from one network. The key goes after a week, and with it all that
 * could be found out.
 */
export async function hashOrigin(tx: DbOrTx, now: Date): Promise<Buffer | null> {
  const network = origin.getStore() ?? null;
  if (network === null) return null;
  const day = now.toISOString().slice(0, 10);
  const key = (await readKey(tx, day)) ?? (await makeKey(tx, day));
  return createHmac("sha256", key).update(`audit:${network}`).digest().subarray(0, 8);
}

async function readKey(tx: DbOrTx, day: string): Promise<Buffer | null> {
  const [row] = await tx.execute<{ key: Buffer }>(sql`select key from address_day_keys where day = ${day}`);
  return row?.key ?? null;
}

async function makeKey(tx: DbOrTx, day: string): Promise<Buffer> {
  await tx.execute(sql`
    insert into address_day_keys (day, key) values (${day}, decode(${randomBytes(32).toString("hex")}, 'hex'))
    on conflict do nothing`);
  const key = await readKey(tx, day);
  if (!key) throw new Error("the key of the day was not stored");
  return key;
}
