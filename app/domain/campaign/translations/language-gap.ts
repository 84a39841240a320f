import type { Locale } from "#app/i18n/index.ts";

/** What a language that a campaign is offered in would lack: there it shows as it was written, marked. */
export type LanguageGap = { locale: Locale; written: string; fields: string[] };
