import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Finds the checkout, also from a built file. */
export function findRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const file = join(folder, "package.json");
    if (existsSync(file) && JSON.parse(readFileSync(file, "utf8")).name === "undersigned") return folder;
    if (folder === dirname(folder))
      throw new Error("no folder above this file has the checkout's package.json");
    folder = dirname(folder);
  }
}
