import { type Locale, words } from "./index.ts";

/**
 * Says how many emails ask about a fund holder's letter, by the reminders that have a day; null if none
 * does.
 */
export function describeFundAsks(locale: Locale, scheduled: readonly string[]): string | null {
  const { fundAsks } = words(locale).pledgeSummary.thanks;
  const asksLast = scheduled.includes("fund-letter-outcome");
  if (scheduled.includes("fund-letter-14")) return asksLast ? fundAsks.both : fundAsks.first;
  return asksLast ? fundAsks.last : null;
}
