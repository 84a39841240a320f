import { type Locale, spoken, words } from "./index.ts";

/** A moment as the company tells its deadlines, in New York: "4 December 2026, 23:59 Eastern Time". */
export function formatEastern(locale: Locale, moment: Date): string {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(spoken[locale], { ...options, timeZone: "America/New_York" }).format(moment);
  const day = format({ dateStyle: "long" }).replaceAll(" ", "\u00a0");
  return words(locale).heldPledges.told.eastern(day, format({ timeStyle: "short" }));
}
