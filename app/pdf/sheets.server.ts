import type { Writable } from "node:stream";
import PDFDocument from "pdfkit";
import type { Paper } from "#app/domain/entries/pledges/co-filing/co-filing-facts.ts";
import { paperType } from "#app/lib/type-scale.ts";
import { bundledFace } from "./faces.server.ts";
import { GlyphWriter } from "./glyph-writer.server.ts";
import { Outlet, Pen } from "./pen.server.ts";
import { type Line, setLines } from "./set-lines.server.ts";
import {
  baselineOf,
  type Drawn,
  type Element,
  heightOf,
  muted,
  type Pdf,
  type Place,
  type Style,
} from "./style.server.ts";

type SheetsOptions = {
  paper: Paper;
  language: string;
  title: string;
  subject: string;
  /** Points left, right and above the text; the footer has its own space. */
  margins: { left: number; right: number; top: number };
  /** Footer of every page: its number, an address, and one more line. */
  foot: { page: (number: number) => string; url: string; line: string };
  /** Marks headings and paragraphs for screen readers. Costs a line of the file for each. */
  tagged: boolean;
};

const footRoom = 64;
const small: Style = { typeface: "sans", ...paperType.foot, colour: muted };

/** When the PDFs' layout last changed: the same input makes the same bytes. */
const revisedAt = new Date("2026-11-27T00:00:00Z");

/**
 * Writes pages one after another, with letters of any script. A full page is written out and forgotten. Call
 * `breathe` between pieces: the process answers others, and the file is written no faster than it is read.
 */
export class Sheets {
  readonly pdf: Pdf;
  readonly width: number;
  readonly left: number;
  y = 0;
  pages = 0;
  readonly #options: SheetsOptions;
  readonly #outlet: Outlet;
  readonly #pen: Pen;
  readonly #tree: Element | null;
  readonly #total: PDFKit.PDFKitReference;
  readonly #foot: { url: Line[]; line: Line[] } = { url: [], line: [] };

  constructor(options: SheetsOptions, to: Writable) {
    const { paper, margins, tagged } = options;
    this.#options = options;
    this.#outlet = new Outlet(to);
    this.pdf = begin(options);
    this.left = margins.left;
    this.width = (paper === "a4" ? 595.28 : 612) - margins.left - margins.right;
    this.pdf.on("data", (part: Buffer) => this.#outlet.write(part));
    this.#pen = new Pen(this.pdf, { tagged });
    this.#total = this.pdf.ref({});
    this.#tree = tagged ? this.pdf.struct("Document") : null;
    if (this.#tree) this.pdf.addStructure(this.#tree);
  }

  /** Gives other work a turn, and waits until everything written is read. */
  breathe() {
    return this.#outlet.breathe();
  }

  /** Adds an element to the structure tree, under the document or a parent; null in an untagged PDF. */
  element(kind: string, parent: Element | null = this.#tree): Element | null {
    if (!parent) return null;
    const element = this.pdf.struct(kind as never);
    parent.add(element);
    return element;
  }

  async newPage() {
    if (this.pages === 0) {
      const at = (text: string) => this.set(text, small, this.width);
      this.#foot.url = await at(this.#options.foot.url);
      this.#foot.line = await at(this.#options.foot.line);
    }
    this.pdf.addPage();
    this.pages++;
    await this.#drawFoot();
    this.y = this.#options.margins.top;
  }

  get bottom(): number {
    return this.pdf.page.height - footRoom;
  }

  /** Points for text on a full page. */
  get fullPage(): number {
    return this.bottom - this.#options.margins.top;
  }

  /** Begins a new page unless so many points are left on this one. */
  async need(points: number) {
    if (this.pages === 0 || this.y + points > this.bottom) await this.newPage();
  }

  set(text: string, { typeface, size }: Style, width: number, country?: string): Promise<Line[]> {
    return setLines(typeface, text, (width / size) * 1000, country);
  }

  /** Writes text from the current position, over as many pages as needed. */
  async write(text: string, style: Style, place: Partial<Place> = {}, element: Element | null = null) {
    const { left = this.left, width = this.width, align = "start", country } = place;
    const lines = await this.set(text, style, width, country);
    await this.flow(lines, style, { left, width, align }, element);
  }

  /** Writes broken lines from the current position, over as many pages as needed. */
  async flow(lines: readonly Line[], style: Style, place: Place, element: Element | null) {
    let at = 0;
    while (at < lines.length) {
      await this.need(heightOf(lines[at] as Line, style));
      let to = at;
      let height = 0;
      for (; to < lines.length; to++) {
        const next = heightOf(lines[to] as Line, style);
        if (to > at && this.y + height + next > this.bottom) break;
        height += next;
      }
      this.draw([{ lines: lines.slice(at, to), style, place, top: this.y }], element);
      this.y += height;
      at = to;
    }
    element?.end();
  }

  /** Draws lines on this page, each group from its height; one element contains them all. */
  draw(groups: readonly Drawn[], element: Element | null = null) {
    this.#pen.draw(groups, element);
  }

  /** Draws a hairline across the text, which screen readers skip. */
  rule(left = this.left, width = this.width, colour = "0.7 0.69 0.66 RG", thickness = 0.5) {
    const [from, to, y] = [left, left + width, this.y].map((points) => points.toFixed(2));
    this.decorate(`q ${colour} ${thickness} w ${from} ${y} m ${to} ${y} l S Q`);
  }

  /** Draws operators that screen readers skip. */
  decorate(operators: string) {
    this.#pen.decorate(operators);
  }

  /** Ends the last page and the file; resolves when everything is read. */
  async finish(): Promise<number> {
    const lines = await this.set(String(this.pages), small, 100);
    const writer = new GlyphWriter((face) => this.#pen.font(face), 0);
    for (const line of lines) writer.line(line, 0, 0, { size: small.size, colour: muted });
    const font = this.#pen.font(bundledFace("sans"));
    Object.assign(this.#total.data as object, {
      Type: "XObject",
      Subtype: "Form",
      BBox: [0, -3, 60, 9],
      Resources: { Font: { [font.id]: font.ref() } },
    });
    this.#total.end(Buffer.from(writer.operators()));
    this.#tree?.end();
    this.pdf.end();
    await this.#outlet.end();
    return this.pages;
  }

  async #drawFoot() {
    const { foot } = this.#options;
    const number = await this.set(`${foot.page(this.pages)} `, small, this.width);
    const top = this.pdf.page.height - footRoom + 18;
    const place = { left: this.left, width: this.width };
    const end = this.left + ((number[0]?.width ?? 0) * small.size) / 1000 + 2;
    this.y = top - 6;
    this.rule();
    this.draw([
      { lines: number, style: small, place, top },
      { lines: this.#foot.url, style: small, place: { ...place, align: "right" }, top },
      { lines: this.#foot.line, style: small, place, top: top + small.leading },
    ]);
    const base = top + baselineOf(small.leading, small);
    const stamp = `q 1 0 0 -1 ${end.toFixed(2)} ${base.toFixed(2)} cm /Total Do Q`;
    this.#pen.stamp("Total", this.#total, stamp);
  }
}

function begin({ paper, margins, tagged, language, title, subject }: SheetsOptions): Pdf {
  return new PDFDocument({
    size: paper === "a4" ? "A4" : "LETTER",
    margins: { ...margins, bottom: 0 },
    autoFirstPage: false,
    pdfVersion: "1.7",
    fontLayoutCache: false,
    ...(tagged && { subset: "PDF/UA" as never, tagged: true }),
    displayTitle: true,
    lang: language,
    font: bundledFace("sans").font as never,
    info: {
      Title: title,
      Subject: subject,
      Creator: "Undersigned",
      Producer: "Undersigned",
      CreationDate: revisedAt,
      ModDate: revisedAt,
    },
  });
}
