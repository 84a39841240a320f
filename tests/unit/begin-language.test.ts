import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { refusal, wholeLanguage } from "#app/i18n/begin-language.mjs";
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
  const keys = new Set(paths(begun));
  expect(paths(es).filter((path) => !keys.has(path) && paths(en).includes(path))).toEqual([]);
  expect(begun.lettersPublic.moderation).toBeUndefined();
  expect(begun.sign.form.button).toBe(en.sign.form.button);
});

/** The compiler's errors in a text on its own: syntax, and names declared twice. */
function faults(text: string): string[] {
  const file = ts.createSourceFile("words.ts", text, ts.ScriptTarget.Latest);
  const program = ts.createProgram(
    ["words.ts"],
    { noLib: true, noResolve: true },
    { ...ts.createCompilerHost({}), getSourceFile: (name) => (name === "words.ts" ? file : undefined) },
  );
  const twice = [2300, 2440, 2451];
  return [
    ...program.getSyntacticDiagnostics(file),
    ...program.getSemanticDiagnostics(file).filter(({ code }) => twice.includes(code)),
  ].map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "));
}

test("the file takes no name twice, and from each file in one line", () => {
  const text = wholeLanguage("fr");
  expect(faults(text)).toEqual([]);
  const modules = [...text.matchAll(/^import .* from "(.*)";$/gm)].map(([, from]) => from);
  expect(modules).toEqual([...new Set(modules)]);
  expect(text).toContain('import { capitalized, stopped } from "../sentence.ts";');
});

test.each(["xx", "", "fra", "../es"])("what is no language is refused: %j", (code) => {
  expect(refusal(code)).toMatch(/^[^\n]*npm run language -- fr$/);
});

test("a language that is there is not begun again", () => {
  expect(refusal("es")).toBe("app/i18n/es/index.ts is there already.");
  expect(refusal("fr")).toBeNull();
});
