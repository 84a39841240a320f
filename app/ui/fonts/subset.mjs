// Cuts the two typefaces to what the pages use and writes them to public/fonts: `node
// app/ui/fonts/subset.mjs`. Run it again after updating a font package, and copy the version in the names to
// fonts.css and root.tsx: browsers cache these files for a year.
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import subsetFont from "subset-font";

const root = new URL("../../..", import.meta.url).pathname;
const output = join(root, "public/fonts");
const require = createRequire(import.meta.url);

const between = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i));

/** English and Spanish with their punctuation, and the symbols on pages. */
const core = [...between(0x20, 0x7e), ..."ÁÉÍÑÓÚÜáéíñóúü¡¿ªº«»‘’“”–—…·×→©\u00a0\u00ad\u202f"].join("");
const without = (characters, known) => characters.filter((character) => !known.includes(character)).join("");

/** Western European letters beyond these two languages. */
const western = without([...between(0xa0, 0xff), ..."€™ŒœŠšŽž"], core);

/** Letters of names in other Latin alphabets. */
const extended = without(
  [
    ...between(0x100, 0x17f),
    ...between(0x218, 0x21b),
    ...between(0x1e80, 0x1e85),
    ...between(0x1ea0, 0x1ef9),
    "ẞ",
  ],
  core + western,
);

/** Every page loads only the first; browsers request the others when a page contains such a letter. */
const ranges = [
  { name: "core", from: "latin", text: core },
  { name: "western", from: "latin", text: western },
  { name: "extended", from: "latin-ext", text: extended },
];

/** Kerning, ligatures, accents, and the four kinds of figures. */
const features = ["kern", "liga", "ccmp", "locl", "mark", "mkmk", "calt", "onum", "lnum", "pnum", "tnum"];

const weights = { wght: { min: 400, max: 700, default: 400 } };
const families = [
  { name: "source-serif-4", axes: { ...weights, opsz: { min: 8, max: 60, default: 14 } }, file: "opsz" },
  { name: "public-sans", axes: weights, file: "wght" },
];

await mkdir(output, { recursive: true });
for (const { name, axes, file } of families) {
  const folder = dirname(require.resolve(`@fontsource-variable/${name}/package.json`));
  const { version } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  for (const { name: range, from, text } of ranges) {
    const whole = await readFile(join(folder, `files/${name}-${from}-${file}-normal.woff2`));
    const cut = await subsetFont(whole, text, {
      targetFormat: "woff2",
      variationAxes: axes,
      keepFeatures: features,
    });
    await writeFile(join(output, `${name}-${version}-${range}.woff2`), cut);
    console.log(
      `${name} ${range}: ${(cut.length / 1000).toFixed(1)} kB of ${(whole.length / 1000).toFixed(1)} kB`,
    );
  }
  await copyFile(join(folder, "LICENSE"), join(output, `${name}-LICENSE.txt`));
}
