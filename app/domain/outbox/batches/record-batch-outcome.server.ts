import { sql } from "drizzle-orm";
import { pauseForProvider } from "#app/domain/outgoing/updates/pause-update.server.ts";
import type { BatchOutcome } from "#app/mail/transport.ts";
import type { Db, Tx } from "#db/index.ts";
import { type Call, repeatAfter } from "./batch.ts";
import { uncountHandedOver } from "./warm-up.server.ts";

export type SettledBatch = {
  /** `not-ours`: the lease expired and another worker took the batch; that worker's answer counts. */
  outcome: "accepted" | "failed" | "split" | "again" | "unknown" | "not-ours";
};

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
    const [ours] = await tx.execute(sql`
      select from email_batches where id = ${batch.id} and attempts = ${batch.attempts} and state = 'frozen'
      for update`);
    if (!ours) return { outcome: "not-ours" };
    switch (outcome.outcome) {
      case "refused":
        return refuse(tx, batch, outcome.problem);
      case "retry-later":
        await again(tx, batch, outcome.after ?? repeatAfter(batch.attempts), outcome.problem);
        if (outcome.cause && batch.updateId !== null) {
          const { cause, problem } = outcome;
          await pauseForProvider(tx, batch.updateId, { cause, problem }, now);
        }
        return { outcome: "again" };
      case "unknown":
        if (!outcome.repeatable) {
          await move(tx, batch, "unknown", outcome.problem);
          await end(tx, batch, "unknown", outcome.problem);
          return { outcome: "unknown" };
        }
        await tx.execute(sql`
          update email_batches set lease_until = null, problem = ${outcome.problem},
            unanswered_since = coalesce(unanswered_since, frozen_at),
            due_at = now() + make_interval(secs => ${repeatAfter(batch.attempts)})
          where id = ${batch.id}`);
        return { outcome: "again" };
    }
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
 * At least one email is refused: tries halves until the refused one is alone. If an earlier try of the call
 * may have been accepted, halves could send emails twice: it stays unknown.
 */
async function refuse(tx: Tx, batch: Call, problem: string): Promise<SettledBatch> {
  if (await wasAmbiguous(tx, batch)) {
    await move(tx, batch, "unknown", problem);
    await end(tx, batch, "unknown", problem);
    return { outcome: "unknown" };
  }
  if (batch.updateId === null) {
    await release(tx, batch, { problem, after: 0, together: Math.ceil(batch.emailIds.length / 2) });
    return { outcome: "split" };
  }
  if (batch.emailIds.length === 1) {
    await move(tx, batch, "failed", problem);
    await end(tx, batch, "failed", problem);
    return { outcome: "failed" };
  }
  await backToQueue(tx, batch, problem);
  await end(tx, batch, "split", problem);
  const middle = Math.ceil(batch.emailIds.length / 2);
  for (const half of [batch.emailIds.slice(0, middle), batch.emailIds.slice(middle)]) {
    await tx.execute(sql`
      insert into email_batches (update_id, email_ids)
      values (${batch.updateId}, ${sql.param(half)}::bigint[])`);
  }
  await uncountHandedOver(tx, batch.emailIds.length);
  return { outcome: "split" };
}

/** Retries as a new call, since nothing was accepted: frozen again, without those who left since. */
async function again(tx: Tx, batch: Call, after: number, problem: string): Promise<void> {
  const ambiguous = await wasAmbiguous(tx, batch);
  if (batch.updateId === null && !ambiguous) return release(tx, batch, { problem, after });
  if (!ambiguous) await backToQueue(tx, batch, problem);
  await tx.execute(sql`
    update email_batches set lease_until = null, problem = ${problem},
      ${ambiguous ? sql`` : sql`state = 'queued', idempotency_key = null,`}
      due_at = now() + make_interval(secs => ${after})
    where id = ${batch.id}`);
  if (!ambiguous) await uncountHandedOver(tx, batch.emailIds.length);
}

/** True if an earlier try of this call may have been accepted: then only the same bytes may be sent again. */
async function wasAmbiguous(tx: Tx, batch: Call): Promise<boolean> {
  const [row] = await tx.execute(sql`
    select from email_batches where id = ${batch.id} and unanswered_since is not null`);
  return row !== undefined;
}

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
  await end(tx, batch, "split", problem);
  await tx.execute(sql`update email_batches set idempotency_key = null where id = ${batch.id}`);
}

const move = (tx: Tx, { emailIds }: Call, state: "failed" | "unknown", problem: string) =>
  tx.execute(sql`
    update outbox set state = ${state}, problem = ${problem}, lease_until = null, settled_at = now()
    where id = any (${sql.param(emailIds)}::bigint[]) and state = 'claimed'`);

const backToQueue = (tx: Tx, { emailIds }: Call, problem: string) =>
  tx.execute(sql`
    update outbox set state = 'queued', problem = ${problem}, lease_until = null
    where id = any (${sql.param(emailIds)}::bigint[]) and state = 'claimed'`);

const end = (tx: Tx, { id }: Call, state: "failed" | "unknown" | "split", problem: string | null) =>
  tx.execute(sql`
    update email_batches set state = ${state}, problem = ${problem}, lease_until = null, settled_at = now()
    where id = ${id}`);
