import { dayInNewYork, type Meeting } from "./meetings/meeting.ts";
import { trustInMeeting } from "./meetings/trust.ts";

/** A day after which it is too late: for the handover, to hold shares for the vote, to vote. */
export type Deadline = { kind: "handover" | "record" | "vote"; on: string; daysLeft: number };

/**
 * Returns the days still ahead at `now`, soonest first, as days in New York. Those of a meeting appear only
 * once an organizer has verified them.
 */
export function upcomingDeadlines(handoverOn: string | null, meeting: Meeting | null, now: Date): Deadline[] {
  const today = dayInNewYork(now);
  const known = meeting && trustInMeeting(meeting, now) !== "unverified" ? meeting : null;
  const voting = known?.voteBy && known.voteBy > now ? dayInNewYork(known.voteBy) : null;
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
