import { sql } from "drizzle-orm";
import type { Db } from "#db/index.ts";

/**
 * Skips waiting emails of cancelled updates, a hundred batches at a time. A batch with an unknown outcome is
 * not retried any more, so its emails become unknown. Returns how many batches ended.
 */
export async function windDownCancelled(db: Db): Promise<number> {
  return db.transaction(async (tx) => {
    const taken = await tx.execute<{ id: number; emailIds: number[] }>(sql`
      select b.id::float8 as id, b.email_ids::float8[] as "emailIds" from email_batches b
      where b.state in ('queued', 'frozen') and (b.lease_until is null or b.lease_until <= now())
        and b.update_id = any (array(select id from updates where state = 'cancelled'
          and started_at is not null and finished_at > now() - interval '90 days'))
      order by b.update_id, b.id limit 100 for update skip locked`);
    if (taken.length === 0) return 0;

    const mails = taken.flatMap(({ emailIds }) => emailIds);
    await tx.execute(sql`
      update outbox set lease_until = null, settled_at = now(), problem = 'cancelled',
        state = (case when state = 'queued' then 'skipped' else 'unknown' end)::email_state
      where id = any (${sql.param(mails)}::bigint[]) and state in ('queued', 'claimed')`);
    await tx.execute(sql`
      update email_batches set lease_until = null, settled_at = now(), problem = 'cancelled',
        state = (case when state = 'queued' then 'skipped' else 'unknown' end)::email_batch_state
      where id = any (${sql.param(taken.map(({ id }) => id))}::bigint[])`);
    return taken.length;
  });
}
