import { sql } from "drizzle-orm";
import type { Db } from "#db/index.ts";

/** This many signatures put on hold within this many minutes are an attack. */
const onHoldAtLeast = 50;
const withinMinutes = 10;
/** Milliseconds that the answer is cached, so that signing needs no query. */
const rememberedFor = 10_000;

const remembered = new WeakMap<Db, Map<number, { at: number; attacked: Promise<boolean> }>>();

/** True while many signatures of a campaign are being put on hold. */
export function isUnderAttack(db: Db, campaignId: number, now = new Date()): Promise<boolean> {
  const of = remembered.get(db) ?? new Map();
  remembered.set(db, of);
  const known = of.get(campaignId);
  if (known && Math.abs(now.getTime() - known.at) < rememberedFor) return known.attacked;
  const attacked = readAttack(db, campaignId, now);
  of.set(campaignId, { at: now.getTime(), attacked });
  // Failures are not cached.
  attacked.catch(() => of.delete(campaignId));
  return attacked;
}

async function readAttack(db: Db, campaignId: number, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - withinMinutes * 60_000).toISOString();
  const [row] = await db.execute<{ recent: boolean }>(sql`
    select found_at > ${since}::timestamptz as recent from signature_reviews where campaign_id = ${campaignId}
    order by id desc offset ${onHoldAtLeast - 1} limit 1`);
  return row?.recent ?? false;
}
