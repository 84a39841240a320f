import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import * as harfBuzz from "harfbuzzjs";
import subsetFont from "subset-font";
import { type OpenFont, openFont, type Typeface, typefaceFont, typefaces } from "./typefaces.server.ts";

/**
 * A font: one of our typefaces, or one piece of a package's family. `font` is what a PDF embeds, `shaper` the
 * same font for choosing and placing glyphs. `height` is what its lines need, in thousandths of the size;
 * `scale` is thousandths per unit of the font.
 */
export type Face = {
  key: string;
  bytes: Buffer;
  font: OpenFont;
  shaper: harfBuzz.Font;
  has: (codePoint: number) => boolean;
  scale: number;
  height: number;
};

function faceFrom(key: string, bytes: Buffer, font: OpenFont): Face {
  const scale = 1000 / font.unitsPerEm;
  const known = new Map<number, boolean>();
  const has = (codePoint: number) => {
    const before = known.get(codePoint);
    if (before !== undefined) return before;
    const now = font.hasGlyphForCodePoint(codePoint);
    known.set(codePoint, now);
    return now;
  };
  const shaper = new harfBuzz.Font(new harfBuzz.Face(new harfBuzz.Blob(bytes)));
  return { key, bytes, font, shaper, has, scale, height: (font.ascent - font.descent) * scale };
}

type Family = { name: string; pieces?: readonly string[] };

// Families without their pieces for Latin: our typefaces and Noto Serif come first.
const scripts: readonly Family[] = [
  { name: "noto-serif" },
  { name: "noto-naskh-arabic", pieces: ["arabic"] },
  { name: "noto-serif-hebrew", pieces: ["hebrew"] },
  { name: "noto-sans-devanagari", pieces: ["devanagari"] },
  { name: "noto-serif-thai", pieces: ["thai"] },
  { name: "noto-sans-bengali", pieces: ["bengali"] },
  { name: "noto-sans-tamil", pieces: ["tamil"] },
  { name: "noto-sans-telugu", pieces: ["telugu"] },
  { name: "noto-sans-kannada", pieces: ["kannada"] },
  { name: "noto-sans-sinhala", pieces: ["sinhala"] },
  { name: "noto-sans-khmer", pieces: ["khmer"] },
  { name: "noto-serif-georgian", pieces: ["georgian"] },
  { name: "noto-sans-armenian", pieces: ["armenian"] },
  { name: "noto-sans-ethiopic", pieces: ["ethiopic"] },
];
const symbols: Family = { name: "noto-sans-symbols", pieces: ["symbols"] };

/** Regional shapes of Han characters: one character is drawn in several ways. */
export type Han = "sc" | "tc" | "jp" | "kr";
const hanOrder: Record<Han, readonly Han[]> = {
  sc: ["sc", "tc", "jp", "kr"],
  tc: ["tc", "sc", "jp", "kr"],
  jp: ["jp", "tc", "sc", "kr"],
  kr: ["kr", "jp", "tc", "sc"],
};
const hanOfCountry: Partial<Record<string, Han>> = {
  JP: "jp",
  KR: "kr",
  KP: "kr",
  TW: "tc",
  HK: "tc",
  MO: "tc",
};

/** Picks Han by the text's other letters, or by its author's stated country. */
export function hanOf(text: string, country?: string): Han {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return "jp";
  if (/\p{Script=Hangul}/u.test(text)) return "kr";
  return hanOfCountry[country ?? ""] ?? "sc";
}

const found = new Map<string, Face | null>();
const keyOf = (typeface: Typeface, han: Han, character: string) => `${typeface} ${han} ${character}`;
const embedded = new Map<Typeface, Face>();

export function bundledFace(typeface: Typeface): Face {
  const known = embedded.get(typeface);
  if (known) return known;
  const face = faceFrom(typeface, typefaces[typeface], typefaceFont(typeface));
  embedded.set(typeface, face);
  return face;
}

/** Returns the face that has a character, or null. Call `findFaces` before. */
export function faceOf(typeface: Typeface, han: Han, character: string): Face | null {
  const own = bundledFace(typeface);
  if (own.has(character.codePointAt(0) ?? 0)) return own;
  return found.get(keyOf(typeface, han, character)) ?? null;
}

/** Finds a face for each character of a text, and loads those needed for the first time. */
export async function findFaces(typeface: Typeface, han: Han, text: string): Promise<void> {
  const own = bundledFace(typeface);
  for (const character of new Set(text)) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (own.has(codePoint)) continue;
    const key = keyOf(typeface, han, character);
    if (!found.has(key)) found.set(key, await findFace(typeface, han, codePoint));
  }
}

async function findFace(typeface: Typeface, han: Han, codePoint: number): Promise<Face | null> {
  const serif = bundledFace("serif");
  if (typeface === "sans" && serif.has(codePoint)) return serif;
  const families = [
    ...scripts,
    ...hanOrder[han].map((one): Family => ({ name: `noto-serif-${one}` })),
    symbols,
  ];
  for (const family of families) {
    for (const piece of await piecesWith(family, codePoint)) {
      const face = await readFace(family.name, piece, typeface === "semibold" ? 600 : 400);
      if (face.has(codePoint)) return face;
    }
  }
  return null;
}

const require = createRequire(import.meta.url);
const folderOf = (family: string) => dirname(require.resolve(`@fontsource-variable/${family}/package.json`));

type Piece = { name: string; ranges: [from: number, to: number][] };
const pieces = new Map<string, Promise<Piece[]>>();

/** Pieces of a family that declare a character. */
async function piecesWith(family: Family, codePoint: number): Promise<string[]> {
  const reading = pieces.get(family.name) ?? readPieces(family.name);
  reading.catch(() => pieces.delete(family.name));
  pieces.set(family.name, reading);
  return (await reading)
    .filter(({ name }) => family.pieces?.includes(name) ?? true)
    .filter(({ ranges }) => ranges.some(([from, to]) => from <= codePoint && codePoint <= to))
    .map(({ name }) => name);
}

/** `{ "[4]": "U+1f1e9-1f1f5,U+1f21a", "latin": … }`; the file of `[4]` is named `4`. */
async function readPieces(family: string): Promise<Piece[]> {
  const listed = JSON.parse(await readFile(join(folderOf(family), "unicode.json"), "utf8"));
  return Object.entries<string>(listed).map(([name, ranges]) => ({
    name: name.replace(/^\[(\d+)\]$/, "$1"),
    ranges: ranges.split(",").map((range) => {
      const [from = "", to = from] = range.replace("U+", "").split("-");
      return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
    }),
  }));
}

const faces = new Map<string, Promise<Face>>();

function readFace(family: string, piece: string, weight: number): Promise<Face> {
  const key = `${family}-${piece}-${weight}`;
  const known = faces.get(key);
  if (known) return known;
  const reading = openPiece(family, piece, weight, key);
  reading.catch(() => faces.delete(key));
  faces.set(key, reading);
  return reading;
}

/** PDFs embed static TrueType: one weight of the variable font, unpacked. */
async function openPiece(family: string, piece: string, weight: number, key: string): Promise<Face> {
  const packed = await readFile(join(folderOf(family), "files", `${family}-${piece}-wght-normal.woff2`));
  const font = await subsetFont(packed, undefined, {
    targetFormat: "truetype",
    keepAllGlyphs: true,
    noHinting: true,
    variationAxes: { wght: weight },
  });
  return faceFrom(key, font, openFont(font));
}
