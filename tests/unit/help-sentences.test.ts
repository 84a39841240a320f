import { beforeAll, expect, test } from "vitest";
import en from "#app/i18n/en/index.ts";
import es from "#app/i18n/es/index.ts";
import { helpTexts } from "#tests/support/help-texts.ts";

type Leaf = string | ((...values: unknown[]) => unknown);

/** Every text by its path: `sign.form.nameHint`. */
const leaves = (tree: unknown, path = ""): [string, Leaf][] =>
  typeof tree === "object" && tree !== null
    ? Object.entries(tree).flatMap(([key, value]) => leaves(value, path === "" ? key : `${path}.${key}`))
    : [[path, tree as Leaf]];

const render = (text: Leaf) =>
  typeof text === "function" ? String(text(...Array.from({ length: text.length }, () => "Acme"))) : text;

const sentences = (text: string) => text.split(/(?<=[.!?…][”’)]*)\s+(?=[“(]?[\p{Lu}\p{Nd}¿{[])/u);

let helps: { path: string; at: string }[] = [];
beforeAll(() => {
  helps = [...helpTexts()].map(([path, at]) => ({ path, at }));
});

const isAt = (path: string, text: string) => {
  const keys = text.split(".");
  return path.split(".").every((key, n) => key === "*" || key === keys[n]);
};

test("finds the help of fields, boxes, choices and groups", () => {
  const found = helps.map(({ path }) => path);
  expect(found.length).toBeGreaterThan(190);
  expect(found).toEqual(
    expect.arrayContaining([
      "sign.form.nameHint",
      "sign.form.consents.deliverHint",
      "pledge.second.accountHint",
      "pledge.ways.broker.hint",
      "pledge.findOut.questions.*.means",
      "letterConsole.dispatches.write.bodyHint",
      "editing.petition.sameHint",
      "tokens.scopes.*.hint",
    ]),
  );
  const all = leaves(en).map(([path]) => path);
  expect(helps.filter(({ path }) => !all.some((text) => isAt(path, text)))).toEqual([]);
});

test.each([
  ["English", en, 200],
  ["Spanish", es, 40],
])("help with a form field is one sentence in %s", (_language, tree, least) => {
  const texts = leaves(tree).filter(([path]) => helps.some((help) => isAt(help.path, path)));
  expect(texts.length).toBeGreaterThan(least);
  const long = texts.flatMap(([path, text]) => {
    const count = sentences(render(text)).length;
    return count > 1 ? [`${path}: ${count} sentences: ${render(text)}`] : [];
  });
  expect(long, "make it one, or put the rest behind LearnMore").toEqual([]);
});

test("counts sentences as a reader does", () => {
  expect(sentences("Never shown.")).toHaveLength(1);
  expect(sentences("Enter it in digits, like 12.5 or 512.30.")).toHaveLength(1);
  expect(sentences("For example “Folder 7”. Only organizers see it.")).toHaveLength(2);
  expect(sentences("¿Las tenía? Elija una.")).toHaveLength(2);
});
