import { judge, medianOf } from "./judge.mjs";

/** Divides value by bare; null where there is no pair. */
export const ratioOf = ({ value, bare }) => (value == null || bare == null ? null : value / bare);

/** Tells if the bar is reached; null where there is none or nothing was measured. */
export function isReached(row) {
  if (!row.bar) return null;
  const { of, atLeast, below, exactly } = row.bar;
  const measured = of === "ratio" ? ratioOf(row) : row[of];
  if (measured == null || Number.isNaN(measured)) return null;
  if (exactly !== undefined) return measured === exactly;
  return atLeast !== undefined ? measured >= atLeast : measured < below;
}

export const isMissed = (row) => !row.tooBusy && isReached(row) === false;

/** Tells if another measurement may change what a row says: a count that is not exact stays wrong. */
export const isWorthAgain = (row) => isMissed(row) && row.bar.exactly === undefined;

/**
 * Judges each row by that row of all runs of a measurement: the run with the median ratio stands for them. A
 * missed row is too busy to measure where its bare server was under half its usual figure. Of an exact bar no
 * run may miss.
 */
export function judgeRuns(runs) {
  return runs[0].map((first, n) => {
    const rows = runs.map((run) => run[n]);
    if (first.bar?.exactly !== undefined) return rows.find(isMissed) ?? first;
    const measured = rows.filter((row) => isReached(row) !== null);
    if (measured.length === 0) return first;
    const ratios = measured.map(ratioOf);
    const median = medianOf(ratios);
    const near = (row) => Math.abs(ratioOf(row) - median);
    const middle = measured.reduce((best, row) => (near(row) < near(best) ? row : best));
    const machine = { figures: measured.map((row) => row.bareRate), usual: first.usualBare };
    const tooBusy = judge(ratios, (ratio) => ratio >= first.bar.atLeast, machine) === "too busy";
    return tooBusy ? { ...middle, tooBusy, bareRate: medianOf(machine.figures) } : middle;
  });
}

/** Aligns the rows as a table for people. */
export function asTable(rows) {
  const heads = ["", "Undersigned", "95 of 100", "bare", "ratio", "bar", ""];
  const lines = rows.map((row) => [
    row.name,
    withUnit(row.value, row.unit),
    row.p95 === undefined ? "" : withUnit(row.p95, row.unit),
    row.bare === undefined ? "" : withUnit(row.bare, row.unit),
    ratioOf(row)?.toFixed(2) ?? "",
    barInWords(row),
    verdictInWords(row),
  ]);
  const widths = heads.map((_, column) => Math.max(...[heads, ...lines].map((line) => line[column].length)));
  const align = (line) =>
    line
      .map((cell, column) =>
        column === 0 || column > 4 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]),
      )
      .join("  ")
      .trimEnd();
  return [align(heads), ...lines.map(align)].join("\n");
}

function verdictInWords(row) {
  if (row.tooBusy) {
    return `too busy to measure: bare ${format(row.bareRate)} a second, usually ${format(row.usualBare)}`;
  }
  return { true: "reached", false: "MISSED", null: row.bar ? "not measured" : "" }[isReached(row)];
}

function barInWords({ bar, unit }) {
  if (!bar) return "";
  if (bar.exactly !== undefined) return `exactly ${format(bar.exactly)}`;
  const of = { ratio: "ratio ", p95: "95 of 100 ", value: "" }[bar.of];
  const limit = bar.atLeast !== undefined ? `≥ ${format(bar.atLeast)}` : `< ${format(bar.below)}`;
  return `${of}${limit}${bar.of === "ratio" ? "" : spaced(unit)}`;
}

const withUnit = (value, unit) => (value == null ? "?" : format(value) + spaced(unit));
const spaced = (unit) => (unit === "" || unit.startsWith("/") ? unit : ` ${unit}`);

function format(value) {
  const digits = Number.isInteger(value) || value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return value.toLocaleString("en", { maximumFractionDigits: digits, minimumFractionDigits: 0 });
}
