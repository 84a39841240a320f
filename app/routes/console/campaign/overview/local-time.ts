const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Writes the day of an ISO moment by its own offset: 24 Nov. */
export const dayOf = (at: string) => `${Number(at.slice(8, 10))} ${months[Number(at.slice(5, 7)) - 1]}`;

/** Adds the year if it is not that of `asOf`: 3 Feb 2027. */
export const dateOf = (at: string, asOf: string) =>
  at.slice(0, 4) === asOf.slice(0, 4) ? dayOf(at) : `${dayOf(at)} ${at.slice(0, 4)}`;

/** Writes that clock's time: 14:05. */
export const timeOf = (at: string) => at.slice(11, 16);

/** Writes both: 24 Nov 2026, 14:05. */
export const momentOf = (at: string) => `${dayOf(at)} ${at.slice(0, 4)}, ${timeOf(at)}`;

/** Returns the day so many days after `at`. */
export function dayAfter(at: string, days: number): string {
  const day = new Date(`${at.slice(0, 10)}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return dateOf(day.toISOString(), at);
}
