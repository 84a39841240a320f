import { DateTime } from "luxon";
import { dayInZone } from "./zone-clock.ts";

const hour = 3_600_000;

/** Returns nine in the morning of a day (`YYYY-MM-DD`) in a zone, `daysBefore` days earlier. */
export const nineAm = (day: string, zone: string, daysBefore = 0): Date =>
  DateTime.fromISO(`${day}T09:00`, { zone }).minus({ days: daysBefore }).toJSDate();

/** Returns when a day begins in a zone, `daysAfter` days later. */
export const startOf = (day: string, zone: string, daysAfter = 0): Date =>
  DateTime.fromISO(day, { zone }).plus({ days: daysAfter }).toJSDate();

/** Time zones: a company's for its dates, a holder's for reminders. */
export type Zones = { company: string; holder: string };

/**
 * Returns 9:00 in the holder's zone, `daysBefore` days before the company's day of `of`, but at least two
 * hours before `of`.
 */
export const ahead = (of: Date, { company, holder }: Zones, daysBefore: number): Date =>
  earlier(nineAm(dayInZone(company, of), holder, daysBefore), new Date(of.getTime() - 2 * hour));

export const earlier = (one: Date, other: Date): Date => (one < other ? one : other);

/** Returns the first 9:00 of the holder at which the company's day has begun, so that no email is early. */
export function firstMorningOf(day: string, { company, holder }: Zones): Date {
  const nine = nineAm(day, holder);
  return nine < startOf(day, company) ? nineAm(day, holder, -1) : nine;
}

/** Returns the next day (`YYYY-MM-DD`). */
export const dayAfter = (day: string): string =>
  new Date(Date.parse(day) + 24 * hour).toISOString().slice(0, 10);

export type Moment =
  | { ok: true; at: Date }
  /** `skipped`: the time does not exist as clocks go forward. `twice`: it occurs twice as they go back. */
  | { ok: false; problem: "skipped" | "twice" };

/**
 * Finds the moment at which a zone's clocks show `day` (YYYY-MM-DD) and `time` (HH:MM). Guesses nothing:
 * where clocks change, the skipped hour has no moment and the repeated hour has two.
 */
export function momentInZone(zone: string, day: string, time: string): Moment {
  const read = DateTime.fromISO(`${day}T${time}`, { zone });
  if (read.toFormat("yyyy-MM-dd HH:mm") !== `${day} ${time}`) return { ok: false, problem: "skipped" };
  if (read.getPossibleOffsets().length > 1) return { ok: false, problem: "twice" };
  return { ok: true, at: read.toJSDate() };
}
