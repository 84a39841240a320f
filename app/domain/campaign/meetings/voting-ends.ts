import { dayInZone } from "#app/domain/base/zone-clock.ts";
import type { Meeting } from "./meeting.ts";
import { trustInMeeting } from "./trust.ts";

/** Returns the day (`YYYY-MM-DD`, in the company's zone) on which voting ends, if known and checked. */
export function votingEndsOn(meeting: Meeting, now: Date): string | null {
  if (trustInMeeting(meeting, now) !== "verified") return null;
  const end = meeting.voteBy ?? meeting.meetingAt;
  return end ? dayInZone(meeting.zone, end) : meeting.meetingOn;
}

/** Says why the line for owners cannot end on a day: it is past, or of another year than the line. */
export function ownersDayProblem(until: string, today: string): "past" | "other-year" | null {
  if (until < today) return "past";
  return until.slice(0, 4) === today.slice(0, 4) ? null : "other-year";
}
