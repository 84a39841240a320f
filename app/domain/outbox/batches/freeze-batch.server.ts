import { randomUUID } from "node:crypto";
import type { TransactionSql } from "postgres";
import { frameFrom } from "#app/domain/queue/frame.server.ts";
import { type BatchClaim, type BatchPorts, batchLeaseSeconds } from "./batch.ts";
import { endBatch, endingOf, endUpdateEmails } from "./end-emails.server.ts";
import type { LockedMembers, Member } from "./lock-batch.server.ts";
import { recoverInterrupted } from "./recover-interrupted.server.ts";
import { refusePaused } from "./refuse-paused.server.ts";
import { countTowardWarmUp, warmUpCap } from "./warm-up.server.ts";

/**
 * Freezes a batch of which nothing was sent: ends emails that may not be sent, writes the others, and stores
 * sha256, key and lease.
 */
export async function freezeBatch(
  sql: TransactionSql,
  { mailing, batches, writeMails }: BatchPorts,
  { batch, members, suppressed }: LockedMembers,
): Promise<BatchClaim> {
  const waiting = (await recoverInterrupted(sql, members)).filter(({ state }) => state === "queued");
  const endings = waiting.map((member) => endingOf(member, suppressed));
  const going = waiting.filter((_, place) => endings[place] === null);
  await endUpdateEmails(
    sql,
    waiting.flatMap(({ id }, place) => ({ id, ending: endings[place] ?? null })),
  );

  const cap = await warmUpCap(sql, mailing.warmUp);
  if (going.length > 0 && cap.left === 0) {
    await putBack(sql, batch.id, going, cap.tomorrow);
    return { outcome: "settled" };
  }
  const now = going.slice(0, Math.min(cap.left, batches.atMost));
  if (now.length < going.length) await splitOff(sql, batch.updateId, going.slice(now.length));
  if (now.length === 0) {
    await endBatch(sql, batch.id, "skipped", null);
    return { outcome: "settled" };
  }

  const written = writeMails(batch.updateId, now, frameFrom(batch.approvedFrame));
  const frozen = batches.freeze(written.messages);
  const idempotencyKey = `batch-${randomUUID()}`;
  const emailIds = now.map(({ id }) => id);
  await sql`
      update email_batches set state = 'frozen', attempts = attempts + 1, email_ids = ${emailIds}::bigint[],
        template_version = ${written.version}, body_sha256 = ${frozen.sha256},
        idempotency_key = ${idempotencyKey}, transport = ${mailing.transport.name}, frozen_at = now(),
        problem = null, unanswered_since = null,
        lease_until = now() + make_interval(secs => ${batchLeaseSeconds}),
        due_at = now() + make_interval(secs => ${batchLeaseSeconds})
      where id = ${batch.id}`;
  await sql`
      update outbox set state = 'claimed', attempts = attempts + 1, transport = ${mailing.transport.name},
        problem = null, lease_until = now() + make_interval(secs => ${batchLeaseSeconds})
      where id = any (${emailIds}::bigint[])`;
  await countTowardWarmUp(sql, now.length, cap);
  await refusePaused(sql, batch.updateId);
  const { id, updateId } = batch;
  return {
    outcome: "claimed",
    batch: { id, updateId, attempts: batch.attempts + 1, emailIds, idempotencyKey, frozen },
  };
}

/** Moves the rest of a batch to another call. */
const splitOff = (sql: TransactionSql, updateId: number, mails: readonly Member[]) => sql`
  insert into email_batches (update_id, email_ids)
  values (${updateId}, ${mails.map(({ id }) => id)}::bigint[])`;

const putBack = (sql: TransactionSql, batchId: number, mails: readonly Member[], dueAt: Date) => sql`
  update email_batches set email_ids = ${mails.map(({ id }) => id)}::bigint[],
    due_at = ${dueAt.toISOString()}, problem = 'warm-up'
  where id = ${batchId}`;
