import { type Locale, spoken } from "#app/i18n/index.ts";

/** A count in plain digits as its readers write it, exactly: 1,234,567,890. */
export const formatVotes = (locale: Locale, digits: string | null) =>
  digits === null ? null : new Intl.NumberFormat(spoken[locale]).format(BigInt(digits));
