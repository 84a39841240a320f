import { dayInNewYork, type Meeting } from "./meeting.ts";
import { trustInMeeting } from "./trust.ts";

/** The day (`YYYY-MM-DD`, in New York) on which voting ends, as far as it is known and checked. */
export function votingEndsOn(meeting: Meeting, now: Date): string | null {
  if (trustInMeeting(meeting, now) !== "verified") return null;
  const end = meeting.voteBy ?? meeting.meetingAt;
  return end ? dayInNewYork(end) : meeting.meetingOn;
}
