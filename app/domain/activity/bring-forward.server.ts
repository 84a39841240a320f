import { type SQL, sql } from "drizzle-orm";
import { countsAfterHours } from "#app/domain/access/approving.ts";
import { undoMinutes } from "#app/domain/names/name-review.ts";
import { backOffSeconds, leaseSeconds } from "#app/domain/queue/email.ts";
import { isSingleEmail } from "#app/domain/queue/single-email.ts";
import type { Db, DbOrTx } from "#db/index.ts";
import { bringJobsForward, countJobsAhead } from "#db/jobs.ts";

/** What waits for a time no rule gave it: it was queued while the database's clock was ahead. */
export type Ahead = {
  emails: number;
  forms: number;
  jobs: number;
  /** Seconds until the last of the emails and forms would be due. */
  seconds: number;
};

const [minute, day] = [60, 86_400];
const longestBackOff = Math.max(...backOffSeconds);
const beyond = (seconds: SQL) => sql`due_at > now() + make_interval(secs => ${seconds})`;

/**
 * The longest wait of each rule plus a minute: a claim lasts as long as its lease, a retry waits for its next
 * try, a question about a name waits until the undo ends, a new approver is asked once their approval counts;
 * everything else is due when queued. Emails to the company are spread over days, so they are left out.
 */
const isAhead = {
  emails: sql`${isSingleEmail} and letter_part_id is null and due_at < 'infinity' and ${beyond(sql`case
    when state = 'claimed' then ${leaseSeconds + minute}::int
    when attempts > 0 or problem is not null then ${longestBackOff + minute}::int
    when template = 'ask-name' then ${undoMinutes * 60 + minute}::int
    when template = 'approval-asked' then ${countsAfterHours * 3600 + minute}::int
    else ${minute}::int end`)}`,
  // A warm-up waits for the next day at most.
  batches: sql`state in ('queued', 'frozen') and ${beyond(sql`case
    when lease_until is not null then ${leaseSeconds + minute}::int
    when attempts > 0 or problem is not null then ${day + minute}::int else ${minute}::int end`)}`,
  forms: beyond(sql`case when attempts > 0 then ${longestBackOff + minute}::int else ${minute}::int end`),
} as const;

/** Counts what is ahead of the database's clock. */
export async function countAhead(db: DbOrTx): Promise<Ahead> {
  const [found] = await db.execute<Omit<Ahead, "jobs">>(sql`
    select (e.n + b.n)::int as emails, f.n::int as forms,
      coalesce(extract(epoch from greatest(e.last, b.last, f.last) - now()), 0)::float8 as seconds
    from (select count(*) as n, max(due_at) as last from outbox where ${isAhead.emails}) e,
      (select coalesce(sum(cardinality(email_ids)), 0) as n, max(due_at) as last from email_batches
        where ${isAhead.batches}) b,
      (select count(*) as n, max(due_at) as last from waiting_forms where ${isAhead.forms}) f`);
  if (!found) throw new Error("counting answered nothing");
  return { ...found, jobs: await countJobsAhead(db) };
}

/**
 * Makes due what is ahead of the database's clock, and gives what a worker has in hand the time of its lease
 * to settle it. Returns how much it was.
 */
export async function advanceFutureJobs(db: Db): Promise<Ahead> {
  const ahead = await countAhead(db);
  if (ahead.emails + ahead.forms + ahead.jobs === 0) return ahead;
  const leased = (seconds: number) => sql`
    due_at = case when lease_until is null then now() else now() + make_interval(secs => ${seconds}) end,
    lease_until = case when lease_until is not null then now() + make_interval(secs => ${seconds}) end`;
  await db.execute(sql`update outbox set ${leased(leaseSeconds)} where ${isAhead.emails}`);
  await db.execute(sql`update email_batches set ${leased(leaseSeconds)} where ${isAhead.batches}`);
  await db.execute(sql`update waiting_forms set due_at = now() where ${isAhead.forms}`);
  await bringJobsForward(db);
  return ahead;
}
