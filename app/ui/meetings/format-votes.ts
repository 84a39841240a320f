import { type Locale, spoken } from "#app/i18n/index.ts";

/** Groups a count's digits for readers, exactly: 1,234,567,890. */
export const formatVotes = (locale: Locale, digits: string | null) =>
  digits === null ? null : new Intl.NumberFormat(spoken[locale]).format(BigInt(digits));
