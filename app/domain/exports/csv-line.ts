import { neutral } from "./neutral.ts";

/** A row of RFC 4180 with its CRLF; an empty cell is unknown or not given. */
export const csvLine = (cells: readonly (string | null)[]): string => `${cells.map(csvCell).join(",")}\r\n`;

/** A cell of RFC 4180: quoted where it holds a quote, a comma or a line break; what would run as a formula is text. */
export function csvCell(text: string | null): string {
  if (text === null) return "";
  const safe = neutral(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
