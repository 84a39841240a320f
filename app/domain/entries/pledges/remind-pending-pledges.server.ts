import { eq, sql } from "drizzle-orm";
import { pledgeStage } from "#app/domain/campaign/meetings/meeting.ts";
import { findMeeting } from "#app/domain/campaign/meetings/queries.server.ts";
import { remindUnconfirmed } from "#app/domain/entries/remind-unconfirmed.server.ts";
import type { Db } from "#db/index.ts";
import { pledges } from "#db/schema/index.ts";

/** Queues one reminder for each unconfirmed pledge, while its meeting is still open for votes. */
export const remindPendingPledges = (db: Db, now = new Date()): Promise<number> =>
  remindUnconfirmed(
    db,
    {
      table: pledges,
      waits: sql`e.status = 'email_pending'`,
      since: sql`e.created_at`,
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
