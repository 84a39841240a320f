// Draws the picture of shared links and writes it to public/share.png: `node app/ui/share-image.mjs`. It
// shows the wordmark on its line, in the pages' type and colors, without any words: it is for every campaign.
// Uses playwright's Chromium, or the one whose path is given.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "@playwright/test";

const root = new URL("../..", import.meta.url).pathname;
const { version } = JSON.parse(
  await readFile(join(root, "node_modules/@fontsource-variable/source-serif-4/package.json"), "utf8"),
);
const font = await readFile(join(root, `public/fonts/source-serif-4-${version}-core.woff2`));

const page = `<!doctype html><style>
  @font-face { font-family: "Source Serif 4"; font-weight: 400 700;
    src: url(data:font/woff2;base64,${font.toString("base64")}); }
  body { margin: 0; background: #fbfaf7; color: #17191e; }
  p { position: absolute; left: 96px; right: 0; bottom: 168px; display: flex; align-items: flex-end;
    gap: 0.3em; margin: 0; padding-bottom: 0.24em; border-bottom: 7px solid #17191e;
    font: 600 132px/1 "Source Serif 4"; font-optical-sizing: auto; letter-spacing: -0.02em; }
  svg { width: 0.46em; height: 0.46em; margin-bottom: -0.01em;
    fill: none; stroke: #17191e; stroke-width: 1.5; }
</style><p><svg viewBox="0 0 10 10"><path d="M1 1l8 8M9 1 1 9"/></svg>Undersigned</p>`;

const [executablePath] = process.argv.slice(2);
const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: ["--no-sandbox"] });
const tab = await browser.newPage({ viewport: { width: 1200, height: 630 } });
await tab.setContent(page);
await tab.evaluate("document.fonts.ready");
const picture = await tab.screenshot({ path: join(root, "public/share.png") });
await browser.close();
console.log(`public/share.png: ${(picture.length / 1000).toFixed(1)} kB`);
