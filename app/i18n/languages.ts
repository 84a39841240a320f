import type { Language } from "./translation.ts";

/** Every folder's index.ts: Vite finds them when it builds or serves. */
const found: Record<string, Language> = import.meta.env?.MODE
  ? import.meta.glob("./*/index.ts", { eager: true, import: "default" })
  : await readFolders();

/** What runs without Vite, as journeys in Playwright do, reads the folders. */
async function readFolders() {
  const { readdirSync } = process.getBuiltinModule("node:fs");
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((each) =>
    each.isDirectory(),
  );
  const read = folders.map(async ({ name }) => {
    const path = `${import.meta.dirname}/${name}/index.ts`;
    return [path, ((await import(/* @vite-ignore */ path)) as { default: Language }).default] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}

/** What each language says, by its code, which is the name of its folder (docs/languages.md says how one is added). */
export const languages: Record<string, Language> = Object.fromEntries(
  Object.entries(found).map(([path, language]) => [path.split("/").at(-2) ?? path, language]),
);
