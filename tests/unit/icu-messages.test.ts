import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { IntlMessageFormat } from "intl-messageformat";
import ts from "typescript";
import { expect, test } from "vitest";
import { locales, spoken } from "#app/i18n/index.ts";

const folder = join(import.meta.dirname, "../../app/i18n");
const files = (locale: string) =>
  readdirSync(join(folder, locale), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(folder, locale, name));

type Message = { at: string; message: string | null; given: string[] | null };

/** Calls of `icu` in a source: message and argument names; null where they are not literal. */
function messagesIn(file: string, source: string): Message[] {
  const parsed = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const found: Message[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isCallExpression(node) && node.expression.getText() === "icu") {
      const [message, values] = node.arguments;
      const names =
        values && ts.isObjectLiteralExpression(values)
          ? values.properties.map((each) => each.name?.getText() ?? "…")
          : null;
      const line = parsed.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      const text = message && ts.isStringLiteralLike(message) ? message.text : null;
      found.push({ at: `${file.slice(folder.length + 1)}:${line}`, message: text, given: names });
    }
    ts.forEachChild(node, visit);
  };
  visit(parsed);
  return found;
}

const everyMessage = (locale: string) =>
  files(locale).flatMap((file) => messagesIn(file, readFileSync(file, "utf8")));

type Part = ReturnType<IntlMessageFormat["getAst"]>[number];
type Plural = Extract<Part, { pluralType?: unknown }>;
const options = (part: Part) => ("options" in part ? Object.values(part.options) : []);
const everyPart = (parts: Part[]): Part[] =>
  parts.flatMap((part) => [part, ...options(part).flatMap(({ value }) => everyPart(value))]);
const isPlural = (part: Part): part is Plural => "pluralType" in part;
// Words and a plural's number sign name nothing.
const names = (part: Part) => ("value" in part && part.type !== 0 ? [part.value] : []);

/**
 * A language's required plural forms: those used for any whole number to a million that the message does not
 * name itself (`=0`). Forms that only fractions or round millions use (`many` in Spanish: 1,000,000 de
 * personas) are optional; `other` replaces them.
 */
function missingForms({ options, pluralType }: Plural, tag: string): string[] {
  const rules = new Intl.PluralRules(tag, { type: pluralType ?? "cardinal" });
  const counts = [...Array.from({ length: 1001 }, (_, n) => n), 10_000, 100_000, 999_999];
  const needed = new Set(counts.filter((n) => !(`=${n}` in options)).map((n) => rules.select(n)));
  return [...needed].filter((form) => !(form in options));
}

/** A message's errors in a language. */
function faults(message: string | null, given: string[] | null, tag: string): string[] {
  if (message === null || given === null) return ["is not written out where it is said"];
  let parts: Part[];
  try {
    parts = everyPart(new IntlMessageFormat(message, tag, undefined, { ignoreTag: true }).getAst());
  } catch (error) {
    return [`is malformed: ${(error as Error).message}`];
  }
  const asked = new Set(parts.flatMap(names));
  return [
    ...[...asked].filter((name) => !given.includes(name)).map((name) => `is not told {${name}}`),
    ...given.filter((name) => !asked.has(name)).map((name) => `does not say {${name}}`),
    ...parts
      .filter(isPlural)
      .flatMap((plural) => missingForms(plural, tag).map((form) => `has no “${form}” of {${plural.value}}`)),
  ];
}

test.each(locales)(
  "every ICU message in %s is well-formed, says what it is told and has every form",
  (locale) => {
    const all = files(locale).flatMap((file) => messagesIn(file, readFileSync(file, "utf8")));
    expect(all.length).toBeGreaterThan(30);
    const wrong = all.flatMap(({ at, message, given }) =>
      faults(message, given, spoken[locale]).map((fault) => `${at} ${fault}: ${message}`),
    );
    expect(wrong).toEqual([]);
  },
);

test("words are chosen by a number in ICU messages alone", () => {
  const wrong = locales.flatMap(files).flatMap((file) =>
    readFileSync(file, "utf8")
      .split("\n")
      .map((line, n) => `${file.slice(folder.length + 1)}:${n + 1} ${line.trim()}`)
      .filter((line) => /(?<!length )[!=]== (?:1\b|"1")|PluralRules/.test(line)),
  );
  expect(wrong).toEqual([]);
});

test("a broken message is told, and so is a plural that lacks a form of its language", () => {
  expect(everyMessage("en").length).toBeGreaterThan(100);
  const one = (message: string, given = ["count"], tag = "en-US") => faults(message, given, tag).join("; ");
  expect(one("{count, plural, one {# letter} other {# letters}}")).toBe("");
  expect(one("{count, plural, one {# letter} other {# letters}")).toContain("malformed");
  expect(one("{count, plural, one {# letter}}")).toContain("malformed");
  expect(one("{count, plural, other {# letters}}")).toBe("has no “one” of {count}");
  expect(one("{count, plural, =1 {one letter} other {# letters}}")).toBe("");
  expect(one("{count, plural, one {a} other {b}} of {name}")).toBe("is not told {name}");
  expect(one("Letters", ["count"])).toBe("does not say {count}");
  expect(one("{count, plural, one {# carta} other {# cartas}}", ["count"], "es-US")).toBe("");
  expect(one("{count, plural, one {a} few {b} other {c}}", ["count"], "pl")).toBe("has no “many” of {count}");
  expect(one("{count, plural, one {a} few {b} many {c} other {d}}", ["count"], "pl")).toBe("");
  expect(one("{count, plural, other {a}}", ["count"], "ja")).toBe("");
  expect(
    messagesIn(`${folder}/x`, "icu(text, { count })").flatMap(({ message, given }) =>
      faults(message, given, "en"),
    ),
  ).toEqual(["is not written out where it is said"]);
});
