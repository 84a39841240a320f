import { type Locale, words } from "#app/i18n/index.ts";

/** Fills in the letter of a fund's holder. `manager`: as they typed it; null if they named none. */
export type FundLetterOf = { company: string; manager: string | null; name: string };

/** Returns the paragraphs of a letter to a fund's manager; the last is signed with the holder's name. */
export function fundLetterParagraphs(locale: Locale, { company, manager, name }: FundLetterOf): string[] {
  const { fund } = words(locale).pledge;
  return [...fund.letter(company, manager), `${fund.closing}\n${name}`];
}

/** Joins them in UTF-8 with LF between lines. */
export const fundLetterText = (locale: Locale, of: FundLetterOf): string =>
  `${fundLetterParagraphs(locale, of).join("\n\n")}\n`;
