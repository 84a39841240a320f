import en from "./en/index.ts";
import { languages } from "./languages.ts";

export type Words = typeof en;

type Branch = Record<string, unknown>;

const isBranch = (value: unknown): value is Branch =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What a catalogue leaves out is said in English. */
function withFallback(fallback: Branch, own: Branch): Branch {
  const merged = { ...fallback };
  for (const [key, value] of Object.entries(own)) {
    const base = merged[key];
    merged[key] = isBranch(base) && isBranch(value) ? withFallback(base, value) : value;
  }
  return merged;
}

/**
 * The code of a language: English or one that was found. The compiler knows all that are found by the one
 * that code and tests name, so that a further one needs no line of it.
 */
export type Locale = "en" | "es";

/** English is the first, and has no prefix in addresses. */
export const locales = ["en", ...Object.keys(languages).filter((code) => code !== "en")] as readonly Locale[];

const catalogues = Object.fromEntries(
  Object.entries<Branch>({ en, ...languages }).map(([locale, own]) => [locale, withFallback(en, own)]),
) as Record<Locale, Words>;

/**
 * Returns a language's words as a tree: `words("en").sign.button`. Words with values in them are functions.
 */
export const words = (locale: Locale): Words => catalogues[locale];

const ofEach = <T>(make: (locale: Locale) => T) =>
  Object.fromEntries(locales.map((locale) => [locale, make(locale)])) as Record<Locale, T>;

/** The language that dates, numbers and countries are written in, by its tag. */
export const spoken: Record<Locale, string> = ofEach((locale) => words(locale).language.tag);

/** Writes a whole number for readers: 38,412. */
export const formatNumber = (locale: Locale, value: number | bigint) =>
  new Intl.NumberFormat(spoken[locale]).format(value);

/** Writes a file's size for readers: 6.4 MB. */
export const formatSize = (locale: Locale, bytes: number) => {
  const [unit, of] = bytes < 1_000_000 ? ["kilobyte", 1000] : ["megabyte", 1_000_000];
  const format = new Intl.NumberFormat(spoken[locale], { style: "unit", unit, maximumFractionDigits: 1 });
  return format.format(bytes / of);
};

/** Writes a decimal string as dollars, cut to so many decimals: $12,345.67. */
export const formatDollars = (locale: Locale, amount: string, decimals = 2) => {
  const [whole = "0", fraction = ""] = amount.split(".");
  const digits = fraction.replace(/0{1,20}$/, "").slice(0, decimals);
  return `$${formatNumber(locale, BigInt(whole))}${digits && `.${digits.padEnd(2, "0")}`}`;
};

// A formatter costs far more to make than to use.
const dayFormats = ofEach(
  (locale) => new Intl.DateTimeFormat(spoken[locale], { dateStyle: "long", timeZone: "UTC" }),
);

/** Writes a date by its day in UTC: November 24, 2026. */
export const formatDate = (locale: Locale, date: Date | string) => dayFormats[locale].format(new Date(date));

const timeFormats = new Map<string, Intl.DateTimeFormat>();

/** Writes a time of day by a zone's clocks: 11:59 p.m. */
export function formatTime(locale: Locale, date: Date | string, timeZone = "UTC"): string {
  const key = `${locale} ${timeZone}`;
  const format =
    timeFormats.get(key) ??
    new Intl.DateTimeFormat(spoken[locale], { hour: "numeric", minute: "2-digit", timeZone });
  timeFormats.set(key, format);
  const time = format.format(new Date(date)).replace(/\s/gu, "\u00a0");
  return time.replace("AM", "a.m.").replace("PM", "p.m.");
}

/**
 * Puts `path` into the language's tree: English has no prefix. Of several slashes at its head, which browsers
 * read as another host, one is left.
 */
export const localizedPath = (locale: Locale, path: string) => {
  const own = path.replace(/^[/\\]+/, "/");
  return locale === "en" ? own : `/${locale}${own === "/" ? "" : own}`;
};

const languageNames: Partial<Record<Locale, Intl.DisplayNames>> = {};

/** Names a language, by tag, in another: "inglés". */
export const languageName = (locale: Locale, tag: string): string => {
  languageNames[locale] ??= new Intl.DisplayNames(spoken[locale], { type: "language" });
  return languageNames[locale].of(tag) ?? tag;
};

const regionNames: Partial<Record<Locale, Intl.DisplayNames>> = {};

/** Names a country by its ISO 3166-1 alpha-2 code. */
export const countryName = (locale: Locale, code: string): string => {
  // What no code can be, an empty one too, is refused by some versions of Node and not by others.
  if (!/^[a-z]{2}$/i.test(code)) return code;
  regionNames[locale] ??= new Intl.DisplayNames(spoken[locale], { type: "region" });
  return regionNames[locale].of(code) ?? code;
};
