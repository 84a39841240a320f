import { Direction, Buffer as HarfBuzzBuffer, shape as harfBuzz } from "harfbuzzjs";
import type { Face } from "./faces.server.ts";

/** A glyph, the text it represents, and its position in thousandths of the size. */
export type Placed = { id: number; text: string; advance: number; x: number; y: number };
/** Glyphs from left to right, also for right-to-left text. */
export type Shaped = {
  placed: Placed[];
  width: number;
  /** Adjacent glyphs form one letter, so its text is attached to both; not in right-to-left text. */
  merged: boolean;
};

const words = new Map<Face, Map<string, Shaped>>();
const wordsAtMost = 20_000;

/** Returns the glyphs of a text in one face and direction. Cached by word. */
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

const buffer = new HarfBuzzBuffer();

function layOut({ scale, shaper }: Face, text: string, rightToLeft: boolean): Shaped {
  buffer.reset();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  buffer.setDirection(rightToLeft ? Direction.RTL : Direction.LTR);
  harfBuzz(shaper, buffer);
  const placed = buffer
    .getGlyphInfosAndPositions()
    .map(({ codepoint: id, cluster, ...place }) => ({
      id,
      cluster,
      text: "",
      advance: (place.xAdvance ?? 0) * scale,
      x: (place.xOffset ?? 0) * scale,
      y: (place.yOffset ?? 0) * scale,
    }));
  tellText(placed, text);
  const merged = !rightToLeft && placed.some((glyph) => glyph.text === "" && glyph.advance > 0);
  return { placed, merged, width: placed.reduce((sum, { advance }) => sum + advance, 0) };
}

/** Assigns each letter, with its marks, to the first of its glyphs that has a width. */
function tellText(placed: (Placed & { cluster: number })[], text: string) {
  const tellers = new Map<number, Placed>();
  for (const glyph of placed) {
    const teller = tellers.get(glyph.cluster);
    if (!teller || (teller.advance === 0 && glyph.advance > 0)) tellers.set(glyph.cluster, glyph);
  }
  const starts = [...tellers.keys()].sort((a, b) => a - b);
  for (const [index, start] of starts.entries()) {
    const teller = tellers.get(start);
    if (teller) teller.text = text.slice(start, starts[index + 1]);
  }
}
