/** Overrides that make text read in another order than it is stored: U+202A–202E, U+2066–2069. */
const bidiOverrides = /[\u202A-\u202E\u2066-\u2069]/g;

/** One line as people meant it: composed (NFC), without overrides, spaces at the ends removed. */
export const cleanLine = (text: string) => text.normalize("NFC").replace(bidiOverrides, "").trim();

/** Several lines: as cleanLine, with line ends as `\n`. */
export const cleanText = (text: string) => cleanLine(text.replace(/\r\n?/g, "\n"));

/** Length in characters as PostgreSQL's char_length counts them. */
export const characters = (text: string) => [...text].length;

/** True for text with a card number (16 digits) or a US social security number, which is never wanted. */
export const holdsNumberNobodyShouldGive = (text: string) =>
  /(?:\d[ -]?){15}\d/.test(text) || /\b\d{3}-\d{2}-\d{4}\b/.test(text);
