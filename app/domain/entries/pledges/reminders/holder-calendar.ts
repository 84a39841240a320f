import ical, { ICalAlarmType, ICalCalendarMethod } from "ical-generator";
import { dayInZone } from "#app/domain/base/zone-clock.ts";
import type { Meeting } from "#app/domain/campaign/meetings/meeting.ts";
import type { HoldingForm } from "#app/domain/entries/pledges/pledge.ts";
import { formatDate, type Locale, words } from "#app/i18n/index.ts";
import type { Attachment } from "#app/mail/transport.ts";
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

/** A date in a calendar. `day`: all day, `YYYY-MM-DD`. */
type CalendarDate = {
  /** A moved date keeps its name, so that calendars move it too. */
  name: string;
  summary: string;
  about: string;
} & ({ day: string } | { at: Date; alarm: string | null });

type Calendar = {
  title: string;
  dates: readonly CalendarDate[];
  /** When these dates were verified, later for moved ones: the same rows make the same file. */
  checkedAt: Date;
  /** The site's host, for the names of the dates. */
  host: string;
};

const daySeconds = 86_400;
const countedFrom = Date.parse("2026-01-01T00:00:00Z");

/**
 * Writes dates as a calendar file (RFC 5545), with nothing about a person. Moments are in UTC; one with an
 * alarm warns three days and one day before.
 */
export function writeCalendar({ title, dates, checkedAt, host }: Calendar): string {
  const calendar = ical({
    prodId: { company: "Undersigned", product: "Dates", language: "EN" },
    method: ICalCalendarMethod.PUBLISH,
    name: title,
  });
  // A calendar moves an event when its sequence number grows (RFC 5545, 3.8.7.4).
  const sequence = Math.max(0, Math.floor((checkedAt.getTime() - countedFrom) / 1000));
  for (const date of dates) {
    const event = calendar.createEvent({
      id: `${date.name}@${host}`,
      stamp: checkedAt,
      sequence,
      summary: date.summary,
      description: date.about,
      ...("day" in date ? { start: new Date(date.day), allDay: true, timezone: "UTC" } : { start: date.at }),
    });
    if (!("alarm" in date) || date.alarm === null) continue;
    for (const days of [3, 1]) {
      event.createAlarm({ type: ICalAlarmType.display, trigger: days * daySeconds, description: date.alarm });
    }
  }
  // Every line ends in a line break, including the last.
  return `${calendar.toString()}\r\n`;
}
