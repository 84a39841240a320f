import { sql } from "drizzle-orm";
import { pauseSending } from "#app/domain/outgoing/dispatches/pause-dispatch.server.ts";
import type { Fate } from "#app/mail/mail-event.ts";
import type { Tx } from "#db/index.ts";

/** Reports that pause everything to a recipient. */
const stops: readonly Fate[] = ["hard-bounce", "complained", "suppressed", "failed"];

/**
 * Pauses everything being sent to a recipient after a hard bounce, a complaint or a suppression by the
 * provider, or two bounces in a row. True when it paused something.
 */
export async function pauseAfterBounce(tx: Tx, recipientId: number, fate: Fate, now: Date): Promise<boolean> {
  if (stops.includes(fate) || (fate === "soft-bounce" && (await twoInARow(tx, recipientId)))) {
    return pauseRecipient(tx, recipientId, now);
  }
  return false;
}

async function twoInARow(tx: Tx, recipientId: number): Promise<boolean> {
  const last = await tx.execute<{ state: string }>(sql`
    select state from outbox
    where letter_recipient_id = ${recipientId} and state in ('delivered', 'bounced', 'complained')
    order by settled_at desc, id desc limit 2`);
  return last.length === 2 && last.every(({ state }) => state === "bounced");
}

/** Pauses everything being sent to a recipient. True when there was something. */
export async function pauseRecipient(tx: Tx, recipientId: number, now: Date): Promise<boolean> {
  const sending = await tx.execute<{ id: number }>(sql`
    select id::float8 as id from letter_dispatches where recipient_id = ${recipientId} and state = 'sending'
    order by id for update`);
  for (const { id } of sending) {
    await pauseSending(tx, { dispatchId: id, reason: "bounces", actor: "system" }, now);
  }
  return sending.length > 0;
}
