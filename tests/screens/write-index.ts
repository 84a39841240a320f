import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { folder } from "./picture.ts";

/** Writes `screens/index.html`, on which the pictures of each page are side by side. */
export default function writeIndex() {
  if (!existsSync(folder)) return;
  const files = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith(".png"))
    .sort();
  const pages = [...new Set(files.map(pageOf))];
  const image = (file: string) => `<a href="${file}"><img loading="lazy" src="${file}" alt="${file}"></a>`;
  const rows = pages.map(
    (page) =>
      `<h2>${page}</h2><p>${files
        .filter((file) => pageOf(file) === page)
        .map(image)
        .join("")}</p>`,
  );
  writeFileSync(
    join(folder, "index.html"),
    `<!doctype html><meta charset="utf-8"><title>Every page</title>
<style>body{font:16px system-ui;background:#888;margin:1rem}
img{max-height:70vh;max-width:45vw;margin:.25rem;vertical-align:top}</style>
<h1>${pages.length} pages, ${files.length} pictures</h1>${rows.join("\n")}\n`,
  );
  process.stdout.write(`${pages.length} pages, ${files.length} pictures: screens/index.html\n`);
}

const pageOf = (file: string) => file.replace(/\.(light|dark)\.\d+\.png$/, "");
