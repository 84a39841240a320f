import { writeSync } from "node:fs";

/** Writes "<done> <total>" files to the third pipe, for tests/run.mjs. */
export default class Progress {
  #done = 0;
  #total = 0;

  onTestRunStart(files) {
    this.#total = files.length;
    this.#write();
  }

  onTestModuleEnd() {
    this.#done += 1;
    this.#write();
  }

  #write() {
    writeSync(3, `${this.#done} ${this.#total}\n`);
  }
}
