import type { Locale } from "#app/i18n/index.ts";

/** What an offered language would lack: it is shown in the original, marked. */
export type LanguageGap = { locale: Locale; written: string; fields: string[] };
