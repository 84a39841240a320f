import type { TransactionSql } from "postgres";
import type { SendOutcome } from "#app/mail/transport.ts";
import type { Db } from "#db/index.ts";
import { pauseUpdate } from "../updates/pause-update.server.ts";
import { batchLeaseSeconds } from "./batch.ts";
import { leaseSeconds } from "./claim-deliveries.server.ts";
import { tryAtMostSeconds } from "./delivery.ts";
import { endingOf, endMails } from "./end-mails.server.ts";
import {
  findSuppressedMembers,
  type LockedBatch,
  lockBatch,
  lockMembers,
  type Member,
} from "./lock-batch.server.ts";
import type { Mailing } from "./mailing.ts";
import type { SendRound } from "./send-batches.server.ts";
import { settleDelivery } from "./settle-delivery.server.ts";
import { CapUsedUp, capOfToday, countHandedOver } from "./warm-up.server.ts";

/** Mails under way at once: at most so many are unknown after a crash, where a mail cannot be repeated. */
const atOnce = 5;

/** A batch's mails are taken until half of its lease is over; then it goes back to the queue. */
const takeForMs = (batchLeaseSeconds * 1000) / 2;

type Leased = { id: number; updateId: number; waiting: number[] };

/**
 * Sends mails of updates through a transport that takes one at a time. A batch is only where they wait:
 * each mail is claimed by itself just before it is handed over, with consent and suppression looked at again,
 * so that a crash leaves no more of them open than were under way. Returns how many batches were worked on.
 */
export async function sendOneByOne(db: Db, mailing: Mailing, round: SendRound): Promise<number> {
  let worked = 0;
  while (!round.stop.aborted && Date.now() < round.until) {
    const leased = await leaseBatch(db, mailing).catch(orAgain);
    if (leased === "again") continue;
    if (leased === null) break;
    worked += 1;
    const until = Math.min(round.until, Date.now() + takeForMs);
    const sender = async () => {
      for (;;) {
        if (round.stop.aborted || Date.now() >= until) return;
        const id = leased.waiting.shift();
        if (id === undefined || !(await sendOne(db, mailing, round, leased.updateId, id))) return;
      }
    };
    await Promise.all(Array.from({ length: atOnce }, sender));
    await closeBatch(db, leased.id);
  }
  return worked;
}

function orAgain(error: unknown): "again" {
  if (error instanceof CapUsedUp) return "again";
  throw error;
}

async function leaseBatch(db: Db, mailing: Mailing): Promise<Leased | null> {
  return (await db.$client.begin(async (sql) => {
    const batch = await lockBatch(sql);
    if (!batch) return null;
    const members = await lockMembers(sql, batch.deliveryIds);
    await settleLost(sql, batch, members);
    const cap = await capOfToday(sql, mailing.warmUp);
    const ready = members.filter(({ state, due }) => state === "queued" && due);
    const waiting = ready.slice(0, Math.min(cap.left, ready.length)).map(({ id }) => id);
    const dueAt =
      waiting.length === 0 && ready.length > 0
        ? sql`${cap.tomorrow.toISOString()}::timestamptz`
        : sql`now() + make_interval(secs => ${batchLeaseSeconds})`;
    await sql`
      update delivery_batches set state = 'queued', attempts = attempts + 1, transport = ${mailing.transport.name},
        lease_until = now() + make_interval(secs => ${batchLeaseSeconds}), due_at = ${dueAt},
        problem = ${waiting.length < ready.length ? "warm-up" : null}
      where id = ${batch.id}`;
    if (waiting.length > 0) await countHandedOver(sql, waiting.length, cap);
    return { id: batch.id, updateId: batch.updateId, waiting };
  })) as Leased | null;
}

/** Mails that were under way when their worker died: a file is written again, all else may have gone. */
async function settleLost(sql: TransactionSql, batch: LockedBatch, members: Member[]): Promise<void> {
  const lost = members.filter(({ state }) => state === "claimed");
  if (lost.length === 0) return;
  await sql`
    update deliveries set lease_until = null,
      state = (case when transport = 'file' and ${batch.state === "queued"} then 'queued' else 'unknown' end)::delivery_state,
      problem = 'interrupted',
      settled_at = case when transport = 'file' and ${batch.state === "queued"} then null else now() end
    where id = any (${lost.map(({ id }) => id)}::bigint[])`;
}

/** False when the update stands still, so that nothing more of the batch is taken. */
async function sendOne(
  db: Db,
  mailing: Mailing,
  { writeMails, log }: SendRound,
  updateId: number,
  id: number,
): Promise<boolean> {
  const claimed = await claimOne(db, mailing, updateId, id);
  if (claimed === "paused") return false;
  if (claimed === null) return true;

  const outcome = await attempt(mailing, writeMails, updateId, claimed);
  const { publicId } = claimed;
  const delivery = { id, publicId, template: "update", attempts: claimed.attempts + 1 } as const;
  const settled = await settleDelivery(db, delivery, outcome);
  if (settled.outcome === "gone") await mailing.transport.files.remove([publicId]);
  if (outcome.outcome === "accepted") return true;
  log.warn({ delivery: publicId, problem: outcome.problem, became: settled }, "a mail was not accepted");
  if (outcome.outcome !== "retry-later" || !outcome.cause) return true;
  const reason = outcome.cause === "quota" ? "quota" : "provider";
  await db.transaction((tx) =>
    pauseUpdate(tx, { updateId, reason, problem: outcome.problem, actor: "system" }, new Date()),
  );
  return false;
}

async function claimOne(
  db: Db,
  { transport, keys }: Mailing,
  updateId: number,
  id: number,
): Promise<Member | "paused" | null> {
  return (await db.$client.begin(async (sql) => {
    const [sending] = await sql`
      select from updates where id = ${updateId} and state = 'sending'
        and not exists (select from switches where name = 'sending-paused')`;
    if (!sending) return "paused";
    const [member] = await lockMembers(sql, [id]);
    if (member?.state !== "queued") return null;
    const ending = endingOf(member, await findSuppressedMembers(sql, keys, [member]));
    if (ending) {
      await endMails(sql, [{ id, ending }]);
      return null;
    }
    await sql`
      update deliveries set state = 'claimed', attempts = attempts + 1, transport = ${transport.name},
        problem = null, lease_until = now() + make_interval(secs => ${leaseSeconds})
      where id = ${id}`;
    return member;
  })) as Member | "paused" | null;
}

async function attempt(
  { transport }: Mailing,
  writeMails: SendRound["writeMails"],
  updateId: number,
  member: Member,
): Promise<SendOutcome> {
  const written = await writeMails(updateId, [member]);
  const message = written?.messages[0];
  if (!message) return { outcome: "refused", permanent: true, problem: "nothing-to-say" };
  return transport.send(message, {
    idempotencyKey: member.publicId,
    signal: AbortSignal.timeout(tryAtMostSeconds * 1000),
    lane: "bulk",
  });
}

/** A batch is done when none of its mails waits; else it is due when the first of them is. */
async function closeBatch(db: Db, id: number): Promise<void> {
  await db.$client`
    update delivery_batches b set lease_until = null,
      state = case when w.mails = 0 then 'accepted' else 'queued' end::delivery_batch_state,
      settled_at = case when w.mails = 0 then now() end,
      due_at = case when b.problem = 'warm-up' then greatest(b.due_at, now()) else coalesce(w.due_at, b.due_at) end
    from (select count(*) as mails, min(greatest(due_at, now())) as due_at from deliveries
      where id = any ((select delivery_ids from delivery_batches where id = ${id})::bigint[])
        and state in ('queued', 'claimed')) as w
    where b.id = ${id} and b.state = 'queued'`;
}
