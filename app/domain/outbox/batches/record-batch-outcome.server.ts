import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { pauseForProvider } from "#app/domain/outgoing/updates/pause-update.server.ts";
import { tryAtMostSeconds } from "#app/domain/queue/email.ts";
import type { Log } from "#app/lib/log.server.ts";
import type { BatchOutcome } from "#app/mail/transport.ts";
import type { Db, Tx } from "#db/index.ts";
import { type Batches, type Call, repeatAfter } from "./batch.ts";
import { uncountHandedOver } from "./warm-up.server.ts";

export type SettledBatch = {
  /** `not-ours`: the lease expired and another worker took the batch; that worker's answer counts. */
  outcome: "accepted" | "failed" | "split" | "again" | "unknown" | "not-ours";
};

/** Makes a call whose bytes are fixed, and stores its outcome. */
export async function makeCall(
  db: Db,
  { call, batches, log }: { call: Call; batches: Batches; log: Log },
): Promise<SettledBatch> {
  const outcome = await batches.send(call.frozen, {
    idempotencyKey: call.idempotencyKey,
    signal: AbortSignal.timeout(tryAtMostSeconds * 1000),
  });
  const settled = await tried(() => recordBatchOutcome(db, call, outcome));
  if (outcome.outcome === "accepted") return settled;
  const { id, updateId: update, attempts } = call;
  const what = { call: id, update, emails: call.emailIds.length, attempts, problem: outcome.problem };
  log.warn({ ...what, became: settled.outcome }, "a call was not accepted");
  return settled;
}

/** Tries again what the database refused, for a lock that was not to be had: a call's answer is worth it. */
async function tried<T>(work: () => Promise<T>): Promise<T> {
  for (let left = 2; ; left--) {
    try {
      return await work();
    } catch (error) {
      if (left === 0) throw error;
      await pause(1000);
    }
  }
}

/**
 * Stores the outcome of one call, in one transaction: the batch, its emails, and what follows for the update.
 * If a webhook reported an email before its call was answered, the report stays. Everyone locks in one order
 * to avoid deadlocks: batch, emails, counts, the day's count, update.
 */
export async function recordBatchOutcome(
  db: Db,
  batch: Call,
  outcome: BatchOutcome,
  now = new Date(),
): Promise<SettledBatch> {
  if (outcome.outcome === "accepted") return accept(db, batch, outcome.providerIds);
  return db.transaction(async (tx) => {
    const [ours] = await tx.execute<{ open: boolean }>(sql`
      select unanswered_since is not null as open from email_batches
      where id = ${batch.id} and attempts = ${batch.attempts} and state = 'frozen' for update`);
    if (!ours) return { outcome: "not-ours" };
    const became = await settle(tx, batch, outcome, ours.open);
    if (outcome.outcome === "retry-later" && outcome.cause && batch.updateId !== null) {
      const { cause, problem } = outcome;
      await pauseForProvider(tx, batch.updateId, { cause, problem }, now);
    }
    return { outcome: became };
  });
}

/** One statement, as nearly every call ends with it: the emails change only while the batch is ours. */
async function accept(
  db: Db,
  { id, attempts, emailIds }: Call,
  providerIds: readonly (string | null)[],
): Promise<SettledBatch> {
  const [settled] = await db.$client<{ ours: number }[]>`
    with ours as (
      update email_batches set state = 'accepted', problem = null, lease_until = null, settled_at = now()
      where id = ${id} and attempts = ${attempts} and state = 'frozen'
      returning id),
    locked as materialized (
      select id from outbox where id = any (${emailIds}::bigint[]) order by id for update),
    moved as (
      update outbox d set provider_id = coalesce(d.provider_id, a.provider_id), lease_until = null,
        state = case when d.state = 'claimed' then 'accepted' else d.state end,
        settled_at = case when d.state = 'claimed' then now() else d.settled_at end
      from locked join unnest(${emailIds}::bigint[], ${[...providerIds]}::text[]) as a (id, provider_id)
        using (id)
      where d.id = locked.id and exists (select from ours))
    select count(*)::int as ours from ours`;
  return { outcome: settled?.ours ? "accepted" : "not-ours" };
}

/**
 * A call that may have been accepted is only repeated with the same bytes: it is not frozen again, and halves
 * could send emails twice. Of any other none was accepted: it is made again without those who left since; if
 * one of its emails is refused, halves are tried until that one is alone.
 */
async function settle(
  tx: Tx,
  batch: Call,
  outcome: Exclude<BatchOutcome, { outcome: "accepted" }>,
  wasOpen: boolean,
): Promise<SettledBatch["outcome"]> {
  const { id, updateId, attempts, emailIds } = batch;
  const { problem } = outcome;
  const isRefused = outcome.outcome === "refused";
  const isUnknown = outcome.outcome === "unknown";
  if (isUnknown ? !outcome.repeatable : isRefused && wasOpen) {
    await endCall(tx, batch, "unknown", problem);
    return "unknown";
  }
  const after = ("after" in outcome ? outcome.after : undefined) ?? repeatAfter(attempts);
  const due = sql`lease_until = null, problem = ${problem}, due_at = now() + make_interval(secs => ${after})`;
  if (isUnknown || wasOpen) {
    await tx.execute(sql`
      update email_batches set unanswered_since = coalesce(unanswered_since, frozen_at), ${due}
      where id = ${id}`);
    return "again";
  }
  const halfAt = Math.ceil(emailIds.length / 2);
  if (updateId === null) {
    await release(tx, batch, isRefused ? { problem, after: 0, together: halfAt } : { problem, after });
    return isRefused ? "split" : "again";
  }
  if (isRefused && emailIds.length === 1) {
    await endCall(tx, batch, "failed", problem);
    return "failed";
  }
  await tx.execute(sql`
    update outbox set state = 'queued', problem = ${problem}, lease_until = null
    where id = any (${sql.param(emailIds)}::bigint[]) and state = 'claimed'`);
  if (isRefused) {
    await endCall(tx, batch, "split", problem);
    await insertBatch(tx, updateId, emailIds.slice(0, halfAt));
    await insertBatch(tx, updateId, emailIds.slice(halfAt));
  } else {
    await tx.execute(sql`
      update email_batches set state = 'queued', idempotency_key = null, ${due} where id = ${id}`);
  }
  await uncountHandedOver(tx, emailIds.length);
  return isRefused ? "split" : "again";
}

/** The problem of a call that waits for a freeze to end before it is repeated. */
export const held = "held";

/** Stores a batch that waits. */
export const insertBatch = (tx: Tx, updateId: number, emailIds: readonly number[]) =>
  tx.execute(sql`
    insert into email_batches (update_id, email_ids) values (${updateId}, ${sql.param(emailIds)}::bigint[])`);

/**
 * Returns emails that are not of an update to their own places in the queue, since none was accepted: no more
 * than `together` of them go in one call again. The try costs none of them an attempt.
 */
async function release(
  tx: Tx,
  batch: Call,
  { problem, after, together = 100 }: { problem: string; after: number; together?: number },
): Promise<void> {
  await tx.execute(sql`
    update outbox set state = 'queued', problem = ${problem}, lease_until = null, transport = null,
      attempts = greatest(attempts - 1, 0), together = least(together, ${together}::int),
      due_at = now() + make_interval(secs => ${after})
    where id = any (${sql.param(batch.emailIds)}::bigint[]) and state = 'claimed'`);
  await endCall(tx, batch, "split", problem);
  await tx.execute(sql`update email_batches set idempotency_key = null where id = ${batch.id}`);
}

/**
 * Ends a call of the worker with its current lease, and its emails that no report has ended. Those of a call
 * that was split or skipped have their own outcomes.
 */
export async function endCall(
  tx: Tx,
  { id, attempts, emailIds }: Pick<Call, "id" | "attempts" | "emailIds">,
  state: "accepted" | "failed" | "unknown" | "split" | "skipped",
  problem: string | null,
): Promise<void> {
  const ended = await tx.execute(sql`
    update email_batches set state = ${state}, problem = ${problem}, lease_until = null, settled_at = now()
    where id = ${id} and attempts = ${attempts} and state in ('queued', 'frozen') returning id`);
  if (ended.length === 0 || state === "split" || state === "skipped") return;
  await tx.execute(sql`
    update outbox set state = ${state}, problem = ${problem}, lease_until = null, settled_at = now()
    where id = any (${sql.param(emailIds)}::bigint[]) and state = 'claimed'`);
}

/**
 * Leases a call for a try with the same key and bytes: from now on it may have been accepted. Returns the
 * number of the try.
 */
export async function leaseAgain(tx: Tx, id: number, seconds: number): Promise<number> {
  const [again] = await tx.execute<{ attempts: number }>(sql`
    update email_batches set attempts = attempts + 1, problem = nullif(problem, ${held}),
      unanswered_since = coalesce(unanswered_since, frozen_at),
      lease_until = now() + make_interval(secs => ${seconds}),
      due_at = now() + make_interval(secs => ${seconds})
    where id = ${id} returning attempts`);
  if (!again) throw new Error("a locked call is gone");
  return again.attempts;
}
