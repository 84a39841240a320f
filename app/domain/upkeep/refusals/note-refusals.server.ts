import { sql } from "drizzle-orm";
import { periods } from "#app/domain/base/periods.ts";
import { queueEmails } from "#app/domain/queue/queue-emails.server.ts";
import { actFrom, hashOrigin } from "#app/domain/record/origin.server.ts";
import { actorOf, recordAudit } from "#app/domain/record/record.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { enqueue } from "#db/jobs.ts";
import { concerns, sumsByGroup } from "./count-refusals.server.ts";
import { type NotedRefusal, type Refusal, type RefusalReason, rowsAnHour, warnFrom } from "./refusal.ts";

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
async function record(tx: Tx, entry: Entry, now: Date): Promise<void> {
  const { why, organizerId, campaign: campaignId, page, times, more } = entry;
  const opens = ["right", "campaign", "thing", "ended-token", "scope"].includes(why);
  const action = organizerId === null ? "stranger-refused" : opens ? "access-refused" : "sign-in-refused";
  const actor = organizerId === null ? "system" : actorOf(organizerId);
  const detail = { why, times, ...(page === null ? {} : { page }), ...(more ? { more } : {}) };
  await recordAudit(tx, { actor, action, campaignId, subject: null, detail }, now);
}

type Warning = { id: number };

/**
 * Emails the owners of each campaign concerned, where many were refused within an hour: once a day per
 * campaign. Stores what was counted with the warning, so that the email says the same however often it is
 * written.
 */
async function warnOwners(tx: Tx, noted: readonly NotedRefusal[], now: Date): Promise<void> {
  const campaigns = sql.param([...new Set(noted.flatMap(({ campaign }) => campaign ?? []))]);
  const organizers = sql.param([...new Set(noted.flatMap(({ organizer }) => organizer ?? []))]);
  const at = now.toISOString();
  const warnings = await tx.execute<Warning>(sql`
    with concerned as (
      select id from campaigns where id = any(${campaigns}::int[])
      union select campaign_id from campaign_organizers where organizer_id = any(${organizers}::uuid[])
    ), counted as (
      select c.id as campaign_id, s.* from concerned c cross join lateral (
        select ${sumsByGroup} from refusals r
        where r.last_at > ${at}::timestamptz - interval '1 hour' and ${concerns(sql`c.id`)}) s
    )
    insert into refusal_warnings (campaign_id, wrong, locked, refused, at)
    select campaign_id, wrong, locked, refused, ${at}::timestamptz from counted k
    where (wrong + locked >= ${warnFrom.failed} or refused >= ${warnFrom.refused})
      and not exists (select from refusal_warnings w where w.campaign_id = k.campaign_id
        and w.at > ${at}::timestamptz - interval '1 day')
    order by campaign_id
    returning id`);
  if (warnings.length === 0) return;
  const email = {
    organizerId: sql`o.id`,
    campaignId: sql`w.campaign_id`,
    refusalWarningId: sql`w.id`,
    createdAt: sql`${at}::timestamptz`,
  };
  const from = sql`from refusal_warnings w
    join campaign_organizers m on m.campaign_id = w.campaign_id and m.role = 'owner'
    join organizers o on o.id = m.organizer_id and o.activated_at is not null and o.disabled_at is null
    where w.id = any(${sql.param(warnings.map(({ id }) => Number(id)))}::bigint[])`;
  await queueEmails(tx, "refusals-many", email, from);
  await enqueue(tx, "send-mail");
}

type Row = {
  why: RefusalReason;
  organizerId: string | null;
  campaign: number | null;
  page: string | null;
  times: number;
};

/**
 * Writes one entry of the audit log for all that an hour which is over added to each of its rows, and deletes
 * rows that are older than the keys of their networks.
 */
export async function sumUpRefusals(db: Db, now = new Date()): Promise<void> {
  const at = now.toISOString();
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('note-refusals', 0))`);
    const rows = await tx.execute<Row>(sql`
      with open as (
        select id, n - logged as more from refusals
        where n > logged and hour < date_trunc('hour', ${at}::timestamptz, 'UTC') order by id for update)
      update refusals r set logged = r.n from open where open.id = r.id
      returning r.why, r.organizer_id as "organizerId", r.campaign_id as campaign, r.page,
        open.more::int as times`);
    for (const row of rows) await record(tx, { ...row, more: true }, now);
    await tx.execute(sql`
      delete from refusals where hour < ${at}::timestamptz - make_interval(days => ${periods.traceDays})`);
  });
}
