import { dayInZone } from "#app/domain/base/zone-clock.ts";
import type { Meeting } from "#app/domain/campaign/meetings/meeting.ts";
import type { HoldingForm } from "#app/domain/entries/pledges/pledge.ts";
import { formatDate, type Locale, words } from "#app/i18n/index.ts";
import type { Attachment } from "#app/mail/transport.ts";
import { type CalendarDate, writeCalendar } from "./calendar.ts";
import { lastVoteOf } from "./schedule.ts";

type HolderCalendar = {
  meeting: Meeting;
  company: string;
  holdingForm: HoldingForm;
  /** Whether to include the deadline for proposals. */
  coFiles: boolean;
  locale: Locale;
  /** The site's host. */
  host: string;
};

/**
 * Builds a calendar file of a meeting's dates still to come at `at`, for one who holds shares this way. The
 * words that a calendar shows at a glance name no company. Null when nothing is to come.
 */
export function holderCalendar(
  { meeting, company, holdingForm, coFiles, locale, host }: HolderCalendar,
  at: Date,
): Attachment | null {
  const { calendar } = words(locale).reminderMail;
  const { meetingOf } = words(locale).pledgeSummary.told;
  const { meetingOn, meetingAt, recordDate, proposalDeadline, asOf, verifiedAt } = meeting;
  const lastVote = lastVoteOf(meeting, holdingForm);
  const ofPlan = lastVote !== null && lastVote !== meeting.voteBy;
  const today = dayInZone(meeting.zone, at);
  const date = (what: string, summary: string) => ({
    name: `meeting-${meeting.id}-${what}`,
    summary,
    about: calendar.about(meetingOf(company, meeting.year), asOf && formatDate(locale, asOf)),
  });
  const onDay = (what: string, summary: string, day: string | null): CalendarDate[] =>
    day !== null && day >= today ? [{ ...date(what, summary), day }] : [];
  const atMoment = (what: string, summary: string, moment: Date, alarm: string | null): CalendarDate[] =>
    moment > at ? [{ ...date(what, summary), at: moment, alarm }] : [];

  const vote = ofPlan ? calendar.planLastVote : calendar.lastVote;
  const dates = [
    ...(coFiles ? onDay("proposals", calendar.proposals, proposalDeadline) : []),
    ...onDay("record-date", calendar.recordDate, recordDate),
    ...(lastVote ? atMoment(ofPlan ? "plan-vote" : "vote", vote, lastVote, calendar.soon) : []),
    ...(meetingAt
      ? atMoment("meeting", calendar.meeting, meetingAt, null)
      : onDay("meeting", calendar.meeting, meetingOn)),
  ];
  if (dates.length === 0 || verifiedAt === null) return null;
  return {
    filename: "meeting.ics",
    contentType: "text/calendar; charset=utf-8; method=PUBLISH",
    content: writeCalendar({ title: calendar.name, dates, checkedAt: verifiedAt, host }),
  };
}
