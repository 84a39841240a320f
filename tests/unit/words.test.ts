// Keeps words that readers stumble over out of everything the product says; one thing has one word.
import { readFileSync } from "node:fs";
import { extname, join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { sourceFiles } from "#tests/support/source-files.ts";

const root = join(import.meta.dirname, "../..");
/** Message of a failure. */
const rules = "docs/words.md refuses these words: rule 10, and the columns “not”";
/** Not a part of a code or name such as `--anew` or `mail.anew`. */
const refused =
  /(?<![\w.-])(whoever|anew|meanwhile|of so many|is told of|puts back|stands still|beside|comes of it|takes leave)(?![\w-])/i;

const files = sourceFiles().filter(
  (path) => /\.(md|ts|tsx|mjs|cjs|js|sql|css|sh)$/.test(path) && !/^db\/(migrations|postgres)\//.test(path),
);

/** A file's prose: of a page all but its code, of a program its comments and tests' names. */
function prose(path: string): string[] {
  const text = readFileSync(join(root, path), "utf8");
  if (extname(path) === ".md") return text.replace(/`[^`\n]*`/g, "``").split("\n");
  const comment = /^\s*(?:\/\/|\/?\*|--|#(?!\w+\/)).*|(?<!:)\/\/ .*|\/\*.*?\*\/|^\s*(?:test|it)\(["`].*/;
  const comments = text.split("\n").map((line) => comment.exec(line)?.[0] ?? "");
  if (!/^(app\/(i18n|cli|pdf|routes\/api)|db\/seed|emails)\//.test(path)) return comments;
  // Their words for readers are in their strings.
  const strings = /("(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`)|[^\n]/g;
  const literals = text.replace(strings, (_, literal) => literal ?? " ").split("\n");
  return comments.map((line, at) => line || (literals[at] ?? ""));
}

test("docs, comments and texts keep to words that read once", () => {
  expect(files.length).toBeGreaterThan(2000);
  const found = files.flatMap((path) =>
    prose(path).flatMap((line, at) => (refused.test(line) ? [`${path}:${at + 1} ${line.trim()}`] : [])),
  );
  expect(found, rules).toEqual([]);
});

test("fewer than 40 lines have a word that leaves open who, what, when or where", () => {
  const lines = files.flatMap((path) =>
    readFileSync(join(root, path), "utf8")
      .split("\n")
      .flatMap((line, at) =>
        /\b(whoever|anew|meanwhile|wherever|whatever)\b/i.test(line) ? [`${path}:${at + 1}`] : [],
      ),
  );
  expect(lines.length, `say who, what, when or where in one of\n${lines.join("\n")}`).toBeLessThan(40);
});

test("each English catalogue keeps to its words in docs/words.md", () => {
  const rows = readFileSync(join(root, "docs/words.md"), "utf8").matchAll(/^\| ([\w-]+) \| ([\d,]+) \|$/gm);
  const limits = new Map(
    [...rows].map(([, name, limit]) => [`app/i18n/en/${name}.ts`, Number(limit?.replaceAll(",", ""))]),
  );
  const catalogues = files.filter((path) => path.startsWith("app/i18n/en/"));
  expect(catalogues.length).toBeGreaterThan(50);
  expect([...limits.keys()].sort()).toEqual([...catalogues].sort());
  // Counted like `wc -w`.
  const wordsIn = (path: string) => readFileSync(join(root, path), "utf8").match(/\S+/g)?.length ?? 0;
  const long = catalogues.flatMap((path) => {
    const excess = wordsIn(path) - (limits.get(path) ?? 0);
    return excess > 0 ? [`${path}: cut ${excess} words, or raise its limit`] : [];
  });
  expect(long).toEqual([]);
});

test("what hides a total are five people, not five pledges", () => {
  const pledges =
    /\b(five|5) pledges|pledge is one of the five|\b(cinco|5) compromisos|compromiso es uno de los/i;
  const texts = [...textsIn("en"), ...textsIn("es")];
  expect(texts.filter(({ text }) => pledges.test(text)).map(({ at }) => at)).toEqual([]);
});

/** A catalogue's texts, each with the file and line it begins on; without keys. */
function textsIn(language: "en" | "es"): { at: string; text: string }[] {
  const found: { at: string; text: string }[] = [];
  for (const path of files.filter((file) => file.startsWith(`app/i18n/${language}/`))) {
    const text = readFileSync(join(root, path), "utf8");
    const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node) => {
      if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
      const isKey = ts.isPropertyAssignment(node.parent) && node.parent.name === node;
      const isText = ts.isStringLiteralLike(node) || ts.isTemplateHead(node);
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      if ((isText || ts.isTemplateMiddleOrTemplateTail(node)) && !isKey)
        found.push({ at: `${path}:${line + 1}`, text: node.text });
      ts.forEachChild(node, visit);
    };
    ts.forEachChild(source, visit);
  }
  return found;
}

/** Places where a word of the last column means another thing. */
const otherSenses = [
  // A message that a person sends to friends.
  "Signal con un mensaje",
  "Su mensaje",
  "Copiar este mensaje",
  // A plan trustee's message.
  "el mensaje del fiduciario",
  "donde diga el mensaje",
  "busque primero su mensaje",
];

/** The words in a column of the table in docs/words.md. */
const wordsOfColumn = (column: number) =>
  readFileSync(join(root, "docs/words.md"), "utf8")
    .split("\n")
    .filter((line) => /^\|(?! ?(thing|-))/.test(line))
    .flatMap((line) => line.split("|")[column]?.trim().split(", ") ?? [])
    .filter(Boolean);

/** English words of the third column that also mean other things: no program can tell them apart. */
const ofOtherThings = new Set(
  "letter mail delivery message digest look screening held kept stop office target".split(" "),
);

test("English has one word for each thing of docs/words.md", () => {
  const refusedInEnglish = wordsOfColumn(3).filter((word) => !ofOtherThings.has(word));
  expect(refusedInEnglish).toEqual(expect.arrayContaining(["newsletter", "imprint", "trial", "prove again"]));
  const other = new RegExp(`(?<![\\p{L}-])(${refusedInEnglish.join("|")})s?(?![\\p{L}-])`, "iu");
  const texts = textsIn("en");
  expect(texts.length).toBeGreaterThan(5000);
  expect(
    texts.filter(({ text }) => other.test(text)),
    rules,
  ).toEqual([]);
});

test("Spanish has one word for each thing of docs/words.md", () => {
  const refusedInSpanish = wordsOfColumn(5);
  expect(refusedInSpanish.length).toBeGreaterThan(30);
  const other = new RegExp(`(?<!\\p{L})(${refusedInSpanish.join("|")})(e?s)?(?!\\p{L})`, "iu");
  const inOwnSense = (text: string) => otherSenses.reduce((left, phrase) => left.replace(phrase, ""), text);
  const texts = textsIn("es");
  expect(texts.length).toBeGreaterThan(2000);
  expect(
    texts.filter(({ text }) => other.test(inOwnSense(text))),
    rules,
  ).toEqual([]);
});
