// Rule 7 of docs/words.md: the comment of an exported function begins with a verb in the third person, such
// as "Stores…". A program knows no verbs: it checks that the first word is capitalized and ends in "s".
import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { sourceFiles } from "#tests/support/source-files.ts";

const root = join(import.meta.dirname, "../..");

/** Begins some 70 predicates ("True while frozen."): "Returns true while" would add nothing. */
const predicate = "True";

/** First words that end in "s" and are not verbs. */
const noVerbs =
  "As Always Conditions Days Dollars Has Hours Ids Is Its Letters Rows Signatures This Unless Was";

const beginsWithVerb = (comment: string) => {
  const [first = ""] = /[^/*\s][^\s,.:;]*/.exec(comment) ?? [];
  return first === predicate || (/^[A-Z][a-z]+s$/.test(first) && !noVerbs.split(" ").includes(first));
};

const isFunction = (node: ts.Node | undefined) =>
  node !== undefined && (ts.isArrowFunction(node) || ts.isFunctionExpression(node));

const isExportedFunction = (statement: ts.Statement) => {
  if (!ts.canHaveModifiers(statement)) return false;
  if (!ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return false;
  if (ts.isFunctionDeclaration(statement)) return true;
  if (!ts.isVariableStatement(statement)) return false;
  return statement.declarationList.declarations.some(({ initializer }) => isFunction(initializer));
};

/** Finds doc comments of exported functions that begin otherwise. To be quick, parses no more than these. */
function findWrong(path: string, text: string): string[] {
  const kind = path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return documented(text).filter((part) => {
    if (beginsWithVerb(part)) return false;
    const [first] = ts.createSourceFile(path, part, ts.ScriptTarget.Latest, false, kind).statements;
    return first !== undefined && isExportedFunction(first);
  });
}

/** Cuts a file before each of its doc comments that an exported value follows. */
const documented = (text: string) =>
  text.split(/^(?=\/\*\*)/m).filter((part) => {
    const code = part.startsWith("/**") ? part.slice(part.indexOf("*/") + 2) : "";
    return /^\s+export (?!type|interface|class)/.test(code);
  });

test("the comment of an exported function begins with its verb", () => {
  const files = sourceFiles("app", "db", "emails").filter((path) => /\.tsx?$/.test(path));
  const texts = files.map((path) => [path, readFileSync(join(root, path), "utf8")] as const);
  expect(texts.flatMap(([, text]) => documented(text)).length).toBeGreaterThan(2000);
  const wrong = texts.flatMap(([path, text]) =>
    findWrong(path, text).map((part) => `${path}: ${part.slice(0, 80)}`),
  );
  expect(wrong).toEqual([]);
});

test("a comment without its verb is found, in every form of a function", () => {
  const text = `
/** Stores it. */
export function store() {}
/** True while it is stored. */
export const isStored = () => true;
/** The thing that was stored. */
export async function find() {}
/**
 * How many there are.
 */
export const count = async <Row,>(
  rows: Row[],
): Promise<number> => rows.length;
/** this is no capital. */
export default function () {}
/** Its name. */
export const name = function () {};
/** What is not exported. */
function other() {}
/** What is no function. */
export const limit = 1;
export const uncommented = () => 1;
`;
  const found = findWrong("a.tsx", text);
  expect(found.map((part) => part.split(/[/*\s]+/)[1])).toEqual(["The", "How", "this", "Its"]);
});
