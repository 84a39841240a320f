import bidiFactory from "bidi-js";
import LineBreaker from "linebreak";
import { bundledFace, type Face, faceOf, findFaces, type Han, hanOf } from "./faces.server.ts";
import { type Shaped, shape } from "./shape.server.ts";
import { codeOf, type Typeface } from "./typefaces.server.ts";

/** Letters of one face and one direction that no line break separates. */
export type Piece = { face: Face; text: string; level: number; isSpace: boolean; shaped: Shaped };
/** Pieces from left to right. `width` and `height` are in thousandths of the font size. */
export type Line = { pieces: Piece[]; width: number; height: number; rightToLeft: boolean };

const bidi = bidiFactory();
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
/** For scripts without spaces between words. */
const unspaced = new Intl.Segmenter("th", { granularity: "word" });

/**
 * Breaks text into lines of at most `width` thousandths of its size. A line feed ends a line; each paragraph
 * runs in the direction of its first letter. Never awaits if every letter was seen before, so that a list can
 * be set synchronously.
 */
export async function setLines(
  typeface: Typeface,
  text: string,
  width: number,
  country?: string,
): Promise<Line[]> {
  const clean = cleanText(text);
  const han = hanOf(clean, country);
  await findFaces(typeface, han, clean);
  return clean.split("\n").flatMap((paragraph) => setParagraph(typeface, han, paragraph, width));
}

function setParagraph(typeface: Typeface, han: Han, paragraph: string, width: number): Line[] {
  const { text, faces } = chooseFaces(typeface, han, paragraph);
  const { levels, base } = levelsOf(text);
  const breaks = breaksIn(text);
  const lines: Line[] = [];
  let line: Piece[] = [];
  let used = 0;
  const end = () => {
    lines.push(lineOf(line, base));
    line = [];
    used = 0;
  };
  let unit: Piece[] = [];
  const place = (pieces: Piece[]) => {
    const wide = widthOf(withoutTrailing(pieces));
    if (used > 0 && used + wide > width) end();
    if (wide > width) {
      for (const part of pieces.flatMap((piece) => partPiece(piece, width))) {
        if (used > 0 && used + part.shaped.width > width && !part.isSpace) end();
        line.push(part);
        used += part.shaped.width;
      }
      return;
    }
    line.push(...pieces);
    used += widthOf(pieces);
  };
  let from = 0;
  for (let at = 1; at <= text.length; at++) {
    const ends = at === text.length || breaks.has(at);
    const turns =
      ends ||
      faces[at] !== faces[at - 1] ||
      levels?.[at] !== levels?.[at - 1] ||
      (text[at] === " ") !== (text[at - 1] === " ");
    if (!turns) continue;
    unit.push(pieceOf(faces[from] as Face, text.slice(from, at), levels?.[from] ?? 0));
    from = at;
    if (!ends) continue;
    place(unit);
    unit = [];
  }
  end();
  return lines;
}

function pieceOf(face: Face, text: string, level: number): Piece {
  const rightToLeft = level % 2 === 1;
  return { face, text, level, isSpace: text.startsWith(" "), shaped: shape(face, text, rightToLeft) };
}

/** Chooses a face for each unit of the text; a character that no face has is replaced by its code. */
function chooseFaces(typeface: Typeface, han: Han, paragraph: string): { text: string; faces: Face[] } {
  const own = bundledFace(typeface);
  const faces: Face[] = [];
  let text = "";
  const add = (part: string, face: Face) => {
    text += part;
    for (let unit = 0; unit < part.length; unit++) faces.push(face);
  };
  const clusters = /[\p{M}\u200c\u200d]/u.test(paragraph)
    ? Array.from(graphemes.segment(paragraph), ({ segment }) => segment)
    : paragraph;
  for (const cluster of clusters) {
    const characters = [...cluster];
    const [first = "", ...rest] = characters;
    const base = faceOf(typeface, han, first);
    const whole = [base, ...rest.map((one) => faceOf(typeface, han, one))].find((face) =>
      characters.every((one) => face && hasOrJoins(face, one)),
    );
    if (whole) {
      add(cluster, whole);
      continue;
    }
    // If a face lacks a letter's mark, the mark's code follows the letter: it is put on no other letter.
    const lacking = characters.filter((one) => !base || !hasOrJoins(base, one));
    if (base) add(characters.filter((one) => hasOrJoins(base, one)).join(""), base);
    for (const one of lacking) {
      const face = isMark.test(one) ? null : faceOf(typeface, han, one);
      add(face ? one : `[${codeOf(one)}]`, face ?? own);
    }
  }
  return { text, faces };
}

const isMark = /\p{M}/u;

const hasOrJoins = (face: Face, character: string) =>
  character === "\u200c" || character === "\u200d" || face.has(character.codePointAt(0) ?? 0);

const mayBeRightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]|[\ud802\ud803\ud83a\ud83b]/;

function levelsOf(text: string): { levels: Uint8Array | null; base: number } {
  if (!mayBeRightToLeft.test(text)) return { levels: null, base: 0 };
  const { levels, paragraphs } = bidi.getEmbeddingLevels(text, "auto");
  return { levels, base: paragraphs[0]?.level ?? 0 };
}

const isUnspaced = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

function breaksIn(text: string): Set<number> {
  const breaks = new Set<number>();
  const breaker = new LineBreaker(text);
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) breaks.add(next.position);
  if (isUnspaced.test(text))
    for (const { index, isWordLike } of unspaced.segment(text))
      if (isWordLike && index > 0) breaks.add(index);
  return breaks;
}

/** Splits a piece that is wider than a line, between letters with their marks. */
function partPiece(piece: Piece, width: number): Piece[] {
  if (piece.shaped.width <= width) return [piece];
  const parts: Piece[] = [];
  let part = "";
  let used = 0;
  for (const { segment } of graphemes.segment(piece.text)) {
    const wide = shape(piece.face, segment, piece.level % 2 === 1).width;
    if (part && used + wide > width) {
      parts.push(pieceOf(piece.face, part, piece.level));
      part = "";
      used = 0;
    }
    part += segment;
    used += wide;
  }
  if (part) parts.push(pieceOf(piece.face, part, piece.level));
  return parts;
}

const widthOf = (pieces: readonly Piece[]) => pieces.reduce((sum, { shaped }) => sum + shaped.width, 0);

function withoutTrailing(pieces: Piece[]): Piece[] {
  const last = pieces.findLastIndex(({ isSpace }) => !isSpace);
  return pieces.slice(0, last + 1);
}

function lineOf(logical: Piece[], base: number): Line {
  const pieces = inVisualOrder(withoutTrailing(logical));
  const height = Math.max(0, ...pieces.map(({ face }) => face.height));
  return { pieces, width: widthOf(pieces), height, rightToLeft: base % 2 === 1 };
}

/** Reverses each run from the highest level down to the lowest odd one (UAX 9, rule L2). */
function inVisualOrder(pieces: Piece[]): Piece[] {
  const ordered = [...pieces];
  const levels = pieces.map(({ level }) => level);
  const highest = Math.max(0, ...levels);
  for (let level = highest; level >= 1; level--) {
    for (let from = 0; from < ordered.length; from++) {
      if ((ordered[from]?.level ?? 0) < level) continue;
      let to = from;
      while ((ordered[to + 1]?.level ?? -1) >= level) to++;
      ordered.splice(from, to - from + 1, ...ordered.slice(from, to + 1).reverse());
      from = to;
    }
  }
  return ordered;
}

/** Marks on one letter at most. No language uses more. */
const marksAtMost = 4;

/**
 * Cleans text for print: removes invisible characters and those that reorder or join others for no reason;
 * lines end in LF; of many marks on one letter the first four stay, and the code of the next shows that there
 * were more.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, "\n")
    .replaceAll("\t", "    ")
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .replace(ordering, "")
    .replace(unseen, "")
    .replace(idleJoiner, "")
    .normalize("NFC")
    .replace(heap, (_, kept: string, rest: string) => `${kept}[${codeOf(rest)}…]`);
}

const ordering = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const unseen =
  /[\u00ad\u200b\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb]|\p{Variation_Selector}|\u034f|[\u{e0000}-\u{e0fff}]/gu;
/** A joiner has a meaning only between letters of these scripts. */
const idleJoiner =
  /(?<![\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Sinhala}\p{Script=Khmer}])[\u200c\u200d]/gu;
const heap = new RegExp(`(\\p{M}{${marksAtMost}})(\\p{M}+)`, "gu");
