import { sql } from "drizzle-orm";
import type { StopReason } from "#app/domain/outgoing/updates/update.ts";
import { leaseSeconds } from "#app/domain/queue/email.ts";
import { frameFrom } from "#app/domain/queue/frame.server.ts";
import type { Mailing } from "#app/domain/queue/mailing.ts";
import type { Message } from "#app/mail/transport.ts";
import type { Db } from "#db/index.ts";
import { endingOfMember, endUpdateEmails } from "./end-emails.server.ts";
import { findSuppressedMembers, lockMembers, stepOf } from "./lock-batch.server.ts";
import { Paused, refusePaused } from "./refuse-paused.server.ts";
import { CapUsedUp, countTowardWarmUp, warmUpCap } from "./warm-up.server.ts";
import { prepared, Unwritable, type WriteMails } from "./write-mails.server.ts";

export type OneClaim =
  | { outcome: "claimed"; attempts: number; message: Message }
  /** It ended unsent, or another worker has it. */
  | { outcome: "settled" }
  | { outcome: "paused" }
  /** It cannot be rendered as approved. */
  | { outcome: "unwritable"; why: StopReason }
  /** The warm-up cap is reached until then. */
  | { outcome: "capped"; until: Date };

/**
 * Claims one email of an update just before it is sent: checks again that the update is being sent, consent,
 * suppression and the day's cap. The claim is committed before the caller sends it.
 */
export async function claimOne(
  db: Db,
  mailing: Mailing,
  writeMails: WriteMails,
  { updateId, id }: { updateId: number; id: number },
): Promise<OneClaim> {
  try {
    return await prepared(() => claim(db, mailing, writeMails, { updateId, id }));
  } catch (error) {
    if (error instanceof Unwritable) return { outcome: "unwritable", why: error.why };
    if (error instanceof Paused) return { outcome: "paused" };
    if (error instanceof CapUsedUp) return claimOne(db, mailing, writeMails, { updateId, id });
    throw error;
  }
}

function claim(
  db: Db,
  { transport, keys, warmUp }: Mailing,
  writeMails: WriteMails,
  { updateId, id }: { updateId: number; id: number },
) {
  return db.transaction(async (tx): Promise<OneClaim> => {
    const [sending] = await tx.execute<{ approvedFrame: string | null; step: string | null }>(sql`
        select approved_frame::text as "approvedFrame", ${stepOf} as step from updates u
        where id = ${updateId} and state = 'sending'
          and campaign_id not in (select id from campaigns where frozen_at is not null)
          and not exists (select from switches where name = 'sending-paused')`);
    if (!sending) return { outcome: "paused" };
    const [member] = await lockMembers(tx, [id], sending.step);
    if (member?.state !== "queued") return { outcome: "settled" };
    const ending = endingOfMember(member, await findSuppressedMembers(tx, keys, [member]));
    if (ending) {
      await endUpdateEmails(tx, [{ id, ending }]);
      return { outcome: "settled" };
    }
    const cap = await warmUpCap(tx, warmUp);
    if (cap.left === 0) return { outcome: "capped", until: cap.tomorrow };
    const written = writeMails(updateId, [member], frameFrom(sending.approvedFrame));
    const [message] = written.messages as [Message];
    await tx.execute(sql`
        update outbox set state = 'claimed', attempts = attempts + 1, transport = ${transport.name},
          problem = null, lease_until = now() + make_interval(secs => ${leaseSeconds})
        where id = ${id}`);
    await countTowardWarmUp(tx, 1, cap);
    await refusePaused(tx, updateId);
    return { outcome: "claimed", attempts: member.attempts + 1, message };
  });
}
