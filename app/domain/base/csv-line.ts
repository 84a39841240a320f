/** Joins an RFC 4180 row with CRLF; an empty cell is unknown or not given. */
export const csvLine = (cells: readonly (string | null)[]): string => `${cells.map(csvCell).join(",")}\r\n`;

/** Returns a cell by RFC 4180, quoted where needed. A formula becomes text (see `escapeFormula`). */
export const csvCell = (text: string | null): string =>
  quotedCell(text === null ? null : escapeFormula(text));

/** Quotes like csvCell, for text no spreadsheet reads as is. */
export const quotedCell = (text: string | null): string =>
  text !== null && /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : (text ?? "");

/** Put before a cell that a spreadsheet would run as a formula, to make it text. */
export const neutralPrefix = "'";

/**
 * Prefixes an apostrophe to a cell that would run as a formula: one that begins with = + - @ TAB CR LF, or
 * with the full-width form of one. Changes no other cell.
 */
export const escapeFormula = (cell: string) =>
  /^[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `${neutralPrefix}${cell}` : cell;
