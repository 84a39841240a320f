import { Readable, Transform } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { type Encoding, maxRowBytes, type Reading } from "#app/domain/entries/imports/import.ts";
import { isComplete, readPieces } from "#app/domain/record/read-pieces.server.ts";
import { type Keys, SecretMissing } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import type { FileProblem } from "./encoding-detector.ts";

/** The rest of the file is unreadable: why, and from which line. */
export class Unreadable extends Error {
  readonly problem: FileProblem;
  readonly line: number | null;

  constructor(problem: FileProblem, line: number | null) {
    super(`the file of an import: ${problem}`);
    this.problem = problem;
    this.line = line;
  }
}

export type FileRow = {
  cells: string[];
  /** The line of the file where it begins, from 1. */
  line: number;
};

type File = { publicId: string; bytes: number; reading: Reading };

/**
 * Yields the rows of an uploaded file below its head, and counts the bytes read. Line ends of every kind are
 * line ends, also mixed; a quote inside an unquoted cell is text. One block is in memory at a time.
 */
export function readRows(db: Db, keys: Keys, { publicId, bytes, reading }: File) {
  let bytesRead = 0;
  async function* counted() {
    if (!(await isComplete(db, publicId, bytes))) throw new Unreadable("file-gone", null);
    for await (const piece of readPieces(db, keys, publicId, { from: 0, to: bytes })) {
      bytesRead += piece.length;
      yield piece;
    }
  }
  async function* rows(): AsyncGenerator<FileRow> {
    // Reads nothing before the first row is requested: an error without a listener would end the process.
    const { source, parser } = parserOf(counted(), reading);
    // The parser counts a CRLF inside quotes twice.
    let twice = 0;
    let end = 0;
    let head = true;
    try {
      for await (const { record, info } of parser as AsyncIterable<{
        record: string[];
        info: { lines: number };
      }>) {
        let inside = 0;
        if (info.lines - twice - end > 1) {
          for (const cell of record) {
            const pairs = cell.split("\r\n").length - 1;
            twice += pairs;
            inside += cell.split(/\r\n|\r|\n/).length - 1;
          }
        }
        end = info.lines - twice;
        if (head) head = false;
        else yield { cells: record, line: end - inside };
      }
    } catch (error) {
      throw problemOf(error);
    } finally {
      source.destroy();
      parser.destroy();
    }
  }
  return { rows: rows(), bytesRead: () => bytesRead };
}

function parserOf(bytes: AsyncIterable<Buffer>, { separator, encoding }: Reading) {
  const parser = parse({
    delimiter: separator,
    record_delimiter: ["\r\n", "\n", "\r"],
    bom: true,
    info: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    max_record_size: maxRowBytes,
  });
  const source = Readable.from(bytes, { objectMode: false });
  const text = source.pipe(asUtf8(encoding));
  for (const part of [source, text]) part.once("error", (error) => parser.destroy(error));
  text.pipe(parser);
  return { source, parser };
}

function problemOf(error: unknown): unknown {
  if (error instanceof SecretMissing) return new Unreadable("secret-missing", null);
  if (!(error instanceof CsvError)) return error;
  const line = typeof error.lines === "number" ? error.lines : null;
  switch (error.code) {
    case "CSV_QUOTE_NOT_CLOSED":
      return new Unreadable("quote-open", line);
    case "CSV_MAX_RECORD_SIZE":
      return new Unreadable("row-long", line);
    default:
      return error;
  }
}

/** Converts bytes of any encoding to UTF-8. */
function asUtf8(encoding: Encoding): Transform {
  const decoder = encoding === "utf-8" ? null : new TextDecoder(encoding);
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, decoder ? Buffer.from(decoder.decode(chunk, { stream: true })) : chunk);
    },
    flush(done) {
      done(null, decoder ? Buffer.from(decoder.decode()) : null);
    },
  });
}
