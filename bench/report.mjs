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

export const isMissed = (row) => isReached(row) === false;

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
    { true: "reached", false: "MISSED", null: row.bar ? "not measured" : "" }[isReached(row)],
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
