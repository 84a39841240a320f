/** The order of a date that does not begin with the year: 3/4/2026 is in March or April. */
export const dayOrders = ["ymd", "mdy", "dmy"] as const;
export type DayOrder = (typeof dayOrders)[number];

const numbers = /^(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})(?:[T ,].*)?$/;

/**
 * Reads a day as lists write it: 2026-04-03, 2026-04-03 12:33:44, 4/3/2026 or 3.4.2026 by the given order.
 * Ignores what follows the day: an hour does not matter, and its zone is seldom given. Null for what is no
 * day.
 */
export function readDay(text: string, order: DayOrder): string | null {
  const [, first = "", second = "", third = ""] = numbers.exec(text.trim()) ?? [];
  if (first.length === 4) return dayOf(first, second, third);
  if (third.length !== 4) return null;
  if (order === "ymd") {
    // The year is last and no order was given: read only if just one order is possible.
    if (Number(first) > 12) return dayOf(third, second, first);
    if (Number(second) > 12) return dayOf(third, first, second);
    return Number(first) === Number(second) ? dayOf(third, first, second) : null;
  }
  return order === "mdy" ? dayOf(third, first, second) : dayOf(third, second, first);
}

function dayOf(year: string, month: string, day: string): string | null {
  if (day.length > 2) return null;
  const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const date = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(text)) return null;
  return text >= "1990-01-01" ? text : null;
}

/** True for a day of the calendar as `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^(19|20)\d\d-\d\d-\d\d$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
