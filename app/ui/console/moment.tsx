import { formatTime } from "#app/i18n/index.ts";

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Writes the day of an ISO moment by its own offset: Nov 24. */
export const shortDay = (at: string) => `${months[Number(at.slice(5, 7)) - 1]} ${Number(at.slice(8, 10))}`;

/** Writes the same with its year: Nov 24, 2026. */
export const longDay = (at: string) => `${shortDay(at)}, ${at.slice(0, 4)}`;

/** Writes that clock's time: 2:05 p.m. */
export const clockTime = (at: string) => formatTime("en", `${at.slice(0, 16)}Z`);

const inUtc = (at: string | Date) => new Date(at).toISOString();

/** Writes a day for the console, in UTC: Nov 24, 2026. */
export const writeDay = (at: string | Date) => longDay(inUtc(at));

/** Writes a time for the console, in UTC: 2:08:40 p.m. */
export const writeClock = (at: string | Date) =>
  clockTime(inUtc(at)).replace("\u00a0", `:${inUtc(at).slice(17, 19)}\u00a0`);

/** Writes a moment for the console, in UTC: Nov 24, 2026, 2:08 p.m.; with `seconds`, 2:08:40 p.m. */
export const writeMoment = (at: string | Date, { seconds = false } = {}) =>
  `${writeDay(at)}, ${seconds ? writeClock(at) : clockTime(inUtc(at))}`;

/** Shows a UTC moment, machine-readable too. */
export function Moment({ at }: { at: string }) {
  return <time dateTime={at}>{writeMoment(at)}</time>;
}
