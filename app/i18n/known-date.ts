import { formatDate, type Locale, spoken, words } from "./index.ts";

/** A date and how exactly it is known. */
type KnownDate = { on: string; precision: "day" | "month" | "year" | "by_month" };

const formatter = (locale: Locale, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(spoken[locale], { ...options, timeZone: "UTC" });

/** A day stays with its month, and a short word before the year with the year; between them a line may end. */
const bound = (date: string) =>
  date.replaceAll(" ", "\u00a0").replace(/\u00a0((?:\p{L}{1,2}\u00a0)?\d{4})$/u, " $1");

/** Binds a whole date: in headings, tables and lists of dates. */
export const unbroken = (date: string) => date.replaceAll(" ", "\u00a0");

/** Writes a month with its year: `2025-07` or a day of it as "July 2025". */
export const formatMonth = (locale: Locale, month: string) =>
  bound(formatter(locale, { month: "long", year: "numeric" }).format(new Date(`${month.slice(0, 7)}-01`)));

/** Writes a date no more exactly than it is known: September 26, 2025, April 2025, 2018. */
export function formatKnownDate(locale: Locale, { on, precision }: KnownDate): string {
  if (precision === "day") return bound(formatDate(locale, on));
  if (precision === "year") return on.slice(0, 4);
  if (precision === "by_month") return words(locale).common.dateByMonth(formatMonth(locale, on));
  return formatMonth(locale, on);
}
