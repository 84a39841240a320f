import { sql } from "drizzle-orm";
import { hasRight } from "#app/domain/access/has-right.server.ts";
import { queueEmails } from "#app/domain/queue/queue-emails.server.ts";
import { type Actor, recordAudit } from "#app/domain/record/record.server.ts";
import type { Db, Tx } from "#db/index.ts";
import type { DispatchPauseReason } from "./dispatch.ts";
import { lockDispatch, type OnDispatch } from "./lock-dispatch.server.ts";

type Pause = { dispatchId: number; reason: DispatchPauseReason; actor: Actor };

/**
 * Pauses a dispatch being sent; calls under way are settled as they end. Unless an organizer paused it,
 * emails the approvers. False when it was not being sent.
 */
export async function pauseSending(
  tx: Tx,
  { dispatchId, reason, actor }: Pause,
  now: Date,
): Promise<boolean> {
  const at = now.toISOString();
  const [paused] = await tx.execute<{ publicId: string; campaignId: number }>(sql`
    update letter_dispatches set state = 'paused', paused_at = ${at}, pause_reason = ${reason}
    where id = ${dispatchId} and state = 'sending'
    returning public_id as "publicId", campaign_id as "campaignId"`);
  if (!paused) return false;
  const { publicId: subject, campaignId } = paused;
  await recordAudit(tx, { actor, action: "dispatch-paused", campaignId, subject, detail: { reason } }, now);
  if (reason !== "organizer") await queueApproverEmails(tx, { dispatchId, template: "dispatch-paused" }, now);
  return true;
}

/** Queues an email about a dispatch to everyone who may approve it. */
export async function queueApproverEmails(
  tx: Tx,
  { dispatchId, template }: { dispatchId: number; template: "dispatch-waits" | "dispatch-paused" },
  now: Date,
): Promise<void> {
  const email = {
    organizerId: sql`o.id`,
    campaignId: sql`x.campaign_id`,
    dispatchId: sql`x.id`,
    createdAt: now,
  };
  const from = sql`from letter_dispatches x join campaign_organizers m on m.campaign_id = x.campaign_id
    join organizers o on o.id = m.organizer_id
    where x.id = ${dispatchId} and ${hasRight("approve", "m")}
      and o.activated_at is not null and o.disabled_at is null`;
  await queueEmails(tx, template, email, from);
}

/** Stops a dispatch by the wish of an organizer or the operator. */
export async function pauseDispatch(
  db: Db,
  input: OnDispatch,
  now = new Date(),
): Promise<{ outcome: "paused" | "not-sending" }> {
  return db.transaction(async (tx) => {
    const dispatch = await lockDispatch(tx, input, "write");
    if (!dispatch) return { outcome: "not-sending" };
    const pause = { dispatchId: dispatch.id, reason: "organizer", actor: input.actor } as const;
    return { outcome: (await pauseSending(tx, pause, now)) ? "paused" : "not-sending" };
  });
}
