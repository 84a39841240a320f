import type { Face } from "./faces.server.ts";
import type { Line, Piece } from "./set-lines.server.ts";
import type { Placed } from "./shape.server.ts";

/** A font of one PDF, as pdfkit keeps it; its types do not tell. */
export type PdfFont = {
  id: string;
  scale: number;
  subset: { glyphs: number[]; includeGlyph: (id: number) => number };
  widths: number[];
  unicode: number[][];
  ref: () => unknown;
};

const codesOf = new WeakMap<PdfFont, Map<string, number>>();

/** The code of a glyph in its PDF: one for each text that it stands for, so that copied text is what was written. */
function codeOf(font: PdfFont, { id, advanceWidth, codePoints }: Placed["glyph"]): number {
  const codes = codesOf.get(font) ?? new Map<string, number>();
  codesOf.set(font, codes);
  const key = `${id} ${codePoints.join(" ")}`;
  const known = codes.get(key);
  if (known !== undefined) return known;
  let code = font.subset.includeGlyph(id);
  if (font.unicode[code]) code = font.subset.glyphs.push(id) - 1;
  font.widths[code] = advanceWidth * font.scale;
  font.unicode[code] = codePoints;
  codes.set(key, code);
  return code;
}

/** Writes lines of glyphs as the operators of a PDF's page, from the top of the page down. */
export class GlyphWriter {
  readonly #fontOf: (face: Face) => PdfFont;
  readonly #pageHeight: number;
  readonly #size: number;
  readonly #colour: string;
  readonly #operators: string[] = [];
  #font = "";

  constructor(fontOf: (face: Face) => PdfFont, pageHeight: number, size: number, colour: string) {
    this.#fontOf = fontOf;
    this.#pageHeight = pageHeight;
    this.#size = size;
    this.#colour = colour;
  }

  /** A line whose left end is at `x`, and whose letters stand on `y`. */
  line({ pieces }: Line, x: number, y: number) {
    if (pieces.length === 0) return;
    this.#operators.push(`1 0 0 1 ${x.toFixed(2)} ${(this.#pageHeight - y).toFixed(2)} Tm`);
    for (let at = 0; at < pieces.length; ) {
      const { face } = pieces[at] as Piece;
      const run: Placed[] = [];
      for (; pieces[at]?.face === face; at++) run.push(...(pieces[at] as Piece).shaped.placed);
      this.#run(face, run);
    }
  }

  operators(): string {
    if (this.#operators.length === 0) return "";
    const flip = `1 0 0 -1 0 ${this.#pageHeight.toFixed(2)} cm`;
    return `q ${this.#pageHeight ? flip : ""} BT ${this.#colour}\n${this.#operators.join("\n")}\nET Q`;
  }

  #run(face: Face, run: readonly Placed[]) {
    const font = this.#fontOf(face);
    if (font.id !== this.#font) this.#operators.push(`/${font.id} ${this.#size} Tf`);
    this.#font = font.id;
    let shown = "";
    let codes = "";
    const move = (by: number) => {
      if (Math.abs(by) < 0.5) return;
      if (codes) shown += `<${codes}>`;
      codes = "";
      shown += `${-Math.round(by)} `;
    };
    const show = () => {
      if (codes) shown += `<${codes}>`;
      if (shown) this.#operators.push(`[${shown.trimEnd()}] TJ`);
      codes = shown = "";
    };
    for (const { glyph, advance, x, y } of run) {
      const code = codeOf(font, glyph);
      const width = font.widths[code] ?? 0;
      if (y) {
        show();
        this.#operators.push(`${((y * this.#size) / 1000).toFixed(2)} Ts`);
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
