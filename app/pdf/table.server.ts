import type { PaperTable } from "#app/domain/entries/letters/papers.ts";
import { paperType } from "#app/lib/type-scale.ts";
import type { Line } from "./set-lines.server.ts";
import type { Sheets } from "./sheets.server.ts";
import { type Drawn, type Element, muted, type Style } from "./style.server.ts";

const heading: Style = { typeface: "semibold", ...paperType.heading };
const head: Style = { typeface: "sans", ...paperType.columnHead, colour: muted };
const cell: Style = { typeface: "sans", ...paperType.cell };
const note: Style = { typeface: "sans", ...paperType.note, colour: muted };
const gap = 18;

/** Sets a table as wide as its words need, with its head repeated on every page; figures at the right. */
export async function writeTable(sheets: Sheets, { title, head: names, rows, note: below }: PaperTable) {
  await sheets.need(heading.leading + head.leading + 3 * cell.leading);
  const section = sheets.element("Sect");
  await sheets.write(title, heading, {}, sheets.element("H2", section));
  sheets.y += 4;

  const set = (texts: readonly string[], style: Style) =>
    Promise.all(
      texts.map((text, column) => sheets.set(text, style, column === 0 ? sheets.width * 0.6 : sheets.width)),
    );
  const named = await set(names, head);
  const cells: Line[][][] = [];
  for (const row of rows) cells.push(await set(row, cell));
  const widths = names.map((_, column) =>
    Math.max(
      wide(named[column], head),
      ...cells.map((row) => wide(row[column], cell)),
      column === 0 ? 150 : 36,
    ),
  );
  const width = widths.reduce((sum, one) => sum + one, 0) + gap * (widths.length - 1);

  const table = sheets.element("Table", section);
  const line = async (row: Line[][], style: Style, kind: "TH" | "TD") => {
    const tr = sheets.element("TR", table);
    let left = sheets.left;
    for (const [column, lines] of row.entries()) {
      const place = {
        left,
        width: widths[column] ?? 0,
        align: column === 0 ? ("start" as const) : ("right" as const),
      };
      drawCell(sheets, { lines, style, place, top: sheets.y }, sheets.element(kind, tr));
      left += place.width + gap;
    }
    tr?.end();
    sheets.y += style.leading * Math.max(1, ...row.map((lines) => lines.length));
    sheets.rule(sheets.left, width);
  };
  await line(named, head, "TH");
  for (const row of cells) {
    const page = sheets.pages;
    await sheets.need(cell.leading * Math.max(1, ...row.map((lines) => lines.length)));
    if (sheets.pages !== page) await line(named, head, "TH");
    await line(row, cell, "TD");
  }
  table?.end();
  if (below) {
    sheets.y += 4;
    await sheets.write(below, note, { width: Math.min(sheets.width, 400) }, sheets.element("P", section));
  }
  section?.end();
  sheets.y += 20;
  await sheets.breathe();
}

function drawCell(sheets: Sheets, drawn: Drawn, element: Element | null) {
  sheets.draw([drawn], element);
  element?.end();
}

const wide = (lines: readonly Line[] | undefined, { size }: Style) =>
  Math.max(0, ...(lines ?? []).map(({ width }) => (width * size) / 1000));
