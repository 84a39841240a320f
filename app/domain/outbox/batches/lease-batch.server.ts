import type { Mailing } from "#app/domain/queue/mailing.ts";
import type { Db } from "#db/index.ts";
import { batchLeaseSeconds } from "./batch.ts";
import { endBatch, markMails } from "./end-emails.server.ts";
import { lockBatch, lockMembers } from "./lock-batch.server.ts";
import { settleInterrupted } from "./settle-interrupted.server.ts";

/** A batch whose emails only this worker may send, one by one. */
export type LeasedBatch = {
  id: number;
  updateId: number;
  attempts: number;
  /** `outbox.id` of its emails that are due. */
  waiting: number[];
};

/**
 * Leases the next batch as a list of emails. One frozen for a call of many emails cannot be retried here: its
 * open emails are unknown. Null when none is due.
 */
export async function leaseBatch(db: Db, { transport }: Mailing): Promise<LeasedBatch | null> {
  return (await db.$client.begin(async (sql): Promise<LeasedBatch | null> => {
    const batch = await lockBatch(sql);
    if (!batch) return null;
    const { id, updateId, attempts } = batch;
    const locked = await lockMembers(sql, batch.emailIds);
    if (batch.state === "frozen") {
      const open = locked.filter(({ state }) => state === "claimed");
      await markMails(sql, open, "unknown", "interrupted");
      await endBatch(sql, id, "unknown", "interrupted");
      return { id, updateId, attempts, waiting: [] };
    }
    const members = await settleInterrupted(sql, locked);
    await sql`
      update email_batches set attempts = attempts + 1, transport = ${transport.name}, problem = null,
        lease_until = now() + make_interval(secs => ${batchLeaseSeconds}),
        due_at = now() + make_interval(secs => ${batchLeaseSeconds})
      where id = ${id}`;
    const waiting = members.filter(({ state, due }) => state === "queued" && due);
    return { id, updateId, attempts: attempts + 1, waiting: waiting.map((member) => member.id) };
  })) as LeasedBatch | null;
}

/**
 * Returns a batch: it is done when none of its emails waits, else due when the first of them is, or when the
 * day's cap ends. Changes nothing for a worker that lost its lease.
 */
export async function returnBatch(
  db: Db,
  { id, attempts }: LeasedBatch,
  cappedUntil: Date | null,
): Promise<void> {
  const until = cappedUntil?.toISOString() ?? null;
  await db.$client`
    update email_batches b set lease_until = null,
      state = case when w.mails = 0 then 'accepted' else 'queued' end::email_batch_state,
      settled_at = case when w.mails = 0 then now() end,
      problem = case when w.mails > 0 and ${until}::timestamptz is not null then 'warm-up' end,
      due_at = coalesce(${until}::timestamptz, w.due_at, b.due_at)
    from (select count(*) as mails, min(greatest(due_at, now())) as due_at from outbox
      where id = any ((select email_ids from email_batches where id = ${id})::bigint[])
        and state in ('queued', 'claimed')) as w
    where b.id = ${id} and b.attempts = ${attempts} and b.state = 'queued'`;
}
