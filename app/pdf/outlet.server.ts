import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { setImmediate as nextTurn } from "node:timers/promises";

/** Destination of a file while it is made: written no faster than it is read. */
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

  /** Gives other work a turn, and waits until everything written is read. Throws once the reader is gone. */
  async breathe() {
    await nextTurn();
    if (this.#full && this.#to.writableNeedDrain && !this.#failure) await taken(this.#to);
    if (this.#failure) throw this.#failure;
    this.#full = false;
  }

  /** Resolves when everything is read. */
  async end() {
    await this.breathe();
    this.#to.end();
    await finished(this.#to, { readable: false });
  }
}

/** Resolves when a stream accepts more, or has ended. */
const taken = (to: Writable) =>
  new Promise<void>((resolve) => {
    const done = () => {
      to.off("drain", done).off("close", done);
      resolve();
    };
    to.on("drain", done).on("close", done);
  });
