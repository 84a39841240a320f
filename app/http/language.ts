import { type Locale, locales } from "#app/i18n/index.ts";

/** Splits `/es/c/x` into its language and the path that routes know. */
export function splitLanguage(path: string): { locale: Locale; path: string } {
  const [, first] = path.split("/", 2);
  const locale = locales.find((known) => known === first);
  if (locale === undefined || locale === "en") return { locale: "en", path };
  return { locale, path: path.slice(locale.length + 1) || "/" };
}
