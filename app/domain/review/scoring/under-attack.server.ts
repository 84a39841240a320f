import { sql } from "drizzle-orm";
import type { Db } from "#db/index.ts";

/** This many confirmed signatures put on hold within this many minutes are an attack. */
const onHoldAtLeast = 50;
/** Only this many of the newest on hold are checked. */
const readAtMost = 500;
const withinMinutes = 10;
/**
 * So are this many confirmation emails that bounced within this many minutes, if they are this share of those
 * accepted in this hour and the last: somebody makes up addresses.
 */
const bounced = { atLeast: 20, withinMinutes: 30, share: 0.1 };
/** Milliseconds that an answer is cached, so that signing needs no query. */
const rememberedFor = 10_000;

/** Caches the answer about a campaign. */
function remembering<T>(read: (db: Db, campaignId: number, now: Date) => Promise<T>) {
  const remembered = new WeakMap<Db, Map<number, { at: number; found: Promise<T> }>>();
  return (db: Db, campaignId: number, now = new Date()): Promise<T> => {
    const of = remembered.get(db) ?? new Map();
    remembered.set(db, of);
    const known = of.get(campaignId);
    if (known && Math.abs(now.getTime() - known.at) < rememberedFor) return known.found;
    const found = read(db, campaignId, now);
    of.set(campaignId, { at: now.getTime(), found });
    // Failures are not cached.
    found.catch(() => of.delete(campaignId));
    return found;
  };
}

const before = (now: Date, minutes: number) => new Date(now.getTime() - minutes * 60_000).toISOString();

/** True while many confirmed signatures of a campaign are being put on hold. */
export const isUnderAttack = remembering(async (db, campaignId, now) => {
  const [row] = await db.execute<{ recent: number }>(sql`
    select count(*)::int as recent from (
      select r.found_at, s.confirmed_at from signature_reviews r join signatures s on s.id = r.signature_id
      where r.campaign_id = ${campaignId} and r.waiting order by r.id desc limit ${readAtMost}) newest
    where greatest(found_at, confirmed_at) > ${before(now, withinMinutes)}::timestamptz`);
  return (row?.recent ?? 0) >= onHoldAtLeast;
});

/** True while so many confirmation emails of a campaign bounce that every form needs a proof of work. */
export const isBouncing = remembering(
  async (db, campaignId, now) => (await countBounces(db, campaignId, now)) > 0,
);

/** Counts confirmation emails of a campaign that bounced lately; 0 if they are not many. */
export async function countBounces(db: Db, campaignId: number, now = new Date()): Promise<number> {
  const [row] = await db.execute<{ bounced: number; accepted: number }>(sql`
    select (select count(*)::int from (
        select state, template, settled_at from outbox
        where campaign_id = ${campaignId} and state in ('bounced', 'complained', 'failed', 'unknown')
        order by id desc limit 1000) o
      where state = 'bounced' and template::text ~ '^confirm-'
        and settled_at > ${before(now, bounced.withinMinutes)}::timestamptz) as bounced,
      (select coalesce(sum(n), 0)::int from activity_hours
        where campaign_id = ${campaignId} and measure = 'mail' and value = 'confirmation accepted'
          and hour > ${before(now, 120)}::timestamptz) as accepted`);
  if (!row || row.bounced < bounced.atLeast || row.bounced < row.accepted * bounced.share) return 0;
  return row.bounced;
}
