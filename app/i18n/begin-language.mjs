// `npm run language -- fr` writes app/i18n/fr/index.ts: all that Spanish says, in one file and in English, to be translated.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";

const here = import.meta.dirname;
const parse = (text) => ts.createSourceFile("words.ts", text, ts.ScriptTarget.Latest, true);
const read = (path) => parse(readFileSync(path, "utf8"));

const bare = (node) =>
  ts.isAsExpression(node) || ts.isSatisfiesExpression(node) ? bare(node.expression) : node;
const given = (file) => bare(file.statements.find(ts.isExportAssignment).expression);
const nameOf = (node) => node.name?.text ?? "";
const isTree = (node) => node !== undefined && ts.isObjectLiteralExpression(node);

/** What a property holds, looked up where it is a constant of its file. */
function initializerOf(file, property) {
  if (!ts.isShorthandPropertyAssignment(property)) return property.initializer && bare(property.initializer);
  const constants = file.statements
    .filter(ts.isVariableStatement)
    .flatMap((each) => [...each.declarationList.declarations]);
  return constants.find((each) => nameOf(each) === nameOf(property))?.initializer;
}

/** The file of each catalogue of a language, by the catalogue's name. */
function catalogues(folder) {
  const index = read(join(folder, "index.ts"));
  const imports = index.statements.filter((each) => ts.isImportDeclaration(each) && each.importClause?.name);
  const paths = new Map(
    imports.map((each) => [nameOf(each.importClause), join(folder, each.moduleSpecifier.text)]),
  );
  const named = given(index).properties.map((each) => [
    nameOf(each),
    paths.get(each.initializer?.getText() ?? nameOf(each)),
  ]);
  return new Map(named.filter(([, path]) => path !== undefined));
}

/** Where the English words are that Spanish has none for: those of the console. */
function unsaid(english, tree, spanish, other) {
  return tree.properties.flatMap((property) => {
    const theirs = other.properties.find((each) => nameOf(each) === nameOf(property));
    if (theirs === undefined) return [[property.getFullStart(), property.end + 1]];
    const [own, there] = [initializerOf(english, property), initializerOf(spanish, theirs)];
    return isTree(own) && isTree(there) ? unsaid(english, own, spanish, there) : [];
  });
}

/** The English file of a catalogue without what Spanish does not say. */
function cut(path, spanish) {
  const english = read(path);
  const ranges = unsaid(english, given(english), spanish, given(spanish)).sort(([a], [b]) => b - a);
  return parse(ranges.reduce((text, [from, to]) => text.slice(0, from) + text.slice(to), english.text));
}

const uses = (text, name) => new RegExp(`\\b${name}\\b`).test(text);

/** What a file has besides its words, and what it takes from files next to it. */
function statementsOf(file, folder) {
  const own = file.statements.filter((each) => !ts.isImportDeclaration(each) && !ts.isExportAssignment(each));
  const text = file.statements
    .filter((each) => !ts.isImportDeclaration(each))
    .map((each) => each.getText())
    .join("\n");
  const taken = file.statements
    .filter(ts.isImportDeclaration)
    .filter(({ moduleSpecifier: { text: from } }) => from.startsWith("./") && from !== "./icu.ts")
    .filter(({ importClause }) =>
      importClause.namedBindings?.elements.some((each) => uses(text, nameOf(each))),
    )
    .flatMap(({ moduleSpecifier }) => statementsOf(read(join(folder, moduleSpecifier.text)), folder));
  return [
    ...taken,
    ...own.map((each) =>
      each
        .getFullText()
        .trim()
        .replace(/^export /m, ""),
    ),
  ];
}

/** What files take from those that every language shares: each name once, each file in one line. */
function shared(files) {
  const names = new Map();
  for (const { importClause, moduleSpecifier } of files.flatMap((file) =>
    file.statements.filter(ts.isImportDeclaration),
  )) {
    const { text: from } = moduleSpecifier;
    if (!from.startsWith("../")) continue;
    const taken = importClause.namedBindings.elements.map((each) => each.getText());
    names.set(from, new Set([...(names.get(from) ?? []), ...taken]));
  }
  return [...names].map(([from, taken]) => `import { ${[...taken].sort().join(", ")} } from "${from}";`);
}

const inOwnTag = (text) => text.replace(/(new Intl\.\w+\()"en(?:-GB)?"/g, "$1tag");

/** Returns a new language as one file: English words, under its name and tag. */
export function wholeLanguage(code) {
  const [english, spanish] = ["en", "es"].map((name) => catalogues(join(here, name)));
  const parts = [...spanish].map(([name, path]) => [name, cut(english.get(name), read(path))]);
  const bared = (text) => text.replace(/^\/\*\*.*?\*\/\s*/s, "");
  const all = parts.flatMap(([, file]) => statementsOf(file, join(here, "en")));
  // What two catalogues have in common is written once, under either comment.
  const helpers = new Map(all.map((text) => [bared(text), text])).values();
  const imports = [
    'import { icuIn } from "../icu.ts";',
    ...shared(parts.map(([, file]) => file)),
    'import type { Language } from "../translation.ts";',
  ];
  const own = new Intl.DisplayNames(code, { type: "language" }).of(code) ?? code;
  const direction = new Intl.Locale(code).textInfo?.direction ?? "ltr";
  return inOwnTag(`${imports.join("\n")}

/** How dates, numbers and plurals are written (BCP 47). */
const tag = "${code}";
const icu = icuIn(tag);

${[...helpers].join("\n\n")}

export default {
  language: { name: "${own.charAt(0).toLocaleUpperCase(code)}${own.slice(1)}", tag, direction: "${direction}" },

${parts.map(([name, file]) => `${name}: ${given(file).getText()},`).join("\n\n")}
} satisfies Language;
`);
}

const known = new Intl.DisplayNames("en", { type: "language", fallback: "none" });

/** Says why no language can begin under a code, or null. */
export function refusal(code) {
  if (!/^[a-z]{2}$/.test(code)) return "Say the language by its code of two letters: npm run language -- fr";
  if (!known.of(code)) return `No language has the code ${code}. Say one that has: npm run language -- fr`;
  if (existsSync(join(here, code, "index.ts"))) return `app/i18n/${code}/index.ts is there already.`;
  return null;
}

function begin(code = "") {
  const refused = refusal(code);
  if (refused) return refused;
  const target = join(here, code, "index.ts");
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, wholeLanguage(code));
  spawnSync("npx", ["biome", "format", "--write", target]);
  process.stdout.write(`Written: app/i18n/${code}/index.ts. docs/languages.md says what is next.\n`);
}

if (process.argv[1] === import.meta.filename) {
  const problem = begin(process.argv[2]);
  if (problem) {
    process.stderr.write(`${problem}\n`);
    process.exitCode = 2;
  }
}
