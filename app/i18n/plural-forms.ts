import { type Locale, spoken } from "./index.ts";

/** Numbers among which every plural form of a whole number is found, in any language (CLDR). */
const samples = [...Array(200).keys(), 1_000_000];

/** Writes a message in each plural form of its language, as `data-one`, `data-other`. */
export function pluralForms(locale: Locale, say: (count: number) => string): Record<string, string> {
  const rules = new Intl.PluralRules(spoken[locale]);
  const byForm = new Map(samples.map((count) => [rules.select(count), count]));
  return Object.fromEntries([...byForm].map(([form, count]) => [`data-${form}`, say(count)]));
}
