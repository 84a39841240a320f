// Cuts the typefaces of share pictures: `node app/pictures/fonts/cut.mjs`. What draws them reads static
// TrueType; the headline takes the display cut of the serif. Letters beyond these come from the typefaces of
// PDFs. Run it again when a package of the fonts is updated.
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import subsetFont from "subset-font";

const require = createRequire(import.meta.url);
const cuts = [
  { to: "display.ttf", family: "source-serif-4", file: "opsz", axes: { wght: 600, opsz: 60 } },
  { to: "label.ttf", family: "public-sans", file: "wght", axes: { wght: 600 } },
];
const letters = Array.from({ length: 0x17f - 0x20 + 1 }, (_, i) => String.fromCodePoint(0x20 + i));
const signs = [..."‘’‚“”„–—…·†‹›€™−"];

for (const { to, family, file, axes } of cuts) {
  const folder = dirname(require.resolve(`@fontsource-variable/${family}/package.json`));
  const whole = await readFile(join(folder, "files", `${family}-latin-${file}-normal.woff2`));
  const cut = await subsetFont(whole, [...letters, ...signs].join(""), {
    targetFormat: "truetype",
    keepFeatures: ["kern", "liga", "ccmp"],
    noHinting: true,
    variationAxes: axes,
  });
  await writeFile(join(import.meta.dirname, to), cut);
  console.log(`${to}: ${(cut.length / 1000).toFixed(1)} kB`);
}
