/** What is put before a cell that a spreadsheet would run as a formula, so that it is text. */
export const neutralPrefix = "'";

/**
 * A cell that begins with = + - @ TAB CR LF, or with the full-width form of one, would be run as a formula:
 * it gets an apostrophe before it. No other cell is changed.
 */
export const neutral = (cell: string) =>
  /^[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `${neutralPrefix}${cell}` : cell;
