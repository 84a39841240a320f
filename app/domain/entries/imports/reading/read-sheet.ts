import { type CsvError, parse } from "csv-parse/sync";
import type { RowRefusal } from "#app/domain/entries/imports/outcomes.ts";
import { type RowPerson, readRow } from "./read-row.ts";

/** Lines of a typed sheet: longer lists are uploaded as a file. */
export const maxSheetLines = 500;

export type SheetLine = { line: number; name: string; postalCode: string; read: RowPerson | RowRefusal };

/** Reads a name and a postcode of a sheet: the same for page and command. */
export const readSheetRow = (name: string, postalCode: string, country: string) =>
  readRow([name, postalCode], {
    columns: 2,
    mapping: { columns: { name: 0, postal_code: 1 }, country, days: "ymd" },
    today: "",
  });

/**
 * Reads a sheet typed into a file: on each line a name, and after a comma, semicolon or tab the postcode
 * where there is one, with a digit in it. Skips a first line that names the columns. Anything more in a line
 * refuses it.
 */
export function readSheet(text: string, country: string): { lines: SheetLine[] } | { problem: string } {
  try {
    const rows = parse(text, {
      record_delimiter: ["\r\n", "\n", "\r"],
      bom: true,
      delimiter: [",", ";", "\t"],
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
      // Column names, the lines, and one more to notice that there are too many.
      to: maxSheetLines + 2,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    const [head] = rows;
    const below = /^name$/i.test(head?.record[0] ?? "") ? rows.slice(1) : rows;
    const lines = below.map(({ record: [name = "", postalCode = "", ...more], info }) => {
      // "Bloom, Ada" without quotes is a name, since "Ada" is no postal code.
      const isOne = more.every((cell) => cell === "") && (postalCode === "" || /\d/.test(postalCode));
      const read = isOne ? readSheetRow(name, postalCode, country) : "cells";
      return { line: info.lines, name, postalCode, read } as const;
    });
    return { lines };
  } catch (error) {
    return { problem: (error as CsvError).message };
  }
}
