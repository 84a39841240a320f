import { sql } from "drizzle-orm";
import { dayAfter, nineOn } from "#app/domain/base/clock.ts";
import { zoneOf } from "#app/domain/base/zone.ts";
import { dayInZone } from "#app/domain/base/zone-clock.ts";
import { pledgeStage } from "#app/domain/campaign/meetings/meeting.ts";
import { findMeeting } from "#app/domain/campaign/meetings/queries.server.ts";
import type { Db } from "#db/index.ts";
import { findInForce, lockPledge } from "./lock-pledge.server.ts";
import { lastVoteOf } from "./reminders/schedule.ts";

/** Hours for which the reminder is of use. */
const usefulHours = 24;

export type RemindTomorrow =
  | { outcome: "scheduled" | "already"; dueAt: Date }
  /** Their vote ends before. */
  | { outcome: "too-late" }
  /** No pledge in force that can be reminded of a vote. */
  | { outcome: "not-reminded" };

/**
 * Schedules one reminder for nine in the morning of the holder's next day. Once a pledge: who asks again
 * learns when it is or was due.
 */
export async function remindTomorrow(
  db: Db,
  { publicId }: { publicId: string },
  now = new Date(),
): Promise<RemindTomorrow> {
  return db.transaction(async (tx) => {
    const known = await lockPledge(tx, publicId);
    const pledge = known && (await findInForce(tx, known.series));
    const meeting = pledge && (await findMeeting(tx, pledge));
    if (
      !pledge ||
      !meeting ||
      pledge.kind === "fund" ||
      pledge.status !== "active" ||
      pledge.outcome !== "unknown" ||
      pledge.heldOnRecordDate === "no" ||
      !pledge.reminders
    )
      return { outcome: "not-reminded" };
    const [person] = await tx.execute<{ country: string }>(
      sql`select country from supporters where id = ${pledge.supporterId}`,
    );
    const zone = zoneOf(person?.country ?? "");
    const dueAt = nineOn(dayAfter(dayInZone(zone, now)), zone);
    const lastVote = lastVoteOf(meeting, pledge.holdingForm);
    if (pledgeStage(meeting, now) === "outcome" || (lastVote !== null && lastVote <= dueAt))
      return { outcome: "too-late" };
    const useful = new Date(dueAt.getTime() + usefulHours * 3_600_000);
    const uselessAt = lastVote !== null && lastVote < useful ? lastVote : useful;
    const [added] = await tx.execute(sql`
      insert into pledge_reminders (series, pledge_id, reminder, due_at, useless_at)
      values (${pledge.series}, ${pledge.id}, 'vote-tomorrow', ${dueAt.toISOString()},
        ${uselessAt.toISOString()})
      on conflict (series, reminder) do nothing returning id`);
    if (added) return { outcome: "scheduled", dueAt };
    const [kept] = await tx.execute<{ dueAt: string }>(sql`
      select due_at as "dueAt" from pledge_reminders
      where series = ${pledge.series} and reminder = 'vote-tomorrow'`);
    return { outcome: "already", dueAt: new Date(kept?.dueAt ?? dueAt) };
  });
}
