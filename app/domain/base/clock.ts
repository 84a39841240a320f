import { DateTime } from "luxon";
import { meetingZone } from "./new-york.ts";

const hour = 3_600_000;

/** Nine in the morning of a day (`YYYY-MM-DD`), so many days before it, by the clocks of a zone. */
export const nineOn = (day: string, zone: string, daysBefore = 0): Date =>
  DateTime.fromISO(`${day}T09:00`, { zone }).minus({ days: daysBefore }).toJSDate();

/** The first moment of a day in New York, so many days after it. */
export const startInNewYork = (day: string, daysAfter = 0): Date =>
  DateTime.fromISO(day, { zone: meetingZone }).plus({ days: daysAfter }).toJSDate();

/** The day of a moment in New York. */
export const dayOf = (at: Date): string =>
  DateTime.fromJSDate(at, { zone: meetingZone }).toFormat("yyyy-MM-dd");

/**
 * Returns 9:00 local time, so many days before the New York day of a moment, but at the latest two hours
 * before that moment.
 */
export const ahead = (of: Date, zone: string, daysBefore: number): Date =>
  earlier(nineOn(dayOf(of), zone, daysBefore), new Date(of.getTime() - 2 * hour));

export const earlier = (one: Date, other: Date): Date => (one < other ? one : other);

/** Returns the first 9:00 local time at which the day has begun in New York, so that nobody hears early. */
export function onceBegun(day: string, zone: string): Date {
  const nine = nineOn(day, zone);
  return nine < startInNewYork(day) ? nineOn(day, zone, -1) : nine;
}
