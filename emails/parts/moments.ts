import { formatTime, type Locale, spoken, words } from "#app/i18n/index.ts";

const written = (locale: Locale, at: Date, zone: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(spoken[locale], { ...options, timeZone: zone }).format(at);

/** A day for a sentence: Monday, December 6, 2027. */
function dayIn(locale: Locale, at: Date, zone: string): string {
  const weekday = written(locale, at, zone, { weekday: "long" });
  const date = written(locale, at, zone, { day: "numeric", month: "long", year: "numeric" });
  return words(locale).reminderMail.day(weekday, date);
}

/** Writes a civil day (`YYYY-MM-DD`) with weekday. */
export const civilDay = (locale: Locale, day: string) => dayIn(locale, new Date(day), "UTC");

/** Names a time zone: in English by its city, elsewhere by the zone's name. */
function clocksOf(locale: Locale, zone: string, at: Date): string {
  const w = words(locale).reminderMail;
  const city = w.cities[zone];
  if (city) return w.inCity(city);
  if (locale === "en") return w.inCity((zone.split("/").at(-1) ?? zone).replaceAll("_", " "));
  const options = { timeZone: zone, timeZoneName: "longGeneric" } as const;
  const parts = new Intl.DateTimeFormat(spoken[locale], options).formatToParts(at);
  return w.byZone(parts.find(({ type }) => type === "timeZoneName")?.value ?? zone);
}

/** Writes a moment by the company's clocks and, where they differ, by the reader's. */
export function momentIn(
  locale: Locale,
  at: Date,
  { company, reader }: { company: string; reader: string },
): string {
  const w = words(locale).reminderMail;
  const clock = (of: string) => ({ day: dayIn(locale, at, of), time: formatTime(locale, at, of) });
  const [there, here] = [clock(company), clock(reader)];
  const moment = w.moment(there.day, there.time, clocksOf(locale, company, at));
  const clocks = clocksOf(locale, reader, at);
  if (here.day !== there.day) return w.both(moment, w.moment(here.day, here.time, clocks));
  return here.time === there.time ? moment : w.both(moment, w.sameDay(here.time, clocks));
}
