import { relative } from "node:path";
import { firstLine, outside, root, tellProgress, writeReport } from "./reports.mjs";

/** Tells tests/suite how many tests are done, and reports what they found. */
export default class Report {
  #files = new Map();
  #done = 0;
  #total = 0;
  #start;

  onBegin(_, suite) {
    this.#total = suite.allTests().length;
    tellProgress(0, this.#total);
  }

  onTestBegin() {
    this.#start ??= performance.now() / 1000;
  }

  onTestEnd(test, { status, duration, error }) {
    this.#done += 1;
    tellProgress(this.#done, this.#total);
    const [, project, , ...titles] = test.titlePath();
    const file = relative(root, test.location.file);
    const skipped = test.annotations.find(({ type }) => type === "skip" || type === "fixme");
    this.#testsOf(file).push({
      name: titles.join(" "),
      at: [`${file}:${test.location.line}`, "--project", project],
      seconds: duration / 1000,
      ...(status === "skipped"
        ? { state: "skipped", skipped: skipped?.description ?? "left to npm run test:full" }
        : test.ok()
          ? { state: "passed" }
          : { state: "failed", error: firstLine(error?.message) }),
    });
  }

  /** What fails outside every test, as the start of the site. */
  onError(error) {
    this.#testsOf("").push({ name: outside, seconds: 0, state: "failed", error: firstLine(error.message) });
  }

  onEnd() {
    const files = [...this.#files].map(([file, tests]) => ({ file, import: 0, setup: 0, tests }));
    writeReport({ start: this.#start ?? performance.now() / 1000, files });
  }

  #testsOf(file) {
    if (!this.#files.has(file)) this.#files.set(file, []);
    return this.#files.get(file);
  }
}
