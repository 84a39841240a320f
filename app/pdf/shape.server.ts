import type { Face } from "./faces.server.ts";
import type { Glyph } from "./typefaces.server.ts";

/** A glyph with its place, in thousandths of the size. */
export type Placed = { glyph: Glyph; advance: number; x: number; y: number };
/** Glyphs from left to right, whatever way the text is read. */
export type Shaped = { placed: Placed[]; width: number };

const words = new Map<Face, Map<string, Shaped>>();
const wordsAtMost = 20_000;

/** The glyphs of a piece of text in one face and one direction, kept for the next time that the word comes. */
export function shape(face: Face, text: string, rightToLeft: boolean): Shaped {
  const known = words.get(face) ?? new Map<string, Shaped>();
  words.set(face, known);
  const key = rightToLeft ? `\u200f${text}` : text;
  const before = known.get(key);
  if (before) return before;
  if (known.size >= wordsAtMost) known.clear();
  const shaped = layOut(face, text, rightToLeft);
  known.set(key, shaped);
  return shaped;
}

function layOut({ font }: Face, text: string, rightToLeft: boolean): Shaped {
  const scale = 1000 / font.unitsPerEm;
  const { glyphs, positions } = font.layout(
    text,
    undefined,
    undefined,
    undefined,
    rightToLeft ? "rtl" : "ltr",
  );
  let width = 0;
  const placed = glyphs.map((glyph, index) => {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
    width += xAdvance * scale;
    return { glyph, advance: xAdvance * scale, x: xOffset * scale, y: yOffset * scale };
  });
  return { placed, width };
}
