// The findings of a part of the suite, in one shape for every runner.
//
// { start, seed, files: [{ file, import, setup, tests: [{ name, state, seconds, error?, skipped?, at? }] }] }
//
// Times are in seconds; `start`: until its first file started; `state`: passed, failed or skipped; `skipped`:
// why; `at`: how its runner finds it. What failed outside a test is a test named `outside`.
import { mkdirSync, readFileSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";

export const root = join(import.meta.dirname, "../..");
export const outside = "(outside a test)";

/** Where the report of a part is. */
export const reportPath = (name) => join(root, ".cache/reports", `${name}.json`);

/** Writes the report of the part that this process runs, where its environment says. */
export function writeReport(report) {
  const path = process.env.SUITE_REPORT;
  if (!path) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify({ ...report, seed: Number(process.env.TEST_SEED ?? 1) }));
}

/** Tells the suite how far this process is: `done` of `all`. */
export function tellProgress(done, all) {
  if (process.env.SUITE_PROGRESS) writeSync(Number(process.env.SUITE_PROGRESS), `${done} ${all}\n`);
}

export const removeReport = (name) => rmSync(reportPath(name), { force: true });

/** Null where a part wrote none: it broke before its tests, or has none. */
export function readReport(name) {
  try {
    return JSON.parse(readFileSync(reportPath(name), "utf8"));
  } catch {
    return null;
  }
}

/** All tests of a report, each with its file. */
export const testsIn = (report) =>
  (report?.files ?? []).flatMap(({ file, tests }) => tests.map((test) => ({ file, ...test })));

export const failuresIn = (report) => testsIn(report).filter(({ state }) => state === "failed");

/** Counts tests by their state. */
export function countsIn(report) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const { state } of testsIn(report)) counts[state] += 1;
  return counts;
}

export const secondsOf = ({ import: imported, setup, tests }) =>
  imported + setup + tests.reduce((sum, { seconds }) => sum + seconds, 0);

/** Lays out rows of cells in columns; those whose head begins with a space are aligned right. */
export function asTable([heads, ...rows]) {
  const all = [heads.map((head) => head.trim()), ...rows];
  const widths = heads.map((_, column) => Math.max(...all.map((row) => String(row[column]).length)));
  return all
    .map((row) =>
      row
        .map((cell, n) =>
          heads[n].startsWith(" ") ? String(cell).padStart(widths[n]) : String(cell).padEnd(widths[n]),
        )
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** The first line of an error's message, without colors. */
export function firstLine(message) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what colors a terminal.
  const plain = String(message ?? "").replace(/\x1b\[[0-9;]*m/g, "");
  return (
    plain
      .split("\n")
      .find((line) => line.trim() !== "")
      ?.trim()
      .slice(0, 300) ?? ""
  );
}
