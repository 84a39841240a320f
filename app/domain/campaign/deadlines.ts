import { dayInZone } from "#app/domain/base/zone-clock.ts";
import type { Meeting } from "./meetings/meeting.ts";
import { trustInMeeting } from "./meetings/trust.ts";

/** A day after which it is too late: for the handover, to hold shares for the vote, to vote. */
export type Deadline = { kind: "handover" | "record" | "vote"; on: string; daysLeft: number };

/**
 * Returns the days still ahead at `now`, soonest first, by the clocks of its company. Those of a meeting appear
 * only once an organizer has verified them.
 */
export function upcomingDeadlines(
  { handoverOn, zone }: { handoverOn: string | null; zone: string },
  meeting: Meeting | null,
  now: Date,
): Deadline[] {
  const today = dayInZone(zone, now);
  const known = meeting && trustInMeeting(meeting, now) !== "unverified" ? meeting : null;
  const voting = known?.voteBy && known.voteBy > now ? dayInZone(zone, known.voteBy) : null;
  const days = [
    { kind: "handover", on: handoverOn },
    { kind: "record", on: known?.recordDate ?? null },
    { kind: "vote", on: voting },
  ] as const;
  return days
    .flatMap(({ kind, on }) =>
      on === null || on < today
        ? []
        : [{ kind, on, daysLeft: (Date.parse(on) - Date.parse(today)) / 86_400_000 }],
    )
    .sort((a, b) => a.on.localeCompare(b.on));
}
