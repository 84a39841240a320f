import { Readable } from "node:stream";
import { parse } from "csv-parse";
import { ZipFile } from "yazl";
import type { OpenedList } from "./stream-export.server.ts";

/** Rows of one sheet that Excel can open, including the header. */
const rowsASheet = 1_048_576;
const blockLength = 64 * 1024;

/**
 * Turns a copy into a workbook (ECMA-376), every cell text: nothing in it is run, postal codes keep their
 * zeros, names stay as written. A list longer than a sheet continues in the next one. Holds one block at a
 * time.
 */
export function asXlsx(copy: OpenedList): OpenedList {
  const records = readRecords(copy);
  const rows = records.read()[Symbol.asyncIterator]();
  const zip = new ZipFile();
  let count = 0;
  let sheets = 0;
  let head: string[] | undefined;

  const source = zip.outputStream as Readable;

  function addSheet(first: string[] | undefined) {
    sheets++;
    zip.addReadStreamLazy(`xl/worksheets/sheet${sheets}.xml`, { mtime, mode: 0o100644 }, (give) => {
      const stream = Readable.from(sheet(first), { objectMode: false });
      // The library takes a stream as it is: one that breaks would leave it waiting.
      stream.once("error", (error) => source.destroy(error));
      give(null, stream);
    });
  }

  async function* sheet(first: string[] | undefined) {
    let block = sheetHead;
    head ??= (await rows.next()).value as string[] | undefined;
    block += rowOf(head ?? []);
    let next = first ?? ((await rows.next()).value as string[] | undefined);
    for (let n = 1; next !== undefined && n < rowsASheet; n++) {
      block += rowOf(next);
      count++;
      if (block.length > blockLength) {
        yield block;
        block = "";
      }
      next = (await rows.next()).value as string[] | undefined;
    }
    yield `${block}</sheetData></worksheet>`;
    if (next !== undefined) return addSheet(next);
    for (const [name, text] of Object.entries(parts(sheets)))
      zip.addBuffer(Buffer.from(text), name, { mtime });
    zip.end();
  }

  addSheet(undefined);
  return { ...records.opened(source), rows: () => count };
}

/** Fixed, so that the same rows make the same bytes. */
const mtime = new Date("2026-01-01T00:00:00Z");

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";
const types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const sheetHead =
  `${xml}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">` +
  '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
  '<sheetFormatPr defaultColWidth="18" defaultRowHeight="15"/><sheetData>';

const rowOf = (cells: readonly string[]) =>
  `<row>${cells
    .map((cell) =>
      cell === "" ? "<c/>" : `<c t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`,
    )
    .join("")}</row>`;

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** Escapes text for XML 1.0. Impossible characters use the standard's escape, as do look-alikes of it. */
const escaped = (text: string) =>
  text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(/[&<>]/g, (sign) => entities[sign] ?? sign)
    .replace(unwritable, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`);
const unwritable = /[^\P{Cc}\t\n]|[\uFFFE\uFFFF]|\p{Cs}/gu;

/** The parts of a workbook besides its sheets. */
function parts(sheets: number): Record<string, string> {
  const numbers = Array.from({ length: sheets }, (_none, n) => n + 1);
  const each = (write: (n: number) => string) => numbers.map(write).join("");
  const sheet = (n: number) => `<sheet name="List${n === 1 ? "" : ` ${n}`}" sheetId="${n}" r:id="rId${n}"/>`;
  const related = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const override = (part: string, type: string) =>
    `<Override PartName="/xl/${part}.xml" ContentType="${types}.${type}+xml"/>`;
  const relationships = (all: string) =>
    `${xml}<Relationships xmlns="${packages}/relationships">${all}</Relationships>`;
  return {
    "xl/workbook.xml":
      `${xml}<workbook xmlns="${main}" xmlns:r="${office}">` + `<sheets>${each(sheet)}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relationships(
      each((n) => related(`rId${n}`, "worksheet", `worksheets/sheet${n}.xml`)),
    ),
    "_rels/.rels": relationships(related("rId1", "officeDocument", "xl/workbook.xml")),
    "[Content_Types].xml":
      `${xml}<Types xmlns="${packages}/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      `${override("workbook", "sheet.main")}${each((n) => override(`worksheets/sheet${n}`, "worksheet"))}</Types>`,
  };
}

/** Reads a copy's rows, head first, for formats other than CSV. Holds one block in memory. */
function readRecords(copy: OpenedList) {
  const parser = parse({ relax_column_count: true });
  copy.source.once("error", (error) => parser.destroy(error));
  copy.source.pipe(parser);

  /** Reads the rest, so that the connection becomes free. */
  const stop = () => {
    copy.source.unpipe(parser);
    copy.cancel();
    copy.source.resume();
    parser.destroy();
  };

  return {
    read: () => parser as AsyncIterable<string[]>,
    /** The list that `source` makes of it: abandoning it abandons the copy. */
    opened: (source: Readable): OpenedList => ({
      ...copy,
      source,
      cancel: () => {
        stop();
        source.destroy();
      },
    }),
  };
}
