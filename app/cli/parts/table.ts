type Cell = string | number;

/** Aligns columns: text to the left, numbers to the right. */
export function aligned(rows: readonly (readonly Cell[])[]): string[] {
  const width = (column: number) => Math.max(...rows.map((row) => [...String(row[column] ?? "")].length));
  const widths = (rows[0] ?? []).map((_, column) => width(column));
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const text = String(cell);
        const gap = " ".repeat((widths[column] ?? 0) - [...text].length);
        return typeof cell === "number" ? gap + text : text + gap;
      })
      .join("  ")
      .trimEnd(),
  );
}

/** Aligns columns with headings. Nothing without rows. */
export function table(headings: readonly string[], rows: readonly (readonly Cell[])[]): string[] {
  if (rows.length === 0) return [];
  const isNumeric = (column: number) => rows.every((row) => typeof row[column] === "number");
  const widest = (column: number) => Math.max(...rows.map((row) => String(row[column]).length));
  const heads = headings.map((heading, column) =>
    isNumeric(column) ? heading.padStart(widest(column)) : heading,
  );
  return aligned([heads, ...rows]);
}
