import { sql } from "drizzle-orm";
import type { Db } from "#db/index.ts";

/** This many confirmed signatures put on hold within this many minutes are an attack. */
const onHoldAtLeast = 50;
/** Only this many of the newest on hold are checked. */
const readAtMost = 500;
const withinMinutes = 10;
/** Milliseconds that the answer is cached, so that signing needs no query. */
const rememberedFor = 10_000;

const remembered = new WeakMap<Db, Map<number, { at: number; attacked: Promise<boolean> }>>();

/** True while many confirmed signatures of a campaign are being put on hold. */
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
  const [row] = await db.execute<{ recent: number }>(sql`
    select count(*)::int as recent from (
      select r.found_at, s.confirmed_at from signature_reviews r join signatures s on s.id = r.signature_id
      where r.campaign_id = ${campaignId} and r.waiting order by r.id desc limit ${readAtMost}) newest
    where greatest(found_at, confirmed_at) > ${since}::timestamptz`);
  return (row?.recent ?? 0) >= onHoldAtLeast;
}
