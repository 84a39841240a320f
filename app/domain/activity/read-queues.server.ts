import { sql } from "drizzle-orm";
import { readable } from "#app/domain/names/readable.server.ts";
import { isSingleEmail, urgency } from "#app/domain/queue/single-email.ts";
import type { DbOrTx } from "#db/index.ts";

/** Queues of a campaign. */
export const watchedQueues = ["mails", "reminders", "updates", "reviews", "letters", "names"] as const;

/** A queue of a campaign. `lateAfter` in seconds: if the oldest is older, somebody should check. */
export type QueueAge = {
  queue: (typeof watchedQueues)[number];
  /** Counted up to a thousand and one. */
  waiting: number;
  /** Seconds the oldest has been due; null if none waits. */
  oldest: number | null;
  lateAfter: number;
};

/** Counting stops here: more are "over a thousand". */
export const maxQueueCount = 1000;
const cap = maxQueueCount + 1;

const lateAfter: Record<QueueAge["queue"], number> = {
  mails: 60,
  reminders: 3600,
  updates: 3600,
  reviews: 86_400,
  letters: 86_400,
  names: 172_800,
};

/** Not everything queued would be sent: this many of the oldest are checked. */
const readAtMost = 3000;
const oldest = (table: "name_reviews" | "comment_reviews", campaignId: number) => sql`(
  select found_at, signature_id, campaign_id from ${sql.identifier(table)}
  where campaign_id = ${campaignId} and state = 'queued' order by id limit ${readAtMost})`;

/** Reads how many of each kind wait in a campaign, and since when. Each is read from its index. */
export async function readQueues(db: DbOrTx, campaignId: number): Promise<QueueAge[]> {
  const rows = await db.execute<{ queue: QueueAge["queue"]; waiting: number; oldest: number | null }>(sql`
    select 'mails' as queue, least(count(*), ${cap})::int as waiting,
      extract(epoch from now() - min(due_at))::float8 as oldest
    from outbox where ${isSingleEmail} and reminder is null and campaign_id = ${campaignId}
      and due_at <= now()
    union all select 'reminders', least(count(*), ${cap})::int,
      extract(epoch from now() - min(due_at))::float8
    from outbox where ${isSingleEmail} and reminder is not null and campaign_id = ${campaignId}
      and due_at <= now()
    union all select 'updates', coalesce(sum(c.queued + c.claimed), 0)::int, (
      select extract(epoch from now() - min(b.due_at))::float8 from email_batches b
      join updates u on u.id = b.update_id
      where u.campaign_id = ${campaignId} and u.state = 'sending' and b.state in ('queued', 'frozen')
        and b.due_at <= now())
    from updates u join update_counts c on c.update_id = u.id where u.campaign_id = ${campaignId}
      and u.state = 'sending'
    union all select 'reviews', count(*)::int, extract(epoch from now() - min(found_at))::float8
    from (select found_at from signature_reviews where campaign_id = ${campaignId} and waiting order by id
      limit ${cap}) r
    union all select 'letters', count(*)::int, extract(epoch from now() - min(confirmed_at))::float8
    from (select l.confirmed_at from letters l where l.campaign_id = ${campaignId}
      and l.hold_reason is not null and l.moderated_at is null
      and l.state not in ('email_pending', 'withdrawn', 'refused')
      order by l.id limit ${cap}) l
    union all select 'names', count(*)::int, extract(epoch from now() - min(found_at))::float8
    from ((select r.found_at from ${oldest("name_reviews", campaignId)} r
      join signatures s on s.id = r.signature_id
      where ${readable} limit ${cap}) union all
      (select r.found_at from ${oldest("comment_reviews", campaignId)} r
        join signatures s on s.id = r.signature_id
      where ${readable} limit ${cap}) limit ${cap}) n`);
  return rows.map((row) => ({ ...row, lateAfter: lateAfter[row.queue] }));
}

/** A queue of the whole site: emails of no campaign, such as sign-in codes, and all sealed forms. */
export type CommonQueue = Omit<QueueAge, "queue"> & { queue: "mails" | "forms" };

/** Reads what waits for no one campaign, and since when. */
export async function readCommonQueues(db: DbOrTx): Promise<CommonQueue[]> {
  const rows = await db.execute<Omit<CommonQueue, "lateAfter">>(sql`
    select 'mails' as queue, least(count(*), ${cap})::int as waiting,
      extract(epoch from now() - min(due_at))::float8 as oldest
    from outbox where ${isSingleEmail} and ${urgency} < 2 and campaign_id is null and due_at <= now()
    union all select 'forms', count(*)::int,
      extract(epoch from now() - min(due_at) filter (where due_at <= now()))::float8
    from (select due_at from waiting_forms order by due_at limit ${cap}) f`);
  return rows.map((row) => ({ ...row, lateAfter: lateAfter.mails }));
}
