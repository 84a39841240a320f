import { inflateSync } from "node:zlib";

/**
 * Reads a PDF's text as our layout writes it: each page's in the order it was drawn, through the maps from
 * glyphs to letters, so that a wrong glyph shows.
 */
export function pdfText(pdf: Buffer): string {
  const objects = readObjects(pdf);
  const maps = new Map<string, Map<string, string>>();
  for (const { head } of objects.values()) {
    for (const [, name, id] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const font = objects.get(id ?? "")?.head ?? "";
      const toUnicode = /\/ToUnicode (\d+) 0 R/.exec(font)?.[1];
      if (name && toUnicode) maps.set(name, readMap(objects.get(toUnicode)?.stream ?? ""));
    }
  }
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b(?!s)/.test(head));
  return pages
    .map(({ head }) => objects.get(/\/Contents (\d+) 0 R/.exec(head)?.[1] ?? "")?.stream ?? "")
    .map((content) => readContent(content, maps))
    .join("\n");
}

type Objects = Map<string, { head: string; stream: string }>;

function readObjects(pdf: Buffer): Objects {
  const source = pdf.toString("latin1");
  const found: Objects = new Map();
  for (const [whole, id] of source.matchAll(/^(\d+) 0 obj\n[\s\S]*?\nendobj$/gm)) {
    const [head = "", body] = whole.split(/\nstream\n/);
    const bytes = Buffer.from((body ?? "").replace(/\nendstream\nendobj$/, ""), "latin1");
    const isDeflated = head.includes("/FlateDecode");
    const isText = body !== undefined && !head.includes("/Length1") && !head.includes("/CIDFontType0C");
    const stream = isText ? (isDeflated ? inflateSync(bytes) : bytes).toString("latin1") : "";
    found.set(id ?? "", { head, stream });
  }
  return found;
}

/** Ranges of codes, each with its glyphs' letters: `<0000> <00ff> [<0041> <00660069> …]`. */
function readMap(cmap: string): Map<string, string> {
  const letters = new Map<string, string>();
  for (const [, from = "0", list = ""] of cmap.matchAll(/<([0-9a-f]+)>\s*<[0-9a-f]+>\s*\[([^\]]*)\]/gi)) {
    const first = Number.parseInt(from, 16);
    for (const [index, [, code = ""]] of [...list.matchAll(/<([0-9a-f ]*)>/gi)].entries()) {
      const glyph = (first + index).toString(16).padStart(4, "0");
      letters.set(glyph, Buffer.from(code.replaceAll(" ", ""), "hex").swap16().toString("utf16le"));
    }
  }
  return letters;
}

function readContent(content: string, maps: Map<string, Map<string, string>>): string {
  let map = new Map<string, string>();
  const lines: string[] = [];
  for (const [, font, glyphArray] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font) map = maps.get(font) ?? new Map();
    if (glyphArray === undefined) continue;
    const glyphs = [...glyphArray.matchAll(/<([0-9a-f]+)>/gi)].flatMap(
      ([, hex = ""]) => hex.match(/.{4}/g) ?? [],
    );
    lines.push(glyphs.map((glyph) => map.get(glyph) ?? "\uFFFD").join(""));
  }
  return lines.join("\n");
}
