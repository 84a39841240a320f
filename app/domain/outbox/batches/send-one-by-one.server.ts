import { sql } from "drizzle-orm";
import { recordEmailOutcome } from "#app/domain/outbox/record-email-outcome.server.ts";
import { pauseForProvider, pauseUnwritable } from "#app/domain/outgoing/updates/pause-update.server.ts";
import { watchBreaker } from "#app/domain/outgoing/updates/sending/run-updates.server.ts";
import { leaseSeconds, tryAtMostSeconds } from "#app/domain/queue/email.ts";
import type { Mailing } from "#app/domain/queue/mailing.ts";
import type { Db } from "#db/index.ts";
import { claimOne } from "./claim-one.server.ts";
import { lockBatch, lockMembers } from "./lock-batch.server.ts";
import { endCall } from "./record-batch-outcome.server.ts";
import { recoverInterrupted } from "./recover-interrupted.server.ts";
import type { SendRound } from "./send-batches.server.ts";
import { uncountHandedOver } from "./warm-up.server.ts";

/** Concurrent emails: at most this many are unknown after a crash, if the transport cannot repeat them. */
const atOnce = 5;

/** Takes a batch's emails until half of its lease is over; then it returns to the queue. */
const takeForMs = (leaseSeconds * 1000) / 2;

/**
 * Sends emails of updates through a transport that takes one at a time. A batch is only where they wait: each
 * email is claimed just before it is sent, so that a crash leaves no more open than were under way. Returns
 * how many batches were worked on.
 */
export async function sendOneByOne(db: Db, mailing: Mailing, round: SendRound): Promise<number> {
  let worked = 0;
  while (!round.stop.aborted && Date.now() < round.until) {
    const leased = await leaseBatch(db, mailing);
    if (leased === null) break;
    worked += 1;
    const until = Math.min(round.until, Date.now() + takeForMs);
    let cappedUntil: Date | null = null;
    const sender = async () => {
      while (!round.stop.aborted && Date.now() < until && cappedUntil === null) {
        const id = leased.waiting.shift();
        if (id === undefined) return;
        const sent = await sendOne(db, mailing, round, { updateId: leased.updateId, id });
        if (sent === "stop") return;
        if (sent instanceof Date) cappedUntil = sent;
      }
    };
    await Promise.all(Array.from({ length: atOnce }, sender));
    await returnBatch(db, leased, cappedUntil);
  }
  return worked;
}

/** Returns `stop` if the update is paused, or a time before which nothing more is sent. */
async function sendOne(
  db: Db,
  mailing: Mailing,
  { writeMails, log }: SendRound,
  { updateId, id }: { updateId: number; id: number },
): Promise<"next" | "stop" | Date> {
  const claim = await claimOne(db, mailing, writeMails, { updateId, id });
  if (claim.outcome === "settled") return "next";
  if (claim.outcome === "capped") return claim.until;
  if (claim.outcome === "unwritable") await pauseUnwritable(db, { updateId, why: claim.why });
  if (claim.outcome !== "claimed") return "stop";

  const { attempts, message } = claim;
  const publicId = message.emailId;
  const outcome = await mailing.transport.send(message, {
    idempotencyKey: publicId,
    signal: AbortSignal.timeout(tryAtMostSeconds * 1000),
    lane: "bulk",
  });
  const settled = await recordEmailOutcome(db, mailing.keys, { id, attempts }, outcome);
  if (settled.outcome === "gone") await mailing.transport.files.remove([publicId]);
  if (outcome.outcome === "accepted") return "next";

  log.warn({ emailId: publicId, problem: outcome.problem, became: settled }, "a mail was not accepted");
  const cause = outcome.outcome === "retry-later" ? outcome.cause : undefined;
  await db.transaction(async (tx) => {
    if (outcome.outcome !== "unknown") await uncountHandedOver(tx, 1);
    if (cause) await pauseForProvider(tx, updateId, { cause, problem: outcome.problem }, new Date());
  });
  if (outcome.outcome === "refused" && outcome.deadAddress) await watchBreaker(db, updateId);
  return cause ? "stop" : "next";
}

/** A batch whose emails only this worker may send, one by one. */
type LeasedBatch = {
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
async function leaseBatch(db: Db, { transport }: Mailing): Promise<LeasedBatch | null> {
  return db.transaction(async (tx): Promise<LeasedBatch | null> => {
    const batch = await lockBatch(tx);
    if (!batch) return null;
    const { id, updateId, attempts } = batch;
    const locked = await lockMembers(tx, batch.emailIds, null);
    if (batch.state === "frozen") {
      await endCall(tx, batch, "unknown", "interrupted");
      return { id, updateId, attempts, waiting: [] };
    }
    const members = await recoverInterrupted(tx, locked);
    await tx.execute(sql`
      update email_batches set attempts = attempts + 1, transport = ${transport.name}, problem = null,
        lease_until = now() + make_interval(secs => ${leaseSeconds}),
        due_at = now() + make_interval(secs => ${leaseSeconds})
      where id = ${id}`);
    const waiting = members.filter(({ state, due }) => state === "queued" && due);
    return { id, updateId, attempts: attempts + 1, waiting: waiting.map((member) => member.id) };
  });
}

/**
 * Returns a batch: it is done when none of its emails waits, else due when the first of them is, or when the
 * day's cap ends. Changes nothing for a worker that lost its lease.
 */
async function returnBatch(db: Db, { id, attempts }: LeasedBatch, cappedUntil: Date | null): Promise<void> {
  const until = cappedUntil?.toISOString() ?? null;
  await db.execute(sql`
    update email_batches b set lease_until = null,
      state = case when w.mails = 0 then 'accepted' else 'queued' end::email_batch_state,
      settled_at = case when w.mails = 0 then now() end,
      problem = case when w.mails > 0 and ${until}::timestamptz is not null then 'warm-up' end,
      due_at = coalesce(${until}::timestamptz, w.due_at, b.due_at)
    from (select count(*) as mails, min(greatest(due_at, now())) as due_at from outbox
      where id = any ((select email_ids from email_batches where id = ${id})::bigint[])
        and state in ('queued', 'claimed')) as w
    where b.id = ${id} and b.attempts = ${attempts} and b.state = 'queued'`);
}
