import type { Encoding } from "#app/domain/entries/imports/import.ts";

/** Why a file cannot be read at all. */
export type FileProblem =
  | "empty"
  | "too-large"
  | "not-text"
  | "workbook"
  | "cut-off"
  | "head-long"
  | "no-head"
  | "columns-many"
  | "one-column"
  | "row-long"
  | "quote-open"
  | "file-gone"
  | "secret-missing";

/** First bytes of files that are not text. */
const beginnings: readonly [FileProblem, readonly number[]][] = [
  ["workbook", [0x50, 0x4b, 0x03, 0x04]],
  ["workbook", [0xd0, 0xcf, 0x11, 0xe0]],
  ["not-text", [0x25, 0x50, 0x44, 0x46]],
];

/** Detects the encoding of a passing file, and whether it is text. Holds a few bytes. */
export class EncodingDetector {
  #start = Buffer.alloc(0);
  #utf8: TextDecoder | null = new TextDecoder("utf-8", { fatal: true });
  #nul = false;
  #bytes = 0;

  add(chunk: Uint8Array): void {
    if (this.#start.length < 4)
      this.#start = Buffer.concat([this.#start, chunk.subarray(0, 4)]).subarray(0, 4);
    this.#bytes += chunk.length;
    this.#nul ||= chunk.includes(0);
    this.#try(chunk);
  }

  /** The encoding, or why the file is none that can be read. To be asked once all bytes were seen. */
  result(): { encoding: Encoding } | { problem: FileProblem } {
    if (this.#bytes === 0) return { problem: "empty" };
    const start = this.#start;
    const known = beginnings.find(([, bytes]) => bytes.every((byte, n) => start[n] === byte));
    if (known) return { problem: known[0] };
    if (start[0] === 0xff && start[1] === 0xfe) return { encoding: "utf-16le" };
    if (start[0] === 0xfe && start[1] === 0xff) return { encoding: "utf-16be" };
    if (this.#nul) return { problem: "not-text" };
    this.#try(null);
    return { encoding: this.#utf8 ? "utf-8" : "windows-1252" };
  }

  #try(chunk: Uint8Array | null) {
    try {
      if (chunk) this.#utf8?.decode(chunk, { stream: true });
      else this.#utf8?.decode();
    } catch {
      this.#utf8 = null;
    }
  }
}
