import { escapeFormula } from "#app/domain/base/csv-line.ts";

/** `shares`: a decimal string; null if the letter states none. `writtenOn`, `signedOn`: ISO dates. */
export type LetterRow = {
  number: number;
  publicId: string;
  writtenOn: string;
  name: string;
  country: string;
  shares: string | null;
  text: string;
  sha256: Buffer;
};
export type AnnexRow = { receiptCode: string; signedOn: string; name: string; country: string };

type Rows<Row> = AsyncIterable<Row> | Iterable<Row>;

/** Writes letters by RFC 4180, a row at a time; what a spreadsheet would run as a formula is text. */
export const lettersCsv = (rows: Rows<LetterRow>): AsyncGenerator<string> =>
  csv(
    ["number", "letter_id", "written_on", "name", "country", "shares", "text", "sha256"],
    rows,
    ({ number, publicId, writtenOn, name, country, shares, text, sha256 }) => [
      String(number),
      publicId,
      writtenOn,
      name,
      country,
      shares ?? "",
      text,
      sha256.toString("hex"),
    ],
  );

/** Writes names by RFC 4180, a row at a time; what a spreadsheet would run as a formula is text. */
export const namesCsv = (rows: Rows<AnnexRow>): AsyncGenerator<string> =>
  csv(["receipt_code", "signed_on", "name", "country"], rows, (row) => [
    row.receiptCode,
    row.signedOn,
    row.name,
    row.country,
  ]);

async function* csv<Row>(head: string[], rows: Rows<Row>, cells: (row: Row) => string[]) {
  yield lineOf(head);
  for await (const row of rows) yield lineOf(cells(row));
}

const lineOf = (cells: string[]) => `${cells.map((cell) => quoted(escapeFormula(cell))).join(",")}\r\n`;

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
