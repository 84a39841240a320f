import { parse } from "csv-parse/sync";
import { parseAddress } from "#app/domain/base/address.ts";
import {
  type Encoding,
  maxColumns,
  type Reading,
  type Separator,
  separators,
} from "#app/domain/entries/imports/import.ts";
import type { FileProblem } from "./encoding-detector.ts";

/** Characters of the first row. */
const headAtMost = 64 * 1024;

/**
 * Reads the separator and the column names from a file's first bytes. A first row that holds an address names
 * no columns: it is about a person, and is neither shown nor stored.
 */
export function readHead(
  start: Buffer,
  encoding: Encoding,
  asked: Separator | null = null,
): Reading | { problem: FileProblem } {
  const text = new TextDecoder(encoding).decode(start.subarray(0, 4 * headAtMost)).replace(/^[\r\n]+/, "");
  const head = firstRow(text);
  if (head === null || head.length > headAtMost) return { problem: "head-long" };
  const separator = asked ?? separatorOf(head);
  const columns = cellsOf(head, separator);
  if (columns.length > maxColumns) return { problem: "columns-many" };
  if (columns.length < 2) return { problem: columns.join("").trim() === "" ? "empty" : "one-column" };
  if (columns.some((name) => name.includes("@") && parseAddress(name) !== null))
    return { problem: "no-head" };
  return { encoding, separator, columns: columns.map(nameOf) };
}

/** Ends at the first line break outside quotes. */
function firstRow(text: string): string | null {
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === "\n" || sign === "\r")) return text.slice(0, at);
  }
  return quoted ? null : text;
}

const separatorOf = (head: string): Separator => {
  const bare = head.replace(/"[^"]*"/g, "");
  const count = (separator: Separator) => bare.split(separator).length;
  return [...separators].sort((a, b) => count(b) - count(a))[0] ?? ",";
};

function cellsOf(head: string, separator: Separator): string[] {
  const [cells = []] = parse(head, { delimiter: separator, relax_quotes: true, relax_column_count: true });
  return cells as string[];
}

const nameOf = (cell: string) =>
  cell
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}]+/gu, " ")
    .trim()
    .slice(0, 100);
