import ical, { ICalAlarmType, ICalCalendarMethod } from "ical-generator";

/** A date in a calendar. `day`: all day, `YYYY-MM-DD`. */
export type CalendarDate = {
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
