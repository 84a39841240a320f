import { sql } from "drizzle-orm";
import type { Db, DbOrTx } from "#db/index.ts";
import type { Audience } from "./audience/audience.ts";
import { audienceQuery } from "./audience/audience-query.server.ts";
import { type MailCounts, type MailState, mailStates } from "./update.ts";

export type UpdateProgress = {
  /** By state; the sum is `audienceSize`. */
  counts: MailCounts;
  hardBounced: number;
  audienceSize: number;
  /** Emails a second over the last half minute; null if none was sent. */
  perSecond: number | null;
  secondsLeft: number | null;
  /** When the day's warm-up cap ends; null if none delays it. */
  waitsUntil: Date | null;
  /** Problem codes stored with the emails; most frequent first. */
  problems: { state: MailState; problem: string; mails: number }[];
};

const window = 30;

/** Reads how far an update is now: its counts and size in one statement. */
export async function readProgress(db: Db, updateId: number): Promise<UpdateProgress> {
  const sums = sql.join(
    mailStates.map(
      (state) => sql`coalesce(sum(${sql.identifier(state)}), 0)::int as ${sql.identifier(state)}`,
    ),
    sql`, `,
  );
  const columns = sql.join(
    mailStates.map((state) => sql.identifier(state)),
    sql`, `,
  );
  // Those deleted by age count as erased there.
  const old = sql.join(
    mailStates.map((state) =>
      state === "erased" ? sql`-mails` : sql`case state when ${state} then mails else 0 end`,
    ),
    sql`, `,
  );
  const [row] = await db.execute<
    MailCounts & {
      audienceSize: number;
      hardBounced: number;
      recent: number;
      since: number | null;
      waitsUntil: string | null;
    }
  >(sql`
    select c.*, u.audience_size as "audienceSize", r.recent::int as recent,
      extract(epoch from now() - u.prepared_at)::float8 as since, w.until as "waitsUntil"
    from updates u
    cross join lateral (select ${sums}, coalesce(sum(hard_bounced), 0)::int as "hardBounced"
      from (select ${columns}, hard_bounced from update_counts where update_id = u.id
        union all select ${old}, 0 from old_update_mails where update_id = u.id) as m) as c
    cross join lateral (select
        coalesce((select sum(cardinality(email_ids)) from email_batches
          where update_id = u.id and state = 'accepted'
            and settled_at > now() - make_interval(secs => ${window})), 0)
        + (select count(*) from email_batches b join outbox d on d.id = any (b.email_ids)
          where b.update_id = u.id and b.state = 'queued' and b.lease_until is not null
            and d.settled_at > now() - make_interval(secs => ${window})) as recent) as r
    cross join lateral (select min(due_at)::text as until from email_batches
      where update_id = u.id and state = 'queued' and problem = 'warm-up' and due_at > now()) as w
    where u.id = ${updateId}`);
  if (!row) throw new Error("no such update");
  const { audienceSize, hardBounced, recent, since, waitsUntil, ...counts } = row;

  const perSecond = recent > 0 && since !== null ? recent / Math.min(Math.max(since, 1), window) : null;
  const open = counts.queued + counts.claimed;
  return {
    counts,
    hardBounced,
    audienceSize,
    perSecond,
    secondsLeft: perSecond ? Math.ceil(open / perSecond) : null,
    waitsUntil: waitsUntil ? new Date(waitsUntil) : null,
    problems: await listProblems(db, updateId),
  };
}

/**
 * Settled emails by their own state; waiting ones by the state of their batch, since a batch that returns to
 * the queue leaves its problem with its emails. Waiting for a warm-up cap is no problem.
 */
async function listProblems(db: Db, updateId: number): Promise<UpdateProgress["problems"]> {
  const rows = await db.execute<UpdateProgress["problems"][number]>(sql`
    select state::text, problem, count(*)::int as mails from outbox
    where update_id = ${updateId} and template = 'update' and problem is not null
      and state not in ('queued', 'claimed')
    group by state, problem
    union all
    select case state when 'frozen' then 'claimed' else 'queued' end, problem,
      sum(cardinality(email_ids))::int
    from email_batches
    where update_id = ${updateId} and state in ('queued', 'frozen') and problem is not null
      and problem <> 'warm-up'
    group by state, problem
    order by mails desc, problem limit 50`);
  return [...rows];
}

/** Counts recipients if the update began now. `continuesId`: without those the earlier one reached. */
export async function countAudience(
  db: DbOrTx,
  {
    campaignId,
    audience,
    continuesId,
  }: { campaignId: number; audience: Audience; continuesId: number | null },
  now = new Date(),
): Promise<number> {
  // Of one that goes by itself: who would be in it had it run for a month.
  const acted = { since: sql`now() - interval '30 days'`, until: sql`now()` };
  const query = audienceQuery({ campaignId, audience, until: now, notIn: continuesId, acted });
  const [row] = await db.execute<{ people: number }>(sql`select count(*)::int as people ${query}`);
  return row?.people ?? 0;
}
