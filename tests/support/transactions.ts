import { join, relative } from "node:path";
import ts from "typescript";

const root = join(import.meta.dirname, "../..");

type Fault = {
  file: string;
  line: number;
  /** `foreign`: awaits something outside the transaction. `at once`: statements are not awaited in order. */
  kind: "foreign" | "at once" | "floating";
  text: string;
};

const names = (type: ts.Type): string[] =>
  (type.isUnion() || type.isIntersection() ? type.types : [type]).flatMap((part) => part.symbol?.name ?? []);

/** A transaction of drizzle or of postgres.js, and nothing else. */
const isTransaction = (type: ts.Type) =>
  !type.isUnion() && names(type).some((name) => name === "PgTransaction" || name === "TransactionSql");

/** The database or a transaction of it. */
const mayBeTransaction = (type: ts.Type) => type.isUnion() && type.types.some((part) => isTransaction(part));

/** A function, an object or a text is no transaction; finding its type is most of the work. */
const isWrittenOut = (node: ts.Expression) =>
  ts.isArrowFunction(node) ||
  ts.isObjectLiteralExpression(node) ||
  ts.isArrayLiteralExpression(node) ||
  ts.isLiteralExpression(node) ||
  ts.isTemplateExpression(node) ||
  ts.isTaggedTemplateExpression(node);

/** In every file that takes, hands on or begins a transaction. */
const aboutTransactions = /\bTx\b|TransactionSql|DbOrTx|\.(transaction|begin)\(/;

const together = /^Promise\s*\.\s*(all|allSettled|race|any)$/;

/**
 * Finds what the callbacks of transactions await besides their own transaction, in `app` and `db`: also in
 * what they hand it to. `planted` are files that are looked through as if they were there.
 */
export function findTransactionFaults(planted: Record<string, string> = {}): Fault[] {
  const config = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile).config;
  const { options, fileNames } = ts.parseJsonConfigFileContent(
    { ...config, include: ["app", "db"] },
    ts.sys,
    root,
  );
  const added = new Map(Object.entries(planted).map(([path, text]) => [join(root, path), text]));
  const host = ts.createCompilerHost(options, true);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (path) => added.has(path) || fileExists(path);
  host.readFile = (path) => added.get(path) ?? readFile(path);
  host.getSourceFile = (path, ...rest) => {
    const text = added.get(path);
    return text === undefined ? getSourceFile(path, ...rest) : ts.createSourceFile(path, text, rest[0], true);
  };
  const about = fileNames.filter((path) => aboutTransactions.test(ts.sys.readFile(path) ?? ""));
  const program = ts.createProgram([...about, ...added.keys()], options, host);
  return findFaults(program);
}

function findFaults(program: ts.Program): Fault[] {
  const checker = program.getTypeChecker();
  const sources = program
    .getSourceFiles()
    .filter(({ fileName }) => fileName.startsWith(`${root}/`) && !/node_modules|\.d\.ts$/.test(fileName))
    .filter(({ text }) => aboutTransactions.test(text));

  const inside = new Set<ts.SignatureDeclaration>();
  const maybe: ts.SignatureDeclaration[] = [];
  const calls: { call: ts.CallExpression; within: ts.SignatureDeclaration[] }[] = [];
  const boundTypes = (name: ts.BindingName): ts.Type[] =>
    ts.isIdentifier(name)
      ? [checker.getTypeAtLocation(name)]
      : name.elements.flatMap((element) => (ts.isBindingElement(element) ? boundTypes(element.name) : []));

  const collect = (node: ts.Node, within: ts.SignatureDeclaration[]): void => {
    let around = within;
    if (ts.isFunctionLike(node) && "body" in node && node.body) {
      around = [...within, node];
      const types = node.parameters.flatMap(({ name }) => boundTypes(name));
      if (types.some(isTransaction)) inside.add(node);
      else if (types.some(mayBeTransaction)) maybe.push(node);
    }
    if (ts.isCallExpression(node)) {
      calls.push({ call: node, within: around });
      const { expression } = node;
      if (ts.isPropertyAccessExpression(expression) && /^(transaction|begin)$/.test(expression.name.text))
        for (const argument of node.arguments) if (ts.isArrowFunction(argument)) inside.add(argument);
    }
    ts.forEachChild(node, (child) => collect(child, around));
  };
  for (const source of sources) collect(source, []);

  // What takes the database or a transaction counts where any transaction reaches it.
  const takers = new Set([...inside, ...maybe]);
  const candidates = new Set(maybe);
  for (let grown = true; grown; ) {
    grown = false;
    for (const { call, within } of calls) {
      const isInside = within.some((one) => inside.has(one));
      const given = call.arguments
        .filter((argument) => !isWrittenOut(argument))
        .map((argument) => checker.getTypeAtLocation(argument));
      if (!given.some((type) => isTransaction(type) || (isInside && mayBeTransaction(type)))) continue;
      const declared = checker.getResolvedSignature(call)?.declaration;
      if (!declared || !candidates.has(declared as ts.SignatureDeclaration)) continue;
      candidates.delete(declared as ts.SignatureDeclaration);
      inside.add(declared as ts.SignatureDeclaration);
      grown = true;
    }
  }

  const isPromise = (node: ts.Expression) => {
    const type = checker.getTypeAtLocation(node);
    if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return false;
    return (type.isUnion() ? type.types : [type]).some((part) => part.getProperty("then") !== undefined);
  };
  /** A local helper that uses the transaction, an object made with it, or one of its statements. */
  const isMadeOfTransaction = (name: ts.Identifier): boolean => {
    const declared = checker.getSymbolAtLocation(name)?.valueDeclaration;
    if (!declared || declared === name.parent || !ts.isVariableDeclaration(declared)) return false;
    const made = declared.initializer;
    if (!made) return false;
    if (ts.isArrowFunction(made)) return !takers.has(made) && isOfTransaction(made);
    return (ts.isNewExpression(made) || isPromise(made)) && isOfTransaction(made);
  };
  const isOfTransaction = (node: ts.Node): boolean => {
    if (ts.isExpression(node)) {
      const type = checker.getTypeAtLocation(node);
      if (isTransaction(type) || mayBeTransaction(type)) return true;
      if (ts.isIdentifier(node) && isMadeOfTransaction(node)) return true;
    }
    return ts.forEachChild(node, (child) => isOfTransaction(child) || undefined) ?? false;
  };

  const faults: Fault[] = [];
  const tell = (kind: Fault["kind"], node: ts.Node) => {
    const source = node.getSourceFile();
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    const text = node.getText().replace(/\s+/g, " ").slice(0, 80);
    faults.push({ file: relative(root, source.fileName), line: line + 1, kind, text });
  };
  const judge = (node: ts.Expression) => {
    const call = ts.isCallExpression(node) ? node : undefined;
    if (call && together.test(call.expression.getText())) tell("at once", node);
    else if (isPromise(node) && !isOfTransaction(node)) tell("foreign", node);
  };
  const walk = (node: ts.Node): void => {
    // What is handed to somebody else to call is judged there, or by its own transaction.
    if (ts.isFunctionLike(node) && !inside.has(node as ts.SignatureDeclaration)) {
      if (node.parent && !ts.isVariableDeclaration(node.parent)) return;
    }
    if (ts.isAwaitExpression(node)) judge(node.expression);
    else if (ts.isReturnStatement(node) && node.expression) judge(node.expression);
    else if (ts.isForOfStatement(node) && node.awaitModifier) judge(node.expression);
    else if (ts.isExpressionStatement(node) && !ts.isAwaitExpression(node.expression)) {
      if (isPromise(node.expression)) tell("floating", node.expression);
    }
    ts.forEachChild(node, walk);
  };
  for (const one of inside) {
    const body = (one as ts.FunctionLikeDeclaration).body;
    if (!body) continue;
    if (!ts.isBlock(body) && !ts.isAwaitExpression(body)) judge(body);
    walk(body);
  }
  const seen = new Set<string>();
  return faults.filter(({ file, line, kind, text }) => {
    const key = [file, line, kind, text].join(" ");
    return seen.has(key) ? false : Boolean(seen.add(key));
  });
}
