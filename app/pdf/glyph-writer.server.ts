import type { Face } from "./faces.server.ts";
import type { Line, Piece } from "./set-lines.server.ts";
import type { Placed } from "./shape.server.ts";
import type { OpenFont } from "./typefaces.server.ts";

/** A font in one PDF, as pdfkit keeps it; missing in its types. */
export type PdfFont = {
  id: string;
  font: OpenFont;
  scale: number;
  subset: { glyphs: number[]; includeGlyph: (id: number) => number };
  widths: number[];
  unicode: number[][];
  ref: () => unknown;
};

/** `color`: the operator that sets it. */
type Pen = { size: number; colour: string };

/** Writes lines of glyphs as the operators of a PDF's page, from the top of the page down. */
export class GlyphWriter {
  readonly #fontOf: (face: Face) => PdfFont;
  readonly #pageHeight: number;
  readonly #operators: string[] = [];
  #size = 0;
  #font = "";
  #colour = "";

  constructor(fontOf: (face: Face) => PdfFont, pageHeight: number) {
    this.#fontOf = fontOf;
    this.#pageHeight = pageHeight;
  }

  /** Writes a line whose left end is at `x` and whose baseline is at `y`. */
  line({ pieces }: Line, x: number, y: number, { size, colour }: Pen) {
    if (pieces.length === 0) return;
    if (colour !== this.#colour) this.#operators.push(colour);
    if (size !== this.#size) this.#font = "";
    this.#colour = colour;
    this.#size = size;
    this.#operators.push(`1 0 0 1 ${short(x)} ${short(this.#pageHeight - y)} Tm`);
    for (let at = 0; at < pieces.length; ) {
      const first = pieces[at] as Piece;
      const run = [...first.shaped.placed];
      // Text that is added separately from its glyphs stays separate.
      const { merged } = first.shaped;
      for (at++; !merged; at++) {
        const next = pieces[at];
        if (next?.face !== first.face || next.shaped.merged) break;
        run.push(...next.shaped.placed);
      }
      if (merged) this.#operators.push(`/Span <</ActualText <${utf16(first.text)}>>> BDC`);
      this.#run(first.face, run);
      if (merged) this.#operators.push("EMC");
    }
  }

  operators(): string {
    if (this.#operators.length === 0) return "";
    const flip = this.#pageHeight ? `1 0 0 -1 0 ${short(this.#pageHeight)} cm ` : "";
    return `q ${flip}BT\n${this.#operators.join("\n")}\nET Q`;
  }

  #run(face: Face, run: readonly Placed[]) {
    const font = this.#fontOf(face);
    if (font.id !== this.#font) this.#operators.push(`/${font.id} ${this.#size} Tf`);
    this.#font = font.id;
    let glyphs = "";
    let codes = "";
    const move = (by: number) => {
      if (Math.abs(by) < 0.5) return;
      if (codes) glyphs += `<${codes}>`;
      codes = "";
      glyphs += `${-Math.round(by)} `;
    };
    const show = () => {
      if (codes) glyphs += `<${codes}>`;
      if (glyphs) this.#operators.push(`[${glyphs.trimEnd()}] TJ`);
      codes = glyphs = "";
    };
    for (const glyph of run) {
      const { advance, x, y } = glyph;
      const code = codeOf(font, glyph);
      const width = font.widths[code] ?? 0;
      if (y) {
        show();
        this.#operators.push(`${short((y * this.#size) / 1000)} Ts`);
      }
      move(x);
      codes += code.toString(16).padStart(4, "0");
      move(advance - width - x);
      if (y) {
        show();
        this.#operators.push("0 Ts");
      }
    }
    show();
  }
}

const codesOf = new WeakMap<PdfFont, Map<string, number>>();

/** The code of a glyph in its PDF, a new one for each text it represents, so that copied text is exact. */
function codeOf(font: PdfFont, { id, text }: Placed): number {
  const codes = codesOf.get(font) ?? new Map<string, number>();
  codesOf.set(font, codes);
  const key = `${id} ${text}`;
  const known = codes.get(key);
  if (known !== undefined) return known;
  let code = font.subset.includeGlyph(id);
  if (font.unicode[code]) code = font.subset.glyphs.push(id) - 1;
  font.widths[code] = font.font.getGlyph(id).advanceWidth * font.scale;
  font.unicode[code] = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  codes.set(key, code);
  return code;
}

const short = (points: number) => String(Math.round(points * 100) / 100);

const utf16 = (text: string) => `feff${Buffer.from(text, "utf16le").swap16().toString("hex")}`;
