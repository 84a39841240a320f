import { writeSync } from "node:fs";

/** Writes "<done> <total>" tests to the third pipe, for tests/run.mjs. */
export default class Progress {
  #done = new Set();
  #total = 0;

  onBegin(_, suite) {
    this.#total = suite.allTests().length;
    this.#write();
  }

  onTestEnd(test) {
    this.#done.add(test.id);
    this.#write();
  }

  #write() {
    writeSync(3, `${this.#done.size} ${this.#total}\n`);
  }
}
