import PDFDocument from "pdfkit";
import sans from "./fonts/sans.ttf?inline";
import serif from "./fonts/serif.ttf?inline";
import serifSemibold from "./fonts/serif-semibold.ttf?inline";

const bytesOf = (dataUrl: string) => Buffer.from(dataUrl.slice(dataUrl.indexOf(",") + 1), "base64");

/** The typefaces of PDFs, cut by `fonts/cut.mjs` and carried in the server's bundle. */
export const typefaces = {
  sans: bytesOf(sans),
  serif: bytesOf(serif),
  semibold: bytesOf(serifSemibold),
} as const;
export type Typeface = keyof typeof typefaces;

type Glyphs = { hasGlyphForCodePoint: (codePoint: number) => boolean };

/** The typeface as pdfkit has read it; its types do not tell. */
function glyphsOf(typeface: Typeface): Glyphs {
  const document = new PDFDocument({ autoFirstPage: false, font: typefaces[typeface] as never });
  return (document as unknown as { _font: { font: Glyphs } })._font.font;
}

const known = new Map<Typeface, Glyphs>();

function lacks(typeface: Typeface, character: string): boolean {
  const glyphs = known.get(typeface) ?? glyphsOf(typeface);
  known.set(typeface, glyphs);
  return !glyphs.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
}

/** True where the typeface has every letter of a text: Latin, and in `serif` Greek and Cyrillic as well. */
export const canPrint = (typeface: Typeface, text: string): boolean =>
  [...text].every((character) => !lacks(typeface, character));

/** The text with `[U+4E2D]` for a character that the typeface lacks: no empty box, and no other letter. */
export const printable = (typeface: Typeface, text: string): string =>
  [...text].map((character) => (lacks(typeface, character) ? `[${codeOf(character)}]` : character)).join("");

const codeOf = (character: string) =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
