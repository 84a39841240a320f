import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import ts from "typescript";

const root = join(import.meta.dirname, "../..");

/** One top-level function or value of a file: what its text says and which others it names. */
type Node = { text: string; calls: string[] };

const filesUnder = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesUnder(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });

const inApp = (from: string, specifier: string): string | null => {
  if (specifier.startsWith("#app/")) return join(root, "app", specifier.slice("#app/".length));
  return specifier.startsWith(".") ? join(dirname(from), specifier) : null;
};

/** Top-level names of a file with their syntax; `export { a as b } from` defines b as naming a. */
function* definitions(source: ts.SourceFile): Generator<[string, ts.Node]> {
  for (const statement of source.statements) {
    if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) {
      yield [statement.name?.text ?? "default", statement];
    } else if (ts.isExportAssignment(statement)) {
      yield ["default", statement.expression];
    } else if (ts.isVariableStatement(statement)) {
      for (const { name, initializer } of statement.declarationList.declarations) {
        if (ts.isIdentifier(name) && initializer) yield [name.text, initializer];
      }
    }
  }
}

/**
 * Maps which top-level function names which other, over some folders of the app: from syntax alone, without
 * types. Keys are `app/domain/…/file.ts#name`.
 */
export function callGraph(...folders: string[]): Map<string, Node> {
  const graph = new Map<string, Node>();
  for (const file of folders.flatMap((folder) => filesUnder(join(root, folder)))) {
    const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
    const names = new Map<string, string>();
    const keyOf = (path: string, name: string) => `${relative(root, path)}#${name}`;
    for (const statement of source.statements) {
      const from =
        (ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)) && statement.moduleSpecifier;
      const path = from && ts.isStringLiteral(from) ? inApp(file, from.text) : null;
      if (path === null) continue;
      const bindings = ts.isImportDeclaration(statement) ? statement.importClause?.namedBindings : undefined;
      if (bindings && ts.isNamedImports(bindings)) {
        for (const { name, propertyName } of bindings.elements)
          names.set(name.text, keyOf(path, (propertyName ?? name).text));
      }
    }
    const own = [...definitions(source)];
    for (const [name] of own) names.set(name, keyOf(file, name));
    for (const [name, node] of own) {
      const calls = new Set<string>();
      const visit = (each: ts.Node): void => {
        if (ts.isIdentifier(each)) {
          const called = names.get(each.text);
          if (called) calls.add(called);
        }
        ts.forEachChild(each, visit);
      };
      visit(node);
      calls.delete(keyOf(file, name));
      graph.set(keyOf(file, name), { text: node.getText(source), calls: [...calls] });
    }
  }
  return graph;
}

/** Collects all that some functions lead to, and themselves. */
export function reached(graph: Map<string, Node>, from: Iterable<string>): Set<string> {
  const seen = new Set<string>();
  const waiting = [...from];
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (seen.has(key)) continue;
    seen.add(key);
    waiting.push(...(graph.get(key)?.calls ?? []));
  }
  return seen;
}
