import { type Locale, locales } from "#app/i18n/index.ts";

/** Languages of optional names: a company's main name is the English one. */
export const otherLocales: readonly Locale[] = locales.filter((locale) => locale !== "en");

/** Names the field for a name in a language. */
export const nameField = (locale: Locale) => `name_${locale}` as const;
