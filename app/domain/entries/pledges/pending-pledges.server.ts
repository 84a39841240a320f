import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { pledgeStage } from "#app/domain/campaign/meetings/meeting.ts";
import { findMeeting } from "#app/domain/campaign/meetings/queries.server.ts";
import { neverWriteAbout } from "#app/domain/entries/never-write.server.ts";
import { remindUnconfirmed } from "#app/domain/entries/remind-unconfirmed.server.ts";
import { confirmationsPerDay } from "#app/domain/entries/signatures/signature.ts";
import { pledgeOf } from "#app/domain/queue/asked-since.ts";
import { queueSupporterEmail } from "#app/domain/queue/queue-supporter-email.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { pledges } from "#db/schema/index.ts";
import { lockPledge } from "./lock-pledge.server.ts";
import { withdrawLockedPledge } from "./withdraw-pledge.server.ts";

const notYetMailed = sql`${pledges.status} = 'email_pending'
  and not exists (select from outbox d where d.pledge_id = ${pledges.id})`;

/**
 * Emails the confirmation of the newest unconfirmed pledge, preferring one that no email mentioned yet;
 * without any, the state of the newest. The caller holds the lock on the person. The link keeps its expiry.
 */
export async function resendPledges(
  tx: Tx,
  { campaignId, supporterId }: { campaignId: number; supporterId: number },
  now: Date,
): Promise<void> {
  const [newest] = await tx
    .select({ id: pledges.id, status: pledges.status })
    .from(pledges)
    .where(
      and(
        eq(pledges.campaignId, campaignId),
        eq(pledges.supporterId, supporterId),
        inArray(pledges.status, ["email_pending", "active", "flagged"]),
      ),
    )
    .orderBy(
      desc(notYetMailed),
      desc(eq(pledges.status, "email_pending")),
      desc(pledges.createdAt),
      desc(pledges.id),
    )
    .limit(1);
  if (!newest) return;
  const about = { campaignId, supporterId, pledgeId: newest.id };
  await queueSupporterEmail(
    tx,
    newest.status === "email_pending"
      ? { ...about, template: "confirm-pledge", limit: "kind", atMostPerDay: confirmationsPerDay }
      : { ...about, template: "already-pledged" },
    now,
  );
}

/** `neverWriteAbout` for pledges: withdraws all versions of the confirmed pledge. */
export const neverWritePledge = neverWriteAbout({
  lock: lockPledge,
  waits: ({ status }) => status === "email_pending",
  remove: (tx, { id }) => tx.delete(pledges).where(eq(pledges.id, id)),
  withdraw: (tx, { series }, now, keys) => withdrawLockedPledge(tx, keys, series, now),
});

/** Queues one reminder for each unconfirmed pledge, while its meeting is still open for votes. */
export const remindPendingPledges = (db: Db, now = new Date()): Promise<number> =>
  remindUnconfirmed(
    db,
    {
      table: pledges,
      waits: sql`e.status = 'email_pending'`,
      entry: pledgeOf("e"),
      template: "confirm-pledge-reminder",
      named: "pledgeId",
      limit: "kind",
      isOver: (id) => isVoted(db, id, now),
    },
    now,
  );

async function isVoted(db: Db, id: number, now: Date): Promise<boolean> {
  const [pledge] = await db
    .select({ campaignId: pledges.campaignId, meetingId: pledges.meetingId })
    .from(pledges)
    .where(eq(pledges.id, id));
  const meeting = pledge && (await findMeeting(db, pledge));
  return !meeting || pledgeStage(meeting, now) === "outcome";
}
