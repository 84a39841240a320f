/** Put before a cell that a spreadsheet would run as a formula, to make it text. */
export const neutralPrefix = "'";

/**
 * Prefixes an apostrophe to a cell that would run as a formula: one that begins with = + - @ TAB CR LF, or
 * with the full-width form of one. Changes no other cell.
 */
export const escapeFormula = (cell: string) =>
  /^[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `${neutralPrefix}${cell}` : cell;
