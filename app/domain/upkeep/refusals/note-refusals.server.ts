import { sql } from "drizzle-orm";
import { actFrom, hashOrigin } from "#app/domain/record/origin.server.ts";
import { actorOf, recordAudit } from "#app/domain/record/record.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { type NotedRefusal, type Refusal, type RefusalReason, rowsAnHour } from "./refusal.ts";
import { warnOwners } from "./warn-owners.server.ts";

/**
 * Stores what was refused since the last time: one row an hour for each reason, person, page and network. A
 * row that is new writes an entry of the audit log at once; what the hour adds to it is one more entry when
 * the hour is over (`sumUpRefusals`). Returns what to log.
 */
export async function noteRefusals(
  db: Db,
  refusals: readonly Refusal[],
  now = new Date(),
): Promise<NotedRefusal[]> {
  if (refusals.length === 0) return [];
  return db.transaction(async (tx) => {
    // One process at a time, to avoid deadlocks.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('note-refusals', 0))`);
    const noted: NotedRefusal[] = [];
    for (const refusal of refusals) {
      const one = await noteOne(tx, refusal, now);
      if (one) noted.push(one);
    }
    await warnOwners(tx, noted, now);
    return noted;
  });
}

async function noteOne(tx: Tx, refusal: Refusal, now: Date): Promise<NotedRefusal | null> {
  const campaign = await findCampaign(tx, refusal.campaign);
  // A mistyped address belongs to no campaign.
  if (refusal.why === "campaign" && campaign === null) return null;
  const { why, organizerId, network, n } = refusal;
  const fromHash = network === null ? null : await actFrom(network, () => hashOrigin(tx, now));
  const own = { why, organizerId, campaign, page: refusal.page, fromHash };
  const rest = { ...own, page: null, fromHash: null };
  const row = (await addTo(tx, own, n, now)) ?? (await addTo(tx, rest, n, now));
  if (!row) throw new Error("a refusal was not stored");
  const { page, from } = row;
  const entry = { why, organizerId, campaign, page, times: n };
  if (row.isNew) await actFrom(from === null ? null : network, () => record(tx, entry, now));
  return { why, organizer: organizerId, campaign, page, network: from, times: n };
}

async function findCampaign(tx: Tx, campaign: Refusal["campaign"]): Promise<number | null> {
  if (typeof campaign !== "string") return campaign;
  const [row] = await tx.execute<{ id: number }>(sql`select id from campaigns where slug = ${campaign}`);
  return row?.id ?? null;
}

type Key = {
  why: RefusalReason;
  organizerId: string | null;
  campaign: number | null;
  page: string | null;
  fromHash: Buffer | null;
};

/**
 * Adds to this hour's row or inserts it. Null above the limit of rows an hour; the row for all others has no
 * limit.
 */
async function addTo(tx: Tx, key: Key, n: number, now: Date) {
  const { why, organizerId, campaign, page, fromHash } = key;
  const at = now.toISOString();
  const isRest = page === null && fromHash === null;
  const [row] = await tx.execute<{ isNew: boolean; page: string | null; from: string | null }>(sql`
    insert into refusals as r (hour, why, organizer_id, campaign_id, page, from_hash, n, logged, last_at)
    select date_trunc('hour', ${at}::timestamptz, 'UTC'), ${why}, ${organizerId}::uuid,
      ${campaign}::int, ${page}, ${fromHash}::bytea, ${n}, ${n}, ${at}::timestamptz
    where ${isRest} or exists (select from refusals e where ${sameHour(at)} and e.why = ${why}
        and e.organizer_id is not distinct from ${organizerId}::uuid
        and e.campaign_id is not distinct from ${campaign}::int
        and e.page is not distinct from ${page} and e.from_hash is not distinct from ${fromHash}::bytea)
      or (select count(*) from refusals e where ${sameHour(at)} and e.why = ${why}
        and e.organizer_id is not distinct from ${organizerId}::uuid) < ${rowsAnHour}
    on conflict (hour, why, organizer_id, campaign_id, page, from_hash)
      do update set n = r.n + excluded.n, last_at = greatest(r.last_at, excluded.last_at)
    returning n = logged as "isNew", page, encode(from_hash, 'hex') as "from"`);
  return row ?? null;
}

const sameHour = (at: string) => sql`e.hour = date_trunc('hour', ${at}::timestamptz, 'UTC')`;

type Entry = Omit<Key, "fromHash"> & { times: number; more?: true };

/** Records a refusal: as the organizer's where one is known, else as the site's for a stranger. */
export async function record(tx: Tx, entry: Entry, now: Date): Promise<void> {
  const { why, organizerId, campaign: campaignId, page, times, more } = entry;
  const opens = ["right", "campaign", "thing", "ended-token", "scope"].includes(why);
  const action = organizerId === null ? "stranger-refused" : opens ? "access-refused" : "sign-in-refused";
  const actor = organizerId === null ? "system" : actorOf(organizerId);
  const detail = { why, times, ...(page === null ? {} : { page }), ...(more ? { more } : {}) };
  await recordAudit(tx, { actor, action, campaignId, subject: null, detail }, now);
}
