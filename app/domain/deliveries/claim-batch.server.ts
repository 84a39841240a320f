import { randomUUID } from "node:crypto";
import type { TransactionSql } from "postgres";
import { isOneAddress } from "#app/lib/one-address.ts";
import type { FrozenBatch } from "#app/mail/transport.ts";
import type { Db } from "#db/index.ts";
import { batchLeaseSeconds } from "./batch.ts";
import type { DeliveryState } from "./delivery.ts";
import {
  findSuppressedMembers,
  type LockedBatch,
  lockBatch,
  lockMembers,
  type Member,
} from "./lock-batch.server.ts";
import type { Mailing } from "./mailing.ts";
import { CapUsedUp, capOfToday, countHandedOver } from "./warm-up.server.ts";
import type { WriteMails } from "./write-mails.server.ts";

/** A batch that this worker alone may hand over until its lease ends. */
export type ClaimedBatch = {
  id: number;
  updateId: number;
  attempts: number;
  deliveryIds: number[];
  idempotencyKey: string;
  frozen: FrozenBatch;
};

export type BatchClaim =
  | { outcome: "claimed"; batch: ClaimedBatch }
  /** It ended, or was made smaller, without a call. */
  | { outcome: "settled" }
  | { outcome: "nothing" };

type Batches = NonNullable<Mailing["transport"]["batches"]>;
type Ports = { mailing: Mailing; batches: Batches; writeMails: WriteMails };

/**
 * Takes the next batch and fixes what is handed over: at this last moment consent and suppression are
 * looked at again, the mails are written, and their sha256 and the key of the call are stored. They are committed
 * before the caller makes the call.
 *
 * A batch whose earlier try may have been accepted is only repeated when the same mails make the same
 * bytes and everyone in it still agrees; else what became of it stays unknown.
 */
export async function claimBatch(db: Db, ports: Ports): Promise<BatchClaim> {
  try {
    return (await db.$client.begin(async (sql) => {
      const batch = await lockBatch(sql);
      if (!batch) return { outcome: "nothing" };
      const members = await lockMembers(sql, batch.deliveryIds);
      const suppressed = await findSuppressedMembers(sql, ports.mailing.keys, members);
      return batch.state === "queued"
        ? freeze(sql, ports, batch, members, suppressed)
        : repeat(sql, ports, batch, members, suppressed);
    })) as BatchClaim;
  } catch (error) {
    if (error instanceof CapUsedUp) return { outcome: "settled" };
    throw error;
  }
}

async function freeze(
  sql: TransactionSql,
  { mailing, batches, writeMails }: Ports,
  batch: LockedBatch,
  members: Member[],
  suppressed: Set<number>,
): Promise<BatchClaim> {
  const waiting = members.filter(({ state }) => state === "queued");
  const endings = waiting.map((member) => endingOf(member, suppressed));
  const going = waiting.filter((_, place) => endings[place] === null);
  await endMails(
    sql,
    waiting.flatMap(({ id }, place) => ({ id, ending: endings[place] ?? null })),
  );

  const cap = await capOfToday(sql, mailing.warmUp);
  if (going.length > 0 && cap.left === 0) {
    await putBack(sql, batch.id, going, cap.tomorrow);
    return { outcome: "settled" };
  }
  const now = going.slice(0, Math.min(cap.left, batches.atMost));
  if (now.length < going.length) await splitOff(sql, batch.updateId, going.slice(now.length));
  if (now.length === 0) {
    await settle(sql, batch.id, "skipped", null);
    return { outcome: "settled" };
  }

  const written = await writeMails(batch.updateId, now);
  if (!written) {
    await markMails(sql, now, "failed", "nothing-to-say");
    await settle(sql, batch.id, "failed", "nothing-to-say");
    return { outcome: "settled" };
  }
  const frozen = batches.freeze(written.messages);
  const idempotencyKey = `batch-${randomUUID()}`;
  const deliveryIds = now.map(({ id }) => id);
  await sql`
    update delivery_batches set state = 'frozen', attempts = attempts + 1, delivery_ids = ${deliveryIds}::bigint[],
      template_version = ${written.version}, body_sha256 = ${frozen.sha256}, idempotency_key = ${idempotencyKey},
      transport = ${mailing.transport.name}, frozen_at = now(), problem = null, unanswered_since = null,
      lease_until = now() + make_interval(secs => ${batchLeaseSeconds}),
      due_at = now() + make_interval(secs => ${batchLeaseSeconds})
    where id = ${batch.id}`;
  await sql`
    update deliveries set state = 'claimed', attempts = attempts + 1, transport = ${mailing.transport.name},
      problem = null, lease_until = now() + make_interval(secs => ${batchLeaseSeconds})
    where id = any (${deliveryIds}::bigint[])`;
  await countHandedOver(sql, now.length, cap);
  const { id, updateId } = batch;
  return {
    outcome: "claimed",
    batch: { id, updateId, attempts: batch.attempts + 1, deliveryIds, idempotencyKey, frozen },
  };
}

async function repeat(
  sql: TransactionSql,
  { mailing, batches, writeMails }: Ports,
  batch: LockedBatch,
  members: Member[],
  suppressed: Set<number>,
): Promise<BatchClaim> {
  const { id, updateId, idempotencyKey, bodySha256, deliveryIds } = batch;
  const giveUp = async (problem: string): Promise<BatchClaim> => {
    await markMails(
      sql,
      members.filter(({ state }) => state === "claimed"),
      "unknown",
      problem,
    );
    await settle(sql, id, "unknown", problem);
    return { outcome: "settled" };
  };
  if (batch.transport !== mailing.transport.name) return giveUp("interrupted");
  if (batch.tooOldToRepeat) return giveUp("too-old-to-repeat");
  const open = members.filter(({ state }) => state === "claimed");
  if (members.length < deliveryIds.length || open.some((member) => endingOf(member, suppressed)))
    return giveUp("not-repeated");
  const written = await writeMails(updateId, members);
  const frozen = written && batches.freeze(written.messages);
  if (!frozen || !idempotencyKey || !bodySha256 || !frozen.sha256.equals(bodySha256))
    return giveUp("changed-meanwhile");

  await sql`
    update delivery_batches set attempts = attempts + 1, unanswered_since = coalesce(unanswered_since, frozen_at),
      lease_until = now() + make_interval(secs => ${batchLeaseSeconds}),
      due_at = now() + make_interval(secs => ${batchLeaseSeconds})
    where id = ${id}`;
  return {
    outcome: "claimed",
    batch: { id, updateId, attempts: batch.attempts + 1, deliveryIds, idempotencyKey, frozen },
  };
}

type Ending = { state: Extract<DeliveryState, "suppressed" | "skipped" | "failed">; problem: string | null };

/** Why a mail does not go after all; null when it may. */
export function endingOf(member: Member, suppressed: ReadonlySet<number>): Ending | null {
  if (!member.agrees) return { state: "skipped", problem: "unsubscribed" };
  if (suppressed.has(member.id)) return { state: "suppressed", problem: null };
  if (!isOneAddress(member.email)) return { state: "failed", problem: "bad-address" };
  return null;
}

/** Ends the mails that do not go, in one statement. */
export async function endMails(
  sql: TransactionSql,
  mails: readonly { id: number; ending: Ending | null }[],
): Promise<void> {
  const ending = mails.flatMap(({ id, ending: one }) => (one ? { id, ...one } : []));
  if (ending.length === 0) return;
  await sql`
    update deliveries d set state = e.state::delivery_state, problem = e.problem, settled_at = now(), lease_until = null
    from unnest(${ending.map(({ id }) => id)}::bigint[], ${ending.map(({ state }) => state)}::text[],
      ${ending.map(({ problem }) => problem)}::text[]) as e (id, state, problem)
    where d.id = e.id`;
}

async function markMails(
  sql: TransactionSql,
  mails: readonly Member[],
  state: "failed" | "unknown",
  problem: string,
): Promise<void> {
  await sql`
    update deliveries set state = ${state}, problem = ${problem}, settled_at = now(), lease_until = null
    where id = any (${mails.map(({ id }) => id)}::bigint[])`;
}

const settle = (
  sql: TransactionSql,
  batchId: number,
  state: "skipped" | "failed" | "unknown",
  problem: string | null,
) => sql`
  update delivery_batches set state = ${state}, problem = ${problem}, settled_at = now(), lease_until = null
  where id = ${batchId}`;

/** The rest of a batch, for another call. */
const splitOff = (sql: TransactionSql, updateId: number, mails: readonly Member[]) => sql`
  insert into delivery_batches (update_id, delivery_ids)
  values (${updateId}, ${mails.map(({ id }) => id)}::bigint[])`;

const putBack = (sql: TransactionSql, batchId: number, mails: readonly Member[], dueAt: Date) => sql`
  update delivery_batches set delivery_ids = ${mails.map(({ id }) => id)}::bigint[], due_at = ${dueAt.toISOString()},
    problem = 'warm-up'
  where id = ${batchId}`;
