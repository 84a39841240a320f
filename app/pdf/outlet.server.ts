import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { setImmediate as nextTurn } from "node:timers/promises";

/** Where a file goes to while it is made, no faster than it is taken. */
export class Outlet {
  readonly #to: Writable;
  #full = false;
  #failure: Error | null = null;

  constructor(to: Writable) {
    this.#to = to;
    to.on("error", (error) => {
      this.#failure ??= error;
    });
    to.on("close", () => {
      if (!to.writableFinished) this.#failure ??= new Error("the paper was no longer taken");
    });
  }

  write(part: Buffer) {
    this.#full = !this.#to.write(part);
  }

  /** Lets others have a turn, and waits until what was written is taken. Throws once nobody takes it. */
  async breathe() {
    await nextTurn();
    if (this.#full && this.#to.writableNeedDrain && !this.#failure) await taken(this.#to);
    if (this.#failure) throw this.#failure;
    this.#full = false;
  }

  /** Settles when all of it is taken. */
  async end() {
    await this.breathe();
    this.#to.end();
    await finished(this.#to, { readable: false });
  }
}

/** Settles when a stream takes more, or nothing any more. */
const taken = (to: Writable) =>
  new Promise<void>((resolve) => {
    const done = () => {
      to.off("drain", done).off("close", done);
      resolve();
    };
    to.on("drain", done).on("close", done);
  });
