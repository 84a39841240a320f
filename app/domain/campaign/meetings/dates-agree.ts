import type { MeetingStatus } from "./meeting.ts";
import type { Refuse } from "./source-form.ts";

/** A meeting's dates from a form: days in the company's zone, times with their day there. */
export type TypedDates = {
  year: number;
  status: MeetingStatus;
  meetingOn: string | null;
  meetingAt: Date | null;
  recordDate: string | null;
  ballotOpenOn: string | null;
  voteBy: TypedMoment;
  planVoteBy: TypedMoment;
  proposalDeadline: string | null;
  proxyFiledOn: string | null;
};
type TypedMoment = { on: string | null; at: Date | null };

/** True if both are known and the first is later. */
const isAfter = <T extends string | Date>(one: T | null, other: T | null) =>
  one !== null && other !== null && one > other;

/**
 * Refuses dates that no meeting can have. What is wrong with two columns the database refuses as well; what
 * hangs on today is refused here alone.
 */
export function agreeOnDates(dates: TypedDates, today: string, refuse: Refuse): void {
  const { meetingOn, status, voteBy, planVoteBy } = dates;
  if (status !== "expected" && meetingOn === null) refuse("meeting_on", "meeting-day-missing");
  if (meetingOn !== null && !meetingOn.startsWith(`${dates.year}-`)) refuse("meeting_on", "other-year");
  if ((status === "announced" || status === "open") && isAfter(today, meetingOn))
    refuse("status", "open-too-late");
  if ((status === "closed" || status === "results") && isAfter(meetingOn, today))
    refuse("status", "closed-too-early");

  // Voting that is open without a day opens today, as `saveMeeting` stores it.
  const opensOn = dates.ballotOpenOn ?? (status === "open" ? today : null);
  const after = [
    ["record_date", dates.recordDate, meetingOn, "after-meeting"],
    ["record_date", dates.recordDate, voteBy.on, "record-after-vote"],
    ["record_date", dates.recordDate, planVoteBy.on, "record-after-vote"],
    ["ballot_open_on", opensOn, meetingOn, "after-meeting"],
    ["ballot_open_on", opensOn, voteBy.on, "opens-after-vote"],
    ["ballot_open_on", dates.recordDate, opensOn, "opens-before-record"],
    ["vote_by", voteBy.on, meetingOn, "after-meeting"],
    ["vote_by", voteBy.at, dates.meetingAt, "after-meeting-time"],
    ["plan_vote_by", planVoteBy.on, meetingOn, "after-meeting"],
    ["plan_vote_by", planVoteBy.at, dates.meetingAt, "after-meeting-time"],
    ["plan_vote_by", planVoteBy.at, voteBy.at, "plan-after-vote"],
    ["proposal_deadline", dates.proposalDeadline, meetingOn, "after-meeting"],
    ["proxy_filed_on", dates.proxyFiledOn, meetingOn, "after-meeting"],
  ] as const;
  const refused = new Set<string>();
  for (const [field, one, other, code] of after) {
    if (refused.has(field) || !isAfter<string | Date>(one, other)) continue;
    refused.add(field);
    refuse(field, code);
  }
}
