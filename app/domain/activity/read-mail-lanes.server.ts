import { sql } from "drizzle-orm";
import { isSingleEmail, urgency } from "#app/domain/queue/single-email.ts";
import type { MailLimit } from "#app/mail/shared-pace.server.ts";
import type { DbOrTx } from "#db/index.ts";
import { untilEmpty } from "./until-empty.ts";

/**
 * The lanes of email, in the order in which they leave: what somebody waits for at a screen (confirmations,
 * sign-in codes, links), receipts, notices to many and emails to companies, updates.
 */
export const mailLanes = ["awaited", "receipts", "notices", "updates"] as const;

export type MailLane = {
  lane: (typeof mailLanes)[number];
  /** Emails that are due, without those that a worker has in hand, with those whose call got no answer. */
  waiting: number;
  /** Seconds the oldest has been due; null if none waits. */
  oldest: number | null;
  /** Emails handed over in a minute, on average of the last five. */
  perMinute: number;
  /** Seconds until it is empty, if nothing is added; null while none waits; `not-moving`. */
  untilEmpty: number | null | "not-moving";
};

export type MailLanes = {
  lanes: MailLane[];
  /** Calls a second: what the provider allows, and what is used of it now. Null: no limit is known. */
  limit: MailLimit | null;
};

/** Minutes over which the rate is measured. */
const minutes = 5;

/**
 * Reads what waits in each lane of the whole site, and how fast it moves. `limit`: that of the provider, if
 * one is known. Reads only what waits and the sums of the last minutes, never old emails.
 */
export async function readMailLanes(db: DbOrTx, limit: MailLimit | null): Promise<MailLanes> {
  const rows = await db.execute<{ lane: number; waiting: number; oldest: number | null; handed: number }>(sql`
    with singles as (
      select ${urgency} as lane, count(*)::int as waiting,
        min(case due_at when 'infinity' then created_at else due_at end) as oldest
      from outbox where ${isSingleEmail} and (due_at <= now() or id in (
        select unnest(email_ids) from email_batches
        where state = 'frozen' and update_id is null and unanswered_since is not null)) group by 1),
    updates as (
      select 3 as lane, (select coalesce(sum(c.queued + c.claimed), 0)::int from update_counts c
          join updates u on u.id = c.update_id where u.state = 'sending') as waiting,
        (select min(b.due_at) from email_batches b join updates u on u.id = b.update_id
          where b.state in ('queued', 'frozen') and b.due_at <= now() and u.state = 'sending') as oldest),
    handed as (
      select lane, sum(n)::float8 as n from mail_minutes
      where minute > now() - make_interval(mins => ${minutes + 1}) and minute <= now() group by 1)
    select l.lane, coalesce(s.waiting, 0) as waiting, coalesce(h.n, 0) as handed,
      extract(epoch from now() - s.oldest)::float8 as oldest
    from generate_series(0, 3) l (lane)
    left join (select * from singles union all select * from updates) s using (lane)
    left join handed h using (lane) order by 1`);
  // The window begins up to a minute earlier: it has whole minutes and the one under way.
  const [{ seconds } = { seconds: 60 * minutes }] = await db.execute<{ seconds: number }>(sql`
    select extract(epoch from now() - date_trunc('minute', now() - make_interval(mins => ${minutes})))::float8
      as seconds`);
  const found = rows.map(({ lane, handed, ...row }) => ({
    ...row,
    lane: mailLanes[lane] ?? "updates",
    perMinute: (handed / seconds) * 60,
  }));
  const lanes = found.map((lane, place) => ({
    ...lane,
    untilEmpty: untilEmpty(lane, found.slice(0, place), { all: found, calls: limit?.used ?? 0 }),
  }));
  return { lanes, limit };
}
