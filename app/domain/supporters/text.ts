/** Overrides that make text read in another order than it is stored: U+202A–202E, U+2066–2069. */
const bidiOverrides = /[\u202A-\u202E\u2066-\u2069]/g;

/** One line as people meant it: composed (NFC), without overrides, spaces at the ends removed. */
export const cleanLine = (text: string) => text.normalize("NFC").replace(bidiOverrides, "").trim();

/** Several lines: as cleanLine, with line ends as `\n`. */
export const cleanText = (text: string) => cleanLine(text.replace(/\r\n?/g, "\n"));

/** Length in characters as PostgreSQL's char_length counts them. */
export const characters = (text: string) => [...text].length;

/** What people write between the digits of a long number. */
const between = "[\\s.,:;/_\\\\|*()\\p{Pd}\\p{Cf}]{0,3}";
const longNumber = new RegExp(`(?:\\p{Nd}${between}){15}\\p{Nd}`, "u");
const socialSecurityNumber =
  /(?<!\p{Nd})\p{Nd}{3}[\s.\p{Pd}/]{1,3}\p{Nd}{2}[\s.\p{Pd}/]{1,3}\p{Nd}{4}(?!\p{Nd})/u;

/**
 * True for text with a run of 16 digits (a card's or a control number, however it is divided) or a US social
 * security number: what is never wanted here and never stored.
 */
export function holdsNumberNobodyShouldGive(text: string): boolean {
  const plain = text.normalize("NFKC");
  return longNumber.test(plain) || socialSecurityNumber.test(plain);
}
