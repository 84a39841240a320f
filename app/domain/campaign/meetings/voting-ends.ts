import { dayInZone } from "#app/domain/base/zone-clock.ts";
import type { Meeting } from "./meeting.ts";
import { trustInMeeting } from "./trust.ts";

/**
 * The day (`YYYY-MM-DD`, in the zone of the company) on which voting ends, as far as it is known and
 * checked.
 */
export function votingEndsOn(meeting: Meeting, now: Date): string | null {
  if (trustInMeeting(meeting, now) !== "verified") return null;
  const end = meeting.voteBy ?? meeting.meetingAt;
  return end ? dayInZone(meeting.zone, end) : meeting.meetingOn;
}
