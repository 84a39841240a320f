import { createHash } from "node:crypto";
import { Transform, type TransformCallback } from "node:stream";

type Figures = { bytes: number; sha256: Buffer };

type Options = {
  /** Called when all is made but before the last block is sent; if it fails, so does the file. */
  whole: (figures: Figures) => Promise<void>;
  /** Milliseconds without a block after which the transfer is aborted. */
  stallsAfter?: number;
};

/** Holds a file's last block back until its figures are recorded: an unrecorded file never arrives whole. */
export class LastBlockHolder extends Transform {
  readonly #hash = createHash("sha256");
  readonly #options: Options;
  #bytes = 0;
  #held: Buffer | null = null;
  #stall: NodeJS.Timeout | undefined;

  constructor(options: Options) {
    super();
    this.#options = options;
    this.#expectBlock();
    // Without a listener, a transfer that fails early would end the process.
    this.on("error", () => {});
  }

  override _transform(block: Buffer, _encoding: BufferEncoding, done: TransformCallback) {
    this.#expectBlock();
    this.#hash.update(block);
    this.#bytes += block.length;
    if (this.#held) this.push(this.#held);
    this.#held = block;
    done();
  }

  override _flush(done: TransformCallback) {
    clearTimeout(this.#stall);
    this.#options.whole({ bytes: this.#bytes, sha256: this.#hash.digest() }).then(
      () => done(null, this.#held),
      (error) => done(error),
    );
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void) {
    clearTimeout(this.#stall);
    super._destroy(error, done);
  }

  #expectBlock() {
    clearTimeout(this.#stall);
    const limit = this.#options.stallsAfter ?? 120_000;
    this.#stall = setTimeout(() => this.destroy(new Error("the transfer stalled")), limit);
    this.#stall.unref();
  }
}
