import { createHash } from "node:crypto";
import { Readable } from "node:stream";

/** What is known of a file once it is complete. */
export type FileFigures = { rows: number; bytes: number; sha256: Buffer };

type CsvFileOptions = {
  bom: boolean;
  /** Called when the file is complete but before its last block is sent; if it fails, so does the file. */
  whole: (figures: FileFigures) => Promise<void>;
  /** Called when the file broke off. */
  broken: () => Promise<void>;
  /** Stops the server's side of the copy. */
  cancel: () => void;
  /** For a source that is already a file and passed on as it is: the rows in it so far. */
  countRows?: (() => number) | undefined;
  /** Milliseconds without a reader after which the transfer is aborted. */
  stallsAfter?: number;
};

const blockSize = 64 * 1024;
const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);
const [lineFeed, carriageReturn, quote] = [10, 13, 34];

/**
 * Turns the output of `COPY … TO STDOUT (FORMAT csv, HEADER)` into an RFC 4180 file: rows end in CRLF, line
 * breaks inside quotes stay. Counts rows and bytes and hashes on the way; holds one block at a time, however
 * long the list. For sources other than CSV (`countRows`) it leaves line ends alone.
 */
export class CsvFile extends Readable {
  readonly #source: Readable;
  readonly #options: CsvFileOptions;
  readonly #hash = createHash("sha256");
  #block = Buffer.allocUnsafe(blockSize);
  #filled = 0;
  #bytes = 0;
  #lines = 0;
  #quoted = false;
  #made = false;
  #stall: NodeJS.Timeout | undefined;

  constructor(source: Readable, options: CsvFileOptions) {
    super({ highWaterMark: 2 * blockSize });
    this.#source = source;
    this.#options = options;
    if (options.bom) this.#append(byteOrderMark, 0, byteOrderMark.length);
    source.pause();
    source.on("data", (chunk: Buffer) =>
      options.countRows ? this.#append(chunk, 0, chunk.length) : this.#take(chunk),
    );
    source.on("end", () => void this.#finish());
    source.on("error", (error) => this.destroy(error));
    // Without a listener, a transfer that fails early would end the process.
    this.on("error", () => {});
    this.#expectReader();
  }

  /** Rows made so far, without the header. */
  get rows(): number {
    return this.#options.countRows?.() ?? Math.max(0, this.#lines - 1);
  }

  override _read() {
    this.#expectReader();
    this.#source.resume();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void) {
    clearTimeout(this.#stall);
    if (this.#made) return done(error);
    // Reads and drops the rest, so that the connection becomes free.
    this.#source.removeAllListeners("data");
    this.#source.resume();
    if (!this.#source.readableEnded && !this.#source.destroyed) this.#options.cancel();
    this.#options.broken().then(
      () => done(error),
      (failure: Error) => done(error ?? failure),
    );
  }

  #expectReader() {
    clearTimeout(this.#stall);
    const limit = this.#options.stallsAfter ?? 120_000;
    this.#stall = setTimeout(() => this.destroy(new Error("the transfer stalled")), limit);
    this.#stall.unref();
  }

  #take(chunk: Buffer) {
    let from = 0;
    let nextQuote = chunk.indexOf(quote);
    while (from < chunk.length) {
      const found = chunk.indexOf(lineFeed, from);
      const end = found < 0 ? chunk.length : found;
      for (; nextQuote >= 0 && nextQuote < end; nextQuote = chunk.indexOf(quote, nextQuote + 1)) {
        this.#quoted = !this.#quoted;
      }
      this.#append(chunk, from, end);
      if (found < 0) return;
      if (!this.#quoted) {
        this.#lines++;
        this.#byte(carriageReturn);
      }
      this.#byte(lineFeed);
      from = end + 1;
    }
  }

  #append(chunk: Buffer, from: number, to: number) {
    while (from < to) {
      const copied = chunk.copy(this.#block, this.#filled, from, to);
      this.#filled += copied;
      from += copied;
      if (this.#filled === blockSize) this.#handOver();
    }
  }

  #byte(byte: number) {
    this.#block[this.#filled++] = byte;
    if (this.#filled === blockSize) this.#handOver();
  }

  #handOver() {
    const block = this.#sealBlock();
    if (!this.push(block)) this.#source.pause();
  }

  #sealBlock(): Buffer {
    const block = this.#block.subarray(0, this.#filled);
    this.#hash.update(block);
    this.#bytes += block.length;
    this.#block = Buffer.allocUnsafe(blockSize);
    this.#filled = 0;
    return block;
  }

  async #finish() {
    // Broken off: the copy ends because it is dropped.
    if (this.destroyed) return;
    const last = this.#sealBlock();
    try {
      await this.#options.whole({ rows: this.rows, bytes: this.#bytes, sha256: this.#hash.digest() });
      if (this.destroyed) return;
      this.#made = true;
      if (last.length) this.push(last);
      this.push(null);
    } catch (error) {
      this.destroy(error instanceof Error ? error : new Error(String(error)));
    }
  }
}
