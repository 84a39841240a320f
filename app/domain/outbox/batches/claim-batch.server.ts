import type { TransactionSql } from "postgres";
import { frameFrom } from "#app/domain/queue/frame.server.ts";
import type { Db } from "#db/index.ts";
import { type BatchClaim, type BatchPorts, batchLeaseSeconds } from "./batch.ts";
import { endBatch, endingOf, markMails } from "./end-emails.server.ts";
import { freezeBatch } from "./freeze-batch.server.ts";
import { findSuppressedMembers, type LockedMembers, lockBatch, lockMembers } from "./lock-batch.server.ts";
import { Paused, refusePaused } from "./refuse-paused.server.ts";
import { CapUsedUp } from "./warm-up.server.ts";
import { prepared, Unwritable } from "./write-mails.server.ts";

/**
 * Claims the next batch and freezes it: checks consent and suppression again, writes the emails, and stores
 * their sha256 and the call's key, committed before the caller makes the call. A batch whose earlier try may
 * have been accepted is only retried if the same emails make the same bytes and everyone in it still agrees;
 * otherwise its outcome stays unknown.
 */
export async function claimBatch(db: Db, ports: BatchPorts): Promise<BatchClaim> {
  try {
    return await prepared(() => claim(db, ports));
  } catch (error) {
    if (error instanceof CapUsedUp || error instanceof Paused) return { outcome: "settled" };
    if (error instanceof Unwritable)
      return { outcome: "unwritable", updateId: error.updateId, why: error.why };
    throw error;
  }
}

const claim = (db: Db, ports: BatchPorts) =>
  db.$client.begin(async (sql) => {
    const batch = await lockBatch(sql);
    if (!batch) return { outcome: "nothing" };
    const members = await lockMembers(sql, batch.emailIds, batch.step);
    const suppressed = await findSuppressedMembers(sql, ports.mailing.keys, members);
    const fix = batch.state === "queued" ? freezeBatch : repeatBatch;
    return fix(sql, ports, { batch, members, suppressed });
  }) as Promise<BatchClaim>;

/**
 * Retries a batch whose earlier try may have been accepted: with the same key, and only if the same emails
 * make the same bytes and everyone with an open email still agrees. Otherwise its outcome stays unknown.
 */
async function repeatBatch(
  sql: TransactionSql,
  { mailing, batches, writeMails }: BatchPorts,
  { batch, members, suppressed }: LockedMembers,
): Promise<BatchClaim> {
  const { id, updateId, idempotencyKey, bodySha256, emailIds } = batch;
  const giveUp = async (problem: string): Promise<BatchClaim> => {
    await markMails(
      sql,
      members.filter(({ state }) => state === "claimed"),
      "unknown",
      problem,
    );
    await endBatch(sql, id, "unknown", problem);
    return { outcome: "settled" };
  };
  if (batch.transport !== mailing.transport.name) return giveUp("interrupted");
  if (batch.tooOldToRepeat) return giveUp("too-old-to-repeat");
  const open = members.filter(({ state }) => state === "claimed");
  if (members.length < emailIds.length || open.some((member) => endingOf(member, suppressed)))
    return giveUp("not-repeated");
  const written = writeMails(updateId, members, frameFrom(batch.approvedFrame));
  const frozen = batches.freeze(written.messages);
  if (!idempotencyKey || !bodySha256 || !frozen.sha256.equals(bodySha256)) return giveUp("changed-meanwhile");

  await sql`
    update email_batches
      set attempts = attempts + 1, unanswered_since = coalesce(unanswered_since, frozen_at),
      lease_until = now() + make_interval(secs => ${batchLeaseSeconds}),
      due_at = now() + make_interval(secs => ${batchLeaseSeconds})
    where id = ${id}`;
  await refusePaused(sql, updateId);
  return {
    outcome: "claimed",
    batch: { id, updateId, attempts: batch.attempts + 1, emailIds, idempotencyKey, frozen },
  };
}
