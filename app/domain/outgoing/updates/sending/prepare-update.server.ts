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
  cursor: number;
  startedAt: string;
  through: number | null;
};

/**
 * Takes the next piece of the snapshot of an update that has begun: who is meant at the moment it began,
 * in the order of joining, each with an email and a place in a batch. Bounded, so that nobody who signs,
 * unsubscribes or erases themselves waits for it; a crash continues where it was.
 *
 * Returns false when nothing is left to prepare, or another worker is at it.
 */
export async function prepareUpdate(db: Db, people = 20_000): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [update] = await tx.execute<Unprepared>(sql`
      select id::float8 as id, campaign_id as "campaignId", audience, continues_id::float8 as "continuesId",
        snapshot_cursor::float8 as cursor, started_at as "startedAt",
        consents_through::float8 as through
      from updates where state = 'sending' and prepared_at is null
      order by id limit 1 for update skip locked`);
    if (!update) return false;

    // Two that continue the same update must not take the same person.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('update-chain', ${rootOf(update)}))`);
    const [reach] = await tx.execute<{ upTo: number | null }>(sql`
      select max(id)::float8 as "upTo"
      from (select id from supporters where id > ${update.cursor} order by id limit ${people}) as next`);
    const upTo = reach?.upTo ?? null;
    const { id, campaignId, audience, continuesId, cursor, startedAt, through } = update;
    const added =
      upTo === null
        ? 0
        : await addPeople(
            tx,
            {
              id,
              campaignId,
              audience: readAudience(audience),
              until: new Date(startedAt),
              through,
              notIn: continuesId,
            },
            sql`and s.id > ${cursor} and s.id <= ${upTo}`,
          );
    await tx.execute(sql`
      update updates set audience_size = audience_size + ${added},
        snapshot_cursor = coalesce(${upTo}, snapshot_cursor),
        prepared_at = ${upTo === null ? sql`now()` : null}
      where id = ${update.id}`);
    return true;
  });
}

const rootOf = ({ id, continuesId }: Unprepared) => continuesId ?? id;

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
