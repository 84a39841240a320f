import { shortDay as dayOf, longDay, clockTime as timeOf } from "#app/ui/console/moment.tsx";

export { dayOf, timeOf };

/** Adds the year if it is not that of `asOf`: Feb 3, 2027. */
export const dateOf = (at: string, asOf: string) =>
  at.slice(0, 4) === asOf.slice(0, 4) ? dayOf(at) : longDay(at);

/** Writes both: Nov 24, 2026, 2:05 p.m. */
export const momentOf = (at: string) => `${longDay(at)}, ${timeOf(at)}`;
