import { countryName, type Locale, words } from "#app/i18n/index.ts";

export type DeliveredLetter = {
  locale: Locale;
  body: string;
  /** A decimal string; null if the letter states none. */
  shares: string | null;
  name: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  company: string;
};

/**
 * Returns one letter's exact text as handed over, in UTF-8 with LF between lines: preview, annex, ledger and
 * hash are made of this alone.
 */
export function letterText({ locale, body, shares, name, country, company }: DeliveredLetter): string {
  const holding = shares === null ? [] : [words(locale).letter.sharesLine(shares, company)];
  return `${[body.trim(), ...holding, `${name}\n${countryName(locale, country)}`].join("\n\n")}\n`;
}
