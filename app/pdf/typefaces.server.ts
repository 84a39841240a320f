import PDFDocument from "pdfkit";
import sans from "./fonts/sans.ttf?inline";
import serif from "./fonts/serif.ttf?inline";
import serifSemibold from "./fonts/serif-semibold.ttf?inline";

const bytesOf = (dataUrl: string) => Buffer.from(dataUrl.slice(dataUrl.indexOf(",") + 1), "base64");

/** The typefaces of PDFs, cut by `fonts/cut.mjs` and bundled with the server. */
export const typefaces = {
  sans: bytesOf(sans),
  serif: bytesOf(serif),
  semibold: bytesOf(serifSemibold),
} as const;
export type Typeface = keyof typeof typefaces;

/** A font as pdfkit reads it; missing in its types. */
export type OpenFont = {
  unitsPerEm: number;
  ascent: number;
  descent: number;
  hasGlyphForCodePoint: (codePoint: number) => boolean;
  getGlyph: (id: number) => { advanceWidth: number };
};

export function openFont(bytes: Buffer): OpenFont {
  const document = new PDFDocument({ autoFirstPage: false, font: bytes as never });
  return (document as unknown as { _font: { font: OpenFont } })._font.font;
}

const known = new Map<Typeface, OpenFont>();

/** Opens one of our typefaces, once per process. */
export function typefaceFont(typeface: Typeface): OpenFont {
  const font = known.get(typeface) ?? openFont(typefaces[typeface]);
  known.set(typeface, font);
  return font;
}

const lacks = (typeface: Typeface, character: string): boolean =>
  !typefaceFont(typeface).hasGlyphForCodePoint(character.codePointAt(0) ?? 0);

/** Checks that the typeface has every letter: Latin, and in `serif` Greek and Cyrillic as well. */
export const canPrint = (typeface: Typeface, text: string): boolean =>
  [...text].every((character) => !lacks(typeface, character));

/** Writes `[U+4E2D]` for a character that the typeface lacks, instead of an empty box or another letter. */
export const printable = (typeface: Typeface, text: string): string =>
  [...text].map((character) => (lacks(typeface, character) ? `[${codeOf(character)}]` : character)).join("");

/** Writes `U+4E2D`. */
export const codeOf = (character: string) =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
