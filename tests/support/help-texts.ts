import { join } from "node:path";
import ts from "typescript";

const root = join(import.meta.dirname, "../..");
const isCatalogue = (file: ts.SourceFile) => file.fileName.includes("/app/i18n/en/");

/**
 * Finds which words the components use as help with a form field, as `sign.form.nameHint`; `*` is any key.
 * The value is where.
 */
export function helpTexts(): Map<string, string> {
  const { fileNames, options } = config();
  const files = fileNames.filter(
    (name) => /\/app\/(?:ui|routes)\/.*\.tsx$/.test(name) && /hint/i.test(ts.sys.readFile(name) ?? ""),
  );
  const program = ts.createProgram(files, { ...options, types: [] }, hostOf(options));
  const checker = program.getTypeChecker();
  const names = catalogueNames(program);
  const found = new Map<string, string>();

  for (const file of files) {
    const source = program.getSourceFile(file);
    if (!source) continue;
    const record = (node: ts.Node, symbols: ts.Symbol[]): boolean => {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      const paths = symbols
        .flatMap((symbol) => symbol.declarations ?? [])
        .filter((declaration) => isCatalogue(declaration.getSourceFile()))
        .map((declaration) => pathOf(declaration, names));
      for (const path of paths) found.set(path, `${file.slice(root.length + 1)}:${line + 1}`);
      return paths.length > 0;
    };
    const follow = (help: ts.Node): void => {
      if (!record(help, symbolsOf(help, checker))) ts.forEachChild(help, follow);
    };
    const visit = (node: ts.Node): void => {
      // As in `{ value: way, ...ways[way] }`.
      if (ts.isSpreadAssignment(node) || ts.isJsxSpreadAttribute(node))
        record(node, propertiesOf(node.expression, "hint", checker));
      for (const help of helpOf(node, checker)) follow(help);
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return found;
}

function config() {
  const parsed = ts.getParsedCommandLineOfConfigFile(
    join(root, "tsconfig.json"),
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: (problem) => {
        throw new Error(String(problem.messageText));
      },
    },
  );
  if (!parsed) throw new Error("no tsconfig.json");
  return parsed;
}

/** Loads components and words alone: packages and the domain do not affect help texts. */
function hostOf(options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options, true);
  const cache = ts.createModuleResolutionCache(root, (name) => name, options);
  host.resolveModuleNameLiterals = (literals, from) =>
    literals.map(({ text }) =>
      /^(\.|#app\/(i18n|ui|routes)\/)/.test(text)
        ? ts.resolveModuleName(text, from, options, host, cache)
        : { resolvedModule: undefined },
    );
  return host;
}

/** What is used as help: the property `hint`, an argument for one, or an element of that class. */
function helpOf(node: ts.Node, checker: ts.TypeChecker): ts.Node[] {
  if (ts.isJsxAttribute(node) && node.name.getText() === "hint" && node.initializer)
    return [node.initializer];
  if (ts.isPropertyAssignment(node) && node.name.getText() === "hint") return [node.initializer];
  if (ts.isJsxElement(node)) {
    const isHint = node.openingElement.attributes.properties.some(
      (one) =>
        ts.isJsxAttribute(one) &&
        one.name.getText() === "className" &&
        /["\s]hint["\s]/.test(one.initializer?.getText() ?? ""),
    );
    return isHint ? [...node.children] : [];
  }
  // As in `wire("name", say.name, say.nameHint)`; asking about every call would take a minute.
  if (ts.isCallExpression(node) && node.arguments.slice(2).some(ts.isPropertyAccessExpression)) {
    const parameters = checker.getResolvedSignature(node)?.parameters ?? [];
    return node.arguments.filter((_, index) => parameters[index]?.name === "hint");
  }
  return [];
}

/** What an expression reads: the property, or for a destructured name the property it came from. */
function symbolsOf(node: ts.Node, checker: ts.TypeChecker): ts.Symbol[] {
  if (ts.isPropertyAccessExpression(node)) return propertiesOf(node.expression, node.name.text, checker);
  if (!ts.isIdentifier(node)) return [];
  const declaration = checker.getSymbolAtLocation(node)?.declarations?.[0];
  if (!declaration || !ts.isBindingElement(declaration)) return [];
  const name = (declaration.propertyName ?? declaration.name).getText();
  const property = checker.getTypeAtLocation(declaration.parent).getProperty(name);
  return property ? [property] : [];
}

/** The property of that name of an object, or of every object that `objects[key]` can be. */
function propertiesOf(node: ts.Expression, name: string, checker: ts.TypeChecker): ts.Symbol[] {
  const property = checker.getNonNullableType(checker.getTypeAtLocation(node)).getProperty(name);
  if (property) return [property];
  if (!ts.isElementAccessExpression(node)) return [];
  return checker
    .getTypeAtLocation(node.expression)
    .getProperties()
    .flatMap((each) => checker.getTypeOfSymbol(each).getProperty(name) ?? []);
}

/** Finds where each file of words is in the tree: `./letter-dispatches.ts` at `letterConsole.dispatches`. */
function catalogueNames(program: ts.Program): Map<string, string> {
  const names = new Map<string, string>();
  const read = (path: string, prefix: string): void => {
    const file = program.getSourceFile(path);
    const imported = new Map<string, string>();
    for (const statement of file?.statements ?? [])
      if (ts.isImportDeclaration(statement) && statement.importClause?.name)
        imported.set(
          statement.importClause.name.text,
          join(path, "..", (statement.moduleSpecifier as ts.StringLiteral).text),
        );
    const visit = (node: ts.Node): void => {
      const value = ts.isShorthandPropertyAssignment(node)
        ? node.name
        : ts.isPropertyAssignment(node) && ts.isIdentifier(node.initializer)
          ? node.initializer
          : null;
      const from = value && imported.get(value.text);
      if (from && !names.has(from)) {
        const name = `${prefix}${(node as ts.PropertyAssignment).name.getText()}`;
        names.set(from, name);
        read(from, `${name}.`);
      }
      ts.forEachChild(node, visit);
    };
    if (file) visit(file);
  };
  read(join(root, "app/i18n/en/index.ts"), "");
  return names;
}

/** A declaration's path in the tree of words. */
function pathOf(declaration: ts.Node, names: Map<string, string>): string {
  const keys: string[] = [];
  for (let node = declaration; !ts.isSourceFile(node); node = node.parent) {
    if (ts.isPropertyAssignment(node) || ts.isPropertySignature(node))
      keys.unshift(
        ts.isIdentifier(node.name) || ts.isStringLiteral(node.name) ? node.name.text : node.name.getText(),
      );
    if (ts.isArrayTypeNode(node) || ts.isArrayLiteralExpression(node)) keys.unshift("*");
    if (ts.isTypeReferenceNode(node) && node.typeName.getText() === "Record") keys.unshift("*");
  }
  const name = names.get(declaration.getSourceFile().fileName);
  if (name === undefined) throw new Error(`${declaration.getSourceFile().fileName} is in no catalogue`);
  return [name, ...keys].join(".");
}
