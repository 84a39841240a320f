import { formatDate, type Locale, spoken } from "#app/i18n/index.ts";

/** A decimal string with its thousands divided: `1234.5` as 1,234.5. Zeros at the end are left out. */
export function formatDecimal(locale: Locale, decimal: string): string {
  const [whole = "0", fraction = ""] = decimal.split(".");
  const digits = fraction.replace(/0{1,20}$/, "");
  return new Intl.NumberFormat(spoken[locale]).format(BigInt(whole)) + (digits && `.${digits}`);
}

/** A day that does not break over two lines. */
export const formatDay = (locale: Locale, day: string) => formatDate(locale, day).replaceAll(" ", "\u00a0");
