import { sql } from "drizzle-orm";
import { dayAfter, nineAm } from "#app/domain/base/clock.ts";
import { zoneOf } from "#app/domain/base/zone.ts";
import { dayInZone } from "#app/domain/base/zone-clock.ts";
import { pledgeStage } from "#app/domain/campaign/meetings/meeting.ts";
import { findMeeting } from "#app/domain/campaign/meetings/queries.server.ts";
import type { Db } from "#db/index.ts";
import { findInForce, lockPledge } from "./lock-pledge.server.ts";
import { endOfVoting } from "./reminders/schedule.ts";

/** Hours for which the reminder is of use. */
const usefulHours = 24;

export type RemindTomorrow =
  | { outcome: "scheduled" | "already"; dueAt: Date }
  /** Their vote ends before. */
  | { outcome: "too-late" }
  /** No pledge in force that can be reminded of a vote. */
  | { outcome: "not-reminded" };

/**
 * Schedules one reminder for nine in the morning of the holder's next day. One at a time: who asks again
 * before it went learns when it is due.
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
    const dueAt = nineAm(dayAfter(dayInZone(zone, now)), zone);
    const end = endOfVoting(meeting, pledge.holdingForm);
    if (pledgeStage(meeting, now) === "outcome" || (end !== null && end <= dueAt))
      return { outcome: "too-late" };
    const useful = new Date(dueAt.getTime() + usefulHours * 3_600_000);
    const uselessAt = end !== null && end < useful ? end : useful;
    const [added] = await tx.execute(sql`
      insert into pledge_reminders as r (series, pledge_id, reminder, due_at, useless_at)
      values (${pledge.series}, ${pledge.id}, 'vote-tomorrow', ${dueAt.toISOString()},
        ${uselessAt.toISOString()})
      on conflict (series, reminder) do update
        set due_at = excluded.due_at, useless_at = excluded.useless_at, state = 'scheduled', reason = null,
          queued_at = null
        where r.state <> 'scheduled' returning id`);
    if (added) return { outcome: "scheduled", dueAt };
    const [kept] = await tx.execute<{ dueAt: string }>(sql`
      select due_at as "dueAt" from pledge_reminders
      where series = ${pledge.series} and reminder = 'vote-tomorrow'`);
    return { outcome: "already", dueAt: new Date(kept?.dueAt ?? dueAt) };
  });
}
