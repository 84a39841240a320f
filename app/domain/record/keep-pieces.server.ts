import { Writable } from "node:stream";
import { sql } from "drizzle-orm";
import { type Keys, seal } from "#app/lib/keys.server.ts";
import type { DbOrTx } from "#db/index.ts";

/** Bytes of a piece; the last of a file may be shorter. */
export const pieceLength = 1024 * 1024;

/** Binds a sealed piece to its file and position: it opens nowhere else. */
export const pieceAad = (file: string, piece: number) => `${file}:${piece}`;

type KeepOptions = {
  /** Called once a piece is stored. */
  stored?: (bytes: number) => Promise<void>;
};

/** Stores a file sealed, piece by piece; holds one piece in memory at a time. */
export class PieceWriter extends Writable {
  readonly #db: DbOrTx;
  readonly #keys: Keys;
  readonly #file: string;
  readonly #options: KeepOptions;
  #waiting: Buffer[] = [];
  #length = 0;
  #piece = 0;
  #storing: Promise<void> = Promise.resolve();
  bytes = 0;

  constructor(db: DbOrTx, keys: Keys, file: string, options: KeepOptions = {}) {
    super({ highWaterMark: pieceLength });
    this.#db = db;
    this.#keys = keys;
    this.#file = file;
    this.#options = options;
  }

  override _write(chunk: Buffer, _encoding: string, done: (error?: Error | null) => void) {
    this.#waiting.push(chunk);
    this.#length += chunk.length;
    this.bytes += chunk.length;
    this.#storing = this.#storeFull(pieceLength);
    this.#storing.then(() => done(), done);
  }

  override _final(done: (error?: Error | null) => void) {
    this.#storing = this.#storeFull(1);
    this.#storing.then(() => done(), done);
  }

  /** Waits for the last write. Without it, a late write could restore a deleted piece. */
  async idle(): Promise<void> {
    await this.#storing.catch(() => {});
  }

  async #storeFull(atLeast: number) {
    while (this.#length >= atLeast && !this.destroyed) {
      const all = Buffer.concat(this.#waiting, this.#length);
      const plain = all.subarray(0, pieceLength);
      const { keyId, sealed } = seal(this.#keys, "file", plain, pieceAad(this.#file, this.#piece));
      await this.#db.execute(sql`
        insert into file_pieces (file, piece, key_id, sealed)
          values (${this.#file}, ${this.#piece}, ${keyId}, ${sealed})
        on conflict (file, piece) do update set key_id = excluded.key_id, sealed = excluded.sealed`);
      this.#piece++;
      this.#waiting = all.length > pieceLength ? [all.subarray(pieceLength)] : [];
      this.#length = all.length - plain.length;
      await this.#options.stored?.(this.bytes);
    }
  }
}
