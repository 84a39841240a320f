import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import ts from "typescript";

const root = join(import.meta.dirname, "../../..");

/** A regular expression in our source; `where` is its file and line. */
export type Found = { where: string; regex: RegExp };

/** A pattern assembled at run time from parts unknown to its source. `code`: how it is written. */
export type Unread = { where: string; code: string };

/** Values of names that the source does not reveal, by file and name. */
export type Samples = Record<string, string>;

const sources = new Map<string, ts.SourceFile>();
function sourceOf(path: string): ts.SourceFile {
  const known = sources.get(path);
  if (known) return known;
  const kind = path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true, kind);
  sources.set(path, source);
  return source;
}

/** A name's first value at the top of a file, or in the file it is imported from. */
function definitionOf(source: ts.SourceFile, name: string): ts.Expression | null {
  for (const statement of source.statements) {
    if (ts.isVariableStatement(statement)) {
      for (const { name: declared, initializer } of statement.declarationList.declarations)
        if (ts.isIdentifier(declared) && declared.text === name && initializer) return initializer;
    }
    if (ts.isImportDeclaration(statement) && ts.isStringLiteral(statement.moduleSpecifier)) {
      const bindings = statement.importClause?.namedBindings;
      const specifier = statement.moduleSpecifier.text;
      if (!bindings || !ts.isNamedImports(bindings) || !/^(?:\.|#app\/)/.test(specifier)) continue;
      const binding = bindings.elements.find(({ name: local }) => local.text === name);
      if (!binding) continue;
      const path = specifier.startsWith("#")
        ? join(root, specifier.slice(1))
        : join(dirname(source.fileName), specifier);
      return definitionOf(sourceOf(path), (binding.propertyName ?? binding.name).text);
    }
  }
  return null;
}

/** A text, or a list of them, from the source; null if it does not say. */
function read(node: ts.Expression, samples: Samples): string | string[] | null {
  const source = node.getSourceFile();
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isNumericLiteral(node)) return node.text;
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node))
    return read(node.expression, samples);
  if (ts.isTemplateExpression(node)) {
    let text = node.head.text;
    for (const { expression, literal } of node.templateSpans) {
      const part = read(expression, samples);
      if (typeof part !== "string") return null;
      text += part + literal.text;
    }
    return text;
  }
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const [left, right] = [read(node.left, samples), read(node.right, samples)];
    if (typeof left !== "string" || typeof right !== "string") return null;
    const sum = Number(left) + Number(right);
    return Number.isNaN(sum) ? left + right : String(sum);
  }
  if (ts.isArrayLiteralExpression(node)) {
    const parts = node.elements.map((element) => read(element, samples));
    return parts.every((part): part is string => typeof part === "string") ? parts : null;
  }
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    const { name, expression } = node.expression;
    const [glue] = node.arguments;
    const parts = name.text === "join" ? read(expression, samples) : null;
    if (typeof parts === "string") return parts;
    return Array.isArray(parts) && glue && ts.isStringLiteralLike(glue) ? parts.join(glue.text) : null;
  }
  if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === "String.raw")
    return ts.isNoSubstitutionTemplateLiteral(node.template) ? (node.template.rawText ?? null) : null;
  if (ts.isIdentifier(node)) {
    const sample = samples[`${relative(root, source.fileName)} ${node.text}`];
    if (sample !== undefined) return sample;
    const value = definitionOf(source, node.text);
    return value ? read(value, samples) : null;
  }
  return null;
}

/** Finds every regular expression of the TypeScript in these folders, by syntax. */
export function findRegexes(
  folders: readonly string[],
  samples: Samples = {},
): { found: Found[]; unread: Unread[] } {
  const found: Found[] = [];
  const unread: Unread[] = [];
  const paths = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((path) => /\.tsx?$/.test(path))
      .map((path) => join(folder, path))
      .sort(),
  );
  for (const path of paths) {
    const source = sourceOf(join(root, path));
    const visit = (node: ts.Node): void => {
      const where = () => `${path}:${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1}`;
      if (ts.isRegularExpressionLiteral(node)) {
        const [, pattern = "", flags = ""] = /^\/(.*)\/([a-z]*)$/su.exec(node.text) ?? [];
        found.push({ where: where(), regex: new RegExp(pattern, flags) });
      }
      const made = (ts.isNewExpression(node) || ts.isCallExpression(node)) && node;
      if (made && made.expression.getText(source) === "RegExp") {
        const [pattern, flags] = made.arguments ?? [];
        const text = pattern ? read(pattern, samples) : null;
        const flagText = flags ? read(flags, samples) : "";
        if (typeof text === "string" && typeof flagText === "string")
          found.push({ where: where(), regex: new RegExp(text, flagText) });
        else unread.push({ where: where(), code: made.getText(source) });
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return { found, unread };
}
