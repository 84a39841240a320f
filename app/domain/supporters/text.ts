/** Overrides that make text read in another order than it is stored: U+202A–202E, U+2066–2069. */
const bidiOverrides = /[\u202A-\u202E\u2066-\u2069]/g;

/** One line as people meant it: composed (NFC), without overrides, spaces at the ends removed. */
export const cleanLine = (text: string) => text.normalize("NFC").replace(bidiOverrides, "").trim();

/** Several lines: as cleanLine, with line ends as `\n`. */
export const cleanText = (text: string) => cleanLine(text.replace(/\r\n?/g, "\n"));

/** Length in characters as PostgreSQL's char_length counts them. */
export const characters = (text: string) => [...text].length;

/** What people write between the digits of a long number: anything but letters and digits. */
const gap = "[^\\p{L}\\p{Nd}]";
const longNumbers = new RegExp(`\\p{Nd}(?:${gap}{0,8}\\p{Nd}){15,}`, "gu");
const socialSecurityNumber = new RegExp(
  `(?<!\\p{Nd})\\p{Nd}{3}${gap}{1,5}\\p{Nd}{2}${gap}{1,5}\\p{Nd}{4}(?!\\p{Nd})|\\b(?:ssn|social security)\\b\\P{Nd}{0,20}\\p{Nd}{9}(?!\\p{Nd})`,
  "iu",
);
const day = "(?:(?:19|20)\\d\\d(?:[-/.]\\d{1,2}[-/.]\\d{1,2})?|\\d{1,2}[-/.]\\d{1,2}[-/.](?:19|20)\\d\\d)";
const daysAlone = new RegExp(`^${day}(?:${gap}+${day})*$`, "u");

/**
 * True for text with a run of 16 digits (a card's or a control number, however it is divided) or a US social
 * security number: what is never wanted here and never stored. Days and years one after the other are none.
 */
export function holdsNumberNobodyShouldGive(text: string): boolean {
  const plain = text.normalize("NFKC");
  const long = plain.match(longNumbers) ?? [];
  return long.some((run) => !daysAlone.test(run)) || socialSecurityNumber.test(plain);
}
