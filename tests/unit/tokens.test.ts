import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { colours, contrast, readOn, readTokens, themes } from "#app/ui/tokens.ts";

const css = readFileSync(join(import.meta.dirname, "../../app/ui/styles/tokens.css"), "utf8");
const tokens = readTokens(css);

test.each(themes)("every text can be read on every ground it stands on, in %s", (theme) => {
  const values = tokens[theme];
  const weak = readOn.flatMap(({ text, on, atLeast }) => {
    const measured = contrast(values[text] ?? "", values[on] ?? "");
    return measured >= atLeast ? [] : [`${text} on ${on}: ${measured.toFixed(2)}`];
  });
  expect(weak).toEqual([]);
});

test("no colour is left out of what is measured but the rule between things", () => {
  const measured = new Set(readOn.flatMap(({ text, on }) => [text, on]));
  for (const theme of themes)
    expect(colours(tokens[theme]).filter((name) => !measured.has(name))).toEqual(["rule"]);
});

test("contrast is measured as WCAG says", () => {
  expect(contrast("#000", "#ffffff")).toBe(21);
  expect(contrast("#777777", "#fff")).toBeCloseTo(4.48, 2);
  expect(contrast("#fff", "#777777")).toBeCloseTo(4.48, 2);
});

test("dark has its own value of every colour", () => {
  const same = colours(tokens.light).filter((name) => tokens.light[name] === tokens.dark[name]);
  expect(same).toEqual([]);
});
