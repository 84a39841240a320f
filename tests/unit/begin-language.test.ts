import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { wholeLanguage } from "#app/i18n/begin-language.mjs";
import en from "#app/i18n/en/index.ts";
import es from "#app/i18n/es/index.ts";

/** The path of every message: `sign.form.button`. */
const paths = (tree: object, at = ""): string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "object" && value !== null ? paths(value, `${at}${key}.`) : [`${at}${key}`],
  );

test("a language begins as one file that says in English all that Spanish says", async () => {
  const folder = mkdtempSync(join(tmpdir(), "language-"));
  const file = join(folder, "index.ts");
  const shared = join(import.meta.dirname, "../../app/i18n");
  writeFileSync(file, wholeLanguage("ar").replaceAll('"../', `"${shared}/`));
  const { default: begun } = await import(file);
  rmSync(folder, { recursive: true });
  expect(begun.language).toEqual({ name: "العربية", tag: "ar", direction: "rtl" });
  const said = new Set(paths(begun));
  expect(paths(es).filter((path) => !said.has(path) && paths(en).includes(path))).toEqual([]);
  expect(begun.lettersPublic.moderation).toBeUndefined();
  expect(begun.sign.form.button).toBe(en.sign.form.button);
});
