import { relative } from "node:path";
import { firstLine, outside, root, tellProgress, writeReport } from "./reports.mjs";

/** Tells tests/suite how many files are done, and reports what they found. */
export default class Report {
  #done = 0;
  #total = 0;
  #start;

  onTestRunStart(files) {
    this.#total = files.length;
    tellProgress(0, this.#total);
  }

  onTestModuleStart() {
    this.#start ??= performance.now() / 1000;
  }

  onTestModuleEnd() {
    this.#done += 1;
    tellProgress(this.#done, this.#total);
  }

  onTestRunEnd(modules, unhandled) {
    const files = modules.map(fileOf);
    for (const error of unhandled) {
      const file = error.VITEST_TEST_PATH ? relative(root, error.VITEST_TEST_PATH) : "";
      const found = files.find((one) => one.file === file);
      if (found) found.tests.push(failedOutside(error));
      else files.push({ file, import: 0, setup: 0, tests: [failedOutside(error)] });
    }
    writeReport({ start: this.#start ?? performance.now() / 1000, files });
  }
}

function fileOf(module) {
  const { collectDuration, setupDuration, environmentSetupDuration, prepareDuration } = module.diagnostic();
  const tests = [...module.children.allTests()].map(testOf);
  const errors = [module, ...module.children.allSuites()].flatMap((holder) => holder.errors());
  if (module.state() === "failed" && !tests.some(({ state }) => state === "failed") && errors.length === 0)
    errors.push({ message: "The file failed, and no test of it." });
  return {
    file: relative(root, module.moduleId),
    import: collectDuration / 1000,
    setup: (setupDuration + environmentSetupDuration + prepareDuration) / 1000,
    tests: [...tests, ...errors.map(failedOutside)],
  };
}

function testOf(test) {
  const { state, errors, note } = test.result();
  // What is left to `npm run test:full` is skipped without a note; everything else says why.
  return {
    name: test.fullName,
    seconds: (test.diagnostic()?.duration ?? 0) / 1000,
    state: state === "pending" ? "skipped" : state,
    ...(state === "failed" && { error: firstLine(errors?.[0]?.message) }),
    ...(["skipped", "pending"].includes(state) && { skipped: note ?? "left to npm run test:full" }),
  };
}

const failedOutside = (error) => ({
  name: outside,
  seconds: 0,
  state: "failed",
  error: firstLine(error.message),
});
