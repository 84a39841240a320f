import { z } from "zod";
import { momentInZone } from "#app/domain/base/clock.ts";
import { dayInZone } from "#app/domain/base/zone-clock.ts";
import {
  agreeOnSource,
  dayField,
  httpsField,
  numberField,
  type Refuse,
  refusing,
  sourceFields,
  sourceOf,
  timeField,
} from "../forms/source-form.ts";
import { type Meeting, type MeetingStatus, meetingStatuses } from "./meeting.ts";

/** What organizers enter about a meeting. */
export type MeetingValues = Pick<
  Meeting,
  | "status"
  | "meetingOn"
  | "meetingAt"
  | "recordDate"
  | "ballotOpenOn"
  | "voteBy"
  | "planVoteBy"
  | "proposalDeadline"
  | "proxyFiledOn"
  | "portalUrl"
  | "sourceUrl"
  | "asOf"
>;

const fields = (now: Date) => ({
  /** Fingerprint of the meeting when the edit began; empty for a new one. */
  seen: z.string().max(100).optional(),
  status: z.enum(meetingStatuses, "status-missing"),
  meeting_on: dayField,
  meeting_time: timeField,
  record_date: dayField,
  ballot_open_on: dayField,
  vote_by: dayField,
  vote_by_time: timeField,
  plan_vote_by: dayField,
  plan_vote_by_time: timeField,
  proposal_deadline: dayField,
  proxy_filed_on: dayField,
  portal_url: httpsField,
  ...sourceFields(now),
});
type MeetingForm = z.output<z.ZodObject<ReturnType<typeof fields>>>;

/** When and where a form is filled in: days and times are in the company's zone. */
export type FormClock = { now: Date; zone: string };

/** Parses a meeting's days, and its moments as day and time. `year` names it. */
export const meetingForm = (clock: FormClock, year: number) =>
  z.object(fields(clock.now)).superRefine((form, issue) => agree({ ...form, year }, clock, refusing(issue)));

/** Parses a new meeting, with its year: it never changes. */
export const newMeetingForm = (clock: FormClock) =>
  z
    .object({ year: numberField(2000, clock.now.getUTCFullYear() + 3), ...fields(clock.now) })
    .superRefine((form, issue) => agree(form, clock, refusing(issue)));

const moments = [
  ["meeting_on", "meeting_time"],
  ["vote_by", "vote_by_time"],
  ["plan_vote_by", "plan_vote_by_time"],
] as const;

/** Checks that span several fields. */
function agree(form: MeetingForm & { year: number }, { now, zone }: FormClock, refuse: Refuse): void {
  for (const [day, time] of moments) {
    const [on, at] = [form[day], form[time]];
    if (on === null && at !== null) refuse(day, "day-for-time");
    if (on !== null && at === null && day !== "meeting_on") refuse(time, "time-missing");
    if (on === null || at === null) continue;
    const moment = momentInZone(zone, on, at);
    if (!moment.ok) refuse(time, `time-${moment.problem}`);
  }
  const voteBy = { on: form.vote_by, at: momentOf(form, "vote_by", zone) };
  const planVoteBy = { on: form.plan_vote_by, at: momentOf(form, "plan_vote_by", zone) };
  const dates = { ...meetingOfForm(form, zone), year: form.year, voteBy, planVoteBy };
  agreeOnDates(dates, dayInZone(zone, now), refuse);
  agreeOnSource(form, refuse);
}

function momentOf(
  form: MeetingForm,
  day: "vote_by" | "plan_vote_by" | "meeting_on",
  zone: string,
): Date | null {
  const time = day === "meeting_on" ? form.meeting_time : form[`${day}_time`];
  const on = form[day];
  if (on === null || time === null) return null;
  const moment = momentInZone(zone, on, time);
  return moment.ok ? moment.at : null;
}

/** Reads a company's meeting in a zone from a filled form. */
export const meetingOfForm = (form: MeetingForm, zone: string): MeetingValues => ({
  status: form.status,
  meetingOn: form.meeting_on,
  meetingAt: momentOf(form, "meeting_on", zone),
  recordDate: form.record_date,
  ballotOpenOn: form.ballot_open_on,
  voteBy: momentOf(form, "vote_by", zone),
  planVoteBy: momentOf(form, "plan_vote_by", zone),
  proposalDeadline: form.proposal_deadline,
  proxyFiledOn: form.proxy_filed_on,
  portalUrl: form.portal_url,
  ...sourceOf(form),
});

/** A meeting's dates from a form: days in the company's zone, times with their day there. */
type TypedDates = {
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
function agreeOnDates(dates: TypedDates, today: string, refuse: Refuse): void {
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
