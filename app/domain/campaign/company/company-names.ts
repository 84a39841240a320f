import { type Locale, locales } from "#app/i18n/index.ts";

/** A company is named in English, and in each other language where it is called something else. */
export const otherLocales: readonly Locale[] = locales.filter((locale) => locale !== "en");

/** Names the field for a name in a language. */
export const nameField = (locale: Locale) => `name_${locale}` as const;
