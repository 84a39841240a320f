import { sql } from "drizzle-orm";
import { readAudience } from "#app/domain/outgoing/updates/audience/audience.ts";
import { audienceQuery } from "#app/domain/outgoing/updates/audience/audience-query.server.ts";
import { batchSize } from "#app/domain/queue/email.ts";
import { insertEmails } from "#app/domain/queue/queue-emails.server.ts";
import type { Db, Tx } from "#db/index.ts";

type Unprepared = {
  id: number;
  campaignId: number;
  audience: unknown;
  continuesId: number | null;
  /** People after the first id, up to the second, are left; null: to the newest. */
  bottom: number;
  top: number | null;
  startedAt: string;
  through: number | null;
};

/**
 * Two pieces are taken at a time, since the work is PostgreSQL's, which uses a core for each: one lane begins
 * with the oldest people, the other with the newest, until they meet.
 */
const lanes = ["oldest", "newest"] as const;
type Lane = (typeof lanes)[number];

/** Takes the snapshots of all updates that have begun, unless it is stopped. Safe with other workers. */
export async function prepareUpdates(
  db: Db,
  { people, stop }: { people?: number; stop?: AbortSignal } = {},
): Promise<void> {
  const run = async (lane: Lane) => {
    while (!stop?.aborted && (await prepareUpdate(db, { lane, people })));
  };
  await Promise.all(lanes.map(run));
}

/**
 * Takes a lane's next piece of the snapshot of an update that has begun: who is meant at the moment it began,
 * each with an email and a place in a batch. Bounded, so that nobody who signs, unsubscribes or erases
 * themselves waits for it; a crash continues where it was. Where lanes meet, an index refuses whom the other
 * one took.
 *
 * Returns false when nothing is left to prepare, or another worker is at it.
 */
export async function prepareUpdate(
  db: Db,
  { lane = "oldest", people = 20_000 }: { lane?: Lane; people?: number | undefined } = {},
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const isWaiting = sql`state = 'sending' and prepared_at is null`;
    const [free] = await tx.execute<{ id: number }>(sql`
      with waiting as materialized (select id from updates where ${isWaiting} order by id)
      select id::float8 as id from waiting
      where pg_try_advisory_xact_lock(hashtext('snapshot ' || id), ${lanes.indexOf(lane)}) limit 1`);
    if (!free) return false;
    const [update] = await tx.execute<Unprepared>(sql`
      select id::float8 as id, campaign_id as "campaignId", audience, continues_id::float8 as "continuesId",
        snapshot_cursor::float8 as bottom, snapshot_top::float8 as top, started_at as "startedAt",
        consents_through::float8 as through
      from updates where id = ${free.id} and ${isWaiting} for key share`);
    if (!update) return true;

    const { id, campaignId, audience, continuesId, bottom, top, startedAt, through } = update;
    await lockChain(tx, continuesId);
    const [piece] = await tx.execute<{ first: number | null; last: number | null }>(sql`
      select min(id)::float8 as first, max(id)::float8 as last
      from (select id from supporters where id > ${bottom} ${top === null ? sql`` : sql`and id <= ${top}`}
        order by id ${lane === "oldest" ? sql`asc` : sql`desc`} limit ${people}) as next`);
    const { first, last } = piece ?? { first: null, last: null };
    if (first === null) {
      await tx.execute(sql`update updates set prepared_at = now() where id = ${id} and ${isWaiting}`);
      return true;
    }
    const scope = { campaignId, audience: readAudience(audience), until: new Date(startedAt), through };
    const added = await addPeople(
      tx,
      { id, ...scope, notIn: continuesId },
      sql`and s.id >= ${first} and s.id <= ${last}`,
    );
    const reached = lane === "oldest" ? sql`snapshot_cursor = ${last}` : sql`snapshot_top = ${first - 1}`;
    await tx.execute(
      sql`update updates set audience_size = audience_size + ${added}, ${reached} where id = ${id}`,
    );
    return true;
  });
}

/**
 * Locks the updates that continue another until the transaction ends: two must not take the same person. That
 * one was sent before they began.
 */
export async function lockChain(tx: Tx, continuesId: number | null): Promise<void> {
  if (continuesId !== null)
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('update-chain', ${continuesId}))`);
}

/** Gives everyone whom the query finds an email of the update and a place in a batch. Returns how many. */
export async function addPeople(
  tx: Tx,
  { id, ...scope }: Parameters<typeof audienceQuery>[0] & { id: number },
  among = sql``,
): Promise<number> {
  const { campaignId } = scope;
  const emails = insertEmails(
    "update",
    { campaignId, supporterId: sql`id`, updateId: id, createdAt: sql`date_trunc('second', now())` },
    sql`from people order by id on conflict (update_id, supporter_id) where template = 'update' do nothing
      returning id`,
  );
  const [row] = await tx.execute<{ added: number }>(sql`
    with people as (select s.id ${audienceQuery(scope)} ${among} for key share of s),
    mails as (${emails}),
    placed as (select id, (row_number() over (order by id) - 1) / ${batchSize} as place from mails),
    batches as (
      insert into email_batches (update_id, email_ids)
      select ${id}, array_agg(id order by id) from placed group by place order by place)
    select count(*)::int as added from mails`);
  return row?.added ?? 0;
}
