import { expect, test } from "vitest";
import { BrokenRun, judge, measureInRuns, medianOf } from "../../bench/judge.mjs";
import { asTable, isMissed, isWorthAgain, judgeRuns } from "../../bench/report.mjs";

const broken = new BrokenRun("case: NO_NAVSTART");
const [good, slow] = ["good", "slow"];

/** Returns one run after another, and throws those that are errors. */
function measureOf(runs: unknown[]) {
  const left = [...runs];
  return async () => {
    const next = left.shift();
    if (next instanceof Error) throw next;
    return next;
  };
}

const runsOf = (...runs: unknown[]) =>
  measureInRuns(["case"], measureOf(runs), (run: unknown) => run === slow);

/** A row of the quick benchmark; `bareRate` is what the bare server answered a second. */
const row = (ratio: number, bareRate = 5000) => ({
  name: "signing",
  unit: "/s",
  value: ratio * 8000,
  bare: 8000,
  bareRate,
  usualBare: 5000,
  bar: { of: "ratio", atLeast: 0.2 },
});
const count = (value: number) => ({ name: "twice", unit: "", value, bar: { of: "value", exactly: 0 } });
const judged = (...rows: object[]) => judgeRuns(rows.map((one) => [one]))[0];

test("the median is the figure in the middle", () => {
  expect(medianOf([3, 1, 2])).toBe(2);
  expect(medianOf([5])).toBe(5);
  expect(medianOf([4, 2])).toBe(3);
});

test("what reached its bars is measured once, what missed one twice more after the others", async () => {
  const order: string[] = [];
  const measure = async (part: string) => {
    order.push(part);
    return part;
  };
  const runs = await measureInRuns(["page", "sign", "mail"], measure, (run: string) => run === "sign");
  expect(order).toEqual(["page", "sign", "mail", "sign", "sign"]);
  expect(runs).toEqual([["page"], ["sign", "sign", "sign"], ["mail"]]);
});

test("a broken run is tried again, three tries for each time it is measured", async () => {
  expect(await runsOf(broken, broken, good)).toEqual([[good]]);
  expect(await runsOf(slow, broken, good, good)).toEqual([[slow, good, good]]);
  expect(await runsOf(slow, broken, broken, good, good)).toEqual([[slow, good]]);
  expect(await runsOf(slow, broken, broken, broken, good)).toEqual([[slow]]);
});

test("only broken runs fail so, and other errors at once", async () => {
  await expect(runsOf(broken, broken, broken, good)).rejects.toThrow("NO_NAVSTART");
  await expect(runsOf(new Error("no Chromium"), good)).rejects.toThrow("no Chromium");
});

test("the median counts, and only a machine under half its usual figure excuses a miss", () => {
  const reaches = (figure: number) => figure >= 95;
  expect(judge([97], reaches)).toBe("reached");
  expect(judge([80, 97, 98], reaches)).toBe("reached");
  expect(judge([80, 97, 81], reaches)).toBe("missed");
  expect(judge([80, 97, 81], reaches, { figures: [400, 490, 900], usual: 1000 })).toBe("too busy");
  expect(judge([80, 97, 81], reaches, { figures: [400, 500, 900], usual: 1000 })).toBe("missed");
  expect(judge([97], reaches, { figures: [100], usual: 1000 })).toBe("reached");
});

test("a row of the benchmark missed once is reached in the median", () => {
  expect(isWorthAgain(row(0.1))).toBe(true);
  expect(isWorthAgain(row(0.3))).toBe(false);
  expect(judged(row(0.1), row(0.3), row(0.25))).toEqual(row(0.25));
  expect(isMissed(judged(row(0.1), row(0.3), row(0.15)))).toBe(true);
});

test("a missed row with a slow bare server is too busy to measure and not missed", () => {
  const busy = judged(row(0.1, 2000), row(0.3, 2400), row(0.15, 6000));
  expect(isMissed(busy)).toBe(false);
  expect(asTable([busy])).toContain("too busy to measure: bare 2,400 a second, usually 5,000");
  expect(isMissed(judged(row(0.1, 2000), row(0.3, 2500), row(0.15, 6000)))).toBe(true);
  expect(asTable([judged(row(0.1), row(0.1), row(0.1))])).toContain("MISSED");
});

test("a count that must be exact is missed in any run and not measured again for it", () => {
  expect(isWorthAgain(count(1))).toBe(false);
  expect(judged(count(0), count(1), count(0))).toEqual(count(1));
  expect(isMissed(judged(count(0), count(1), count(0)))).toBe(true);
  expect(isMissed(judged(count(0)))).toBe(false);
});
