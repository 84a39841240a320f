import ical, { ICalAlarmType, ICalCalendarMethod } from "ical-generator";

/** A date as a calendar shows it. `day`: the whole of it, `YYYY-MM-DD`. */
export type CalendarDate = {
  /** The same date keeps its name when it is moved, so that a calendar moves it too. */
  name: string;
  summary: string;
  about: string;
} & ({ day: string } | { at: Date; alarm: string | null });

type Calendar = {
  title: string;
  dates: readonly CalendarDate[];
  /** When these dates were checked: the same rows make the same file. */
  checkedAt: Date;
  /** Of the site, for the names of the dates. */
  host: string;
};

const daySeconds = 86_400;

/**
 * Dates as a calendar file (RFC 5545), with nothing in it about a person. Moments are in UTC; one with an alarm
 * warns three days and one day before.
 */
export function writeCalendar({ title, dates, checkedAt, host }: Calendar): string {
  const calendar = ical({
    prodId: { company: "Undersigned", product: "Dates", language: "EN" },
    method: ICalCalendarMethod.PUBLISH,
    name: title,
  });
  for (const date of dates) {
    const event = calendar.createEvent({
      id: `${date.name}@${host}`,
      stamp: checkedAt,
      summary: date.summary,
      description: date.about,
      ...("day" in date ? { start: new Date(date.day), allDay: true, timezone: "UTC" } : { start: date.at }),
    });
    if (!("alarm" in date) || date.alarm === null) continue;
    for (const days of [3, 1]) {
      event.createAlarm({
        type: ICalAlarmType.display,
        trigger: days * daySeconds,
        description: date.alarm,
      });
    }
  }
  // Every line ends in a line break, the last as well.
  return `${calendar.toString()}\r\n`;
}
