import { formatTime } from "#app/i18n/index.ts";

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Writes the day of an ISO moment by its own offset: Nov 24. */
export const dayOf = (at: string) => `${months[Number(at.slice(5, 7)) - 1]} ${Number(at.slice(8, 10))}`;

/** Adds the year if it is not that of `asOf`: Feb 3, 2027. */
export const dateOf = (at: string, asOf: string) =>
  at.slice(0, 4) === asOf.slice(0, 4) ? dayOf(at) : `${dayOf(at)}, ${at.slice(0, 4)}`;

/** Writes that clock's time: 2:05 p.m. */
export const timeOf = (at: string) => formatTime("en", `${at.slice(0, 16)}Z`);

/** Writes both: Nov 24, 2026, 2:05 p.m. */
export const momentOf = (at: string) => `${dayOf(at)}, ${at.slice(0, 4)}, ${timeOf(at)}`;

/** Returns the day so many days after `at`. */
export function dayAfter(at: string, days: number): string {
  const day = new Date(`${at.slice(0, 10)}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return dateOf(day.toISOString(), at);
}
