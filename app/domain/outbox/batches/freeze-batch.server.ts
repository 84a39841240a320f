import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { leaseSeconds } from "#app/domain/queue/email.ts";
import { frameFrom } from "#app/domain/queue/frame.server.ts";
import type { Tx } from "#db/index.ts";
import type { BatchClaim, BatchPorts } from "./batch.ts";
import { endingOfMember, endUpdateEmails } from "./end-emails.server.ts";
import type { LockedMembers, Member } from "./lock-batch.server.ts";
import { endCall, insertBatch } from "./record-batch-outcome.server.ts";
import { recoverInterrupted } from "./recover-interrupted.server.ts";
import { refusePaused } from "./refuse-paused.server.ts";
import { countTowardWarmUp, warmUpCap } from "./warm-up.server.ts";

/**
 * Freezes a batch of which nothing was sent: ends emails that may not be sent, writes the others, and stores
 * sha256, key and lease.
 */
export async function freezeBatch(
  tx: Tx,
  { mailing, batches, writeMails }: BatchPorts,
  { batch, members, suppressed }: LockedMembers,
): Promise<BatchClaim> {
  const waiting = (await recoverInterrupted(tx, members)).filter(({ state }) => state === "queued");
  const endings = waiting.map((member) => endingOfMember(member, suppressed));
  const going = waiting.filter((_, place) => endings[place] === null);
  await endUpdateEmails(
    tx,
    waiting.flatMap(({ id }, place) => ({ id, ending: endings[place] ?? null })),
  );

  const cap = await warmUpCap(tx, mailing.warmUp);
  if (going.length > 0 && cap.left === 0) {
    await putBack(tx, batch.id, going, cap.tomorrow);
    return { outcome: "settled" };
  }
  const now = going.slice(0, Math.min(cap.left, batches.atMost));
  if (now.length < going.length) {
    const rest = going.slice(now.length).map(({ id }) => id);
    await insertBatch(tx, batch.updateId, rest);
  }
  if (now.length === 0) {
    await endCall(tx, batch, "skipped", null);
    return { outcome: "settled" };
  }

  const written = writeMails(batch.updateId, now, frameFrom(batch.approvedFrame));
  const frozen = batches.freeze(written.messages);
  const idempotencyKey = `batch-${randomUUID()}`;
  const emailIds = now.map(({ id }) => id);
  const ids = sql.param(emailIds);
  await tx.execute(sql`
      update email_batches set state = 'frozen', attempts = attempts + 1, email_ids = ${ids}::bigint[],
        template_version = ${written.version}, body_sha256 = ${frozen.sha256},
        idempotency_key = ${idempotencyKey}, transport = ${mailing.transport.name}, frozen_at = now(),
        problem = null, unanswered_since = null,
        lease_until = now() + make_interval(secs => ${leaseSeconds}),
        due_at = now() + make_interval(secs => ${leaseSeconds})
      where id = ${batch.id}`);
  await tx.execute(sql`
      update outbox set state = 'claimed', attempts = attempts + 1, transport = ${mailing.transport.name},
        problem = null, lease_until = now() + make_interval(secs => ${leaseSeconds})
      where id = any (${ids}::bigint[])`);
  await countTowardWarmUp(tx, now.length, cap);
  await refusePaused(tx, batch.updateId);
  const { id, updateId } = batch;
  return {
    outcome: "claimed",
    batch: { id, updateId, attempts: batch.attempts + 1, emailIds, idempotencyKey, frozen },
  };
}

const putBack = (tx: Tx, batchId: number, mails: readonly Member[], dueAt: Date) =>
  tx.execute(sql`
    update email_batches set email_ids = ${sql.param(mails.map(({ id }) => id))}::bigint[],
      due_at = ${dueAt.toISOString()}, problem = 'warm-up'
    where id = ${batchId}`);
