import { leaseSeconds } from "#app/domain/queue/email.ts";
import { frameFrom } from "#app/domain/queue/frame.server.ts";
import { whyNotRepeated } from "#app/domain/queue/tries.server.ts";
import type { Db, Tx } from "#db/index.ts";
import type { BatchClaim, BatchPorts } from "./batch.ts";
import { endingOfMember } from "./end-emails.server.ts";
import { freezeBatch } from "./freeze-batch.server.ts";
import { findSuppressedMembers, type LockedMembers, lockBatch, lockMembers } from "./lock-batch.server.ts";
import { endCall, leaseAgain } from "./record-batch-outcome.server.ts";
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
  db.transaction(async (tx): Promise<BatchClaim> => {
    const batch = await lockBatch(tx);
    if (!batch) return { outcome: "nothing" };
    const members = await lockMembers(tx, batch.emailIds, batch.step);
    const suppressed = await findSuppressedMembers(tx, ports.mailing.keys, members);
    const fix = batch.state === "queued" ? freezeBatch : repeatBatch;
    return fix(tx, ports, { batch, members, suppressed });
  });

/**
 * Retries a batch whose earlier try may have been accepted: with the same key, and only if the same emails
 * make the same bytes and everyone with an open email still agrees. Otherwise its outcome stays unknown.
 */
async function repeatBatch(
  tx: Tx,
  { mailing, batches, writeMails }: BatchPorts,
  { batch, members, suppressed }: LockedMembers,
): Promise<BatchClaim> {
  const { id, updateId, idempotencyKey, bodySha256, emailIds } = batch;
  const giveUp = async (problem: string): Promise<BatchClaim> => {
    await endCall(tx, batch, "unknown", problem);
    return { outcome: "settled" };
  };
  const why = whyNotRepeated(batch, mailing.transport.name);
  if (why) return giveUp(why);
  const open = members.filter(({ state }) => state === "claimed");
  if (members.length < emailIds.length || open.some((member) => endingOfMember(member, suppressed)))
    return giveUp("not-repeated");
  const written = writeMails(updateId, members, frameFrom(batch.approvedFrame));
  const frozen = batches.freeze(written.messages);
  if (!idempotencyKey || !bodySha256 || !frozen.sha256.equals(bodySha256)) return giveUp("changed-meanwhile");

  const attempts = await leaseAgain(tx, id, leaseSeconds);
  await refusePaused(tx, updateId);
  return { outcome: "claimed", batch: { id, updateId, attempts, emailIds, idempotencyKey, frozen } };
}
