import { sql } from "drizzle-orm";
import { periods } from "#app/domain/base/periods.ts";
import type { Db } from "#db/index.ts";

/** Emails deleted in one transaction. */
const slice = 10_000;

/**
 * Deletes the emails of updates that ended long ago: then nobody can tell any more who got them. Their
 * numbers stay, and the links in them still unsubscribe. Works in slices. Returns how many were deleted.
 */
export async function forgetReaders(db: Db, now = new Date(), stop?: AbortSignal): Promise<number> {
  const { updateEmailMonths } = periods;
  const before = sql`${now.toISOString()}::timestamptz - make_interval(months => ${updateEmailMonths})`;
  const old = await db.execute<{ id: number }>(sql`
    select u.id::float8 as id from updates u
    where u.state in ('sent', 'cancelled') and u.finished_at < ${before}
      and exists (select from outbox d where d.update_id = u.id and d.template = 'update')
    order by u.finished_at`);
  let deleted = 0;
  for (const { id } of old) {
    for (let mails = slice; mails === slice && !stop?.aborted; deleted += mails) {
      const [gone] = await db.execute<{ mails: number }>(sql`
        with gone as (delete from outbox where id in (
            select id from outbox where update_id = ${id} and template = 'update' limit ${slice})
          returning state::text as state),
        kept as (
          insert into old_update_mails as k (update_id, state, mails)
          select ${id}, state, count(*) from gone group by state
          on conflict (update_id, state) do update set mails = k.mails + excluded.mails)
        select count(*)::int as mails from gone`);
      mails = gone?.mails ?? 0;
    }
    if (stop?.aborted) break;
    await db.execute(sql`delete from email_batches where update_id = ${id} and settled_at < ${before}`);
  }
  return deleted;
}
