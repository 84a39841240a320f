// Cuts the typefaces of PDFs: `node app/pdf/fonts/cut.mjs`. PDFs embed static TrueType, and names need more
// letters than pages do, from one file: a word is never shaped from two fonts. Run it again after updating a
// font package.
import { copyFile, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import subsetFont from "subset-font";

const output = import.meta.dirname;
const require = createRequire(import.meta.url);
const packaged = (path) => join(dirname(require.resolve(`${path.name}/package.json`)), path.file);

const between = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i));
const latin = [...between(0x20, 0x7e), ...between(0xa0, 0x24f), ...between(0x1e00, 0x1eff)];
const marks = between(0x300, 0x36f);
const signs = [..."‘’‚“”„–—…·†‹›€™−"];
const text = [...latin, ...marks, ...signs].join("");
const names = [...latin, ...marks, ...between(0x370, 0x3ff), ...between(0x400, 0x52f), ...signs].join("");

const serif = { name: "@expo-google-fonts/source-serif-4" };
const sans = { name: "@fontsource-variable/public-sans" };
const cuts = [
  { to: "serif.ttf", from: { ...serif, file: "400Regular/SourceSerif4_400Regular.ttf" }, text: names },
  { to: "serif-semibold.ttf", from: { ...serif, file: "600SemiBold/SourceSerif4_600SemiBold.ttf" }, text },
  {
    to: "sans.ttf",
    from: { ...sans, file: "files/public-sans-latin-wght-normal.woff2" },
    text,
    axes: { wght: 400 },
  },
];

for (const { to, from, text: characters, axes } of cuts) {
  const whole = await readFile(packaged(from));
  const cut = await subsetFont(whole, characters, {
    targetFormat: "truetype",
    keepFeatures: ["kern", "liga", "ccmp", "locl", "mark", "mkmk"],
    noHinting: true,
    ...(axes && { variationAxes: axes }),
  });
  await writeFile(join(output, to), cut);
  console.log(`${to}: ${(cut.length / 1000).toFixed(1)} kB`);
}
await copyFile(packaged({ ...serif, file: "LICENSE_FONT" }), join(output, "source-serif-4-LICENSE.txt"));
await copyFile(packaged({ ...sans, file: "LICENSE" }), join(output, "public-sans-LICENSE.txt"));
