import { expect, test } from "vitest";
import { BrokenRun, bestRun } from "../../bench/best-run.mjs";

const good = { performance: 97, missed: [] };
const slow = { performance: 80, missed: ["performance"] };
const broken = new BrokenRun("case: NO_NAVSTART");

/** Returns one run after another, and throws those that are errors. */
function measureOf(runs: unknown[]) {
  const left = [...runs];
  return async () => {
    const next = left.shift();
    if (next instanceof Error) throw next;
    return next;
  };
}

test("a page is measured again where the trace broke, as where it was slow", async () => {
  expect(await bestRun(measureOf([broken, good]))).toEqual({ ...good, runs: 2 });
  expect(await bestRun(measureOf([slow, broken, good]))).toEqual({ ...good, runs: 3 });
  expect(await bestRun(measureOf([good]))).toEqual({ ...good, runs: 1 });
});

test("a page that stayed slow misses its bars, also after failed runs", async () => {
  expect(await bestRun(measureOf([broken, slow, broken, good]))).toEqual({ ...slow, runs: 3 });
});

test("a page with only broken traces fails so, and other errors at once", async () => {
  await expect(bestRun(measureOf([broken, broken, broken, good]))).rejects.toThrow("NO_NAVSTART");
  await expect(bestRun(measureOf([new Error("no Chromium"), good]))).rejects.toThrow("no Chromium");
});
