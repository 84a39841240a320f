import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { inks, typeScale } from "#app/lib/inks.ts";
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

test("mails, papers and pictures have the colours and the sizes of the pages", () => {
  for (const theme of themes)
    for (const [name, value] of Object.entries(inks[theme])) {
      const token = tokens[theme][name.replace(/[A-Z]/, (letter) => `-${letter.toLowerCase()}`)];
      expect(token?.replace(/^#(.)(.)(.)$/, "#$1$1$2$2$3$3"), `${theme} ${name}`).toBe(value);
    }
  const [first, ratio] = [Number.parseFloat(tokens.light.t0 ?? "") * 16, Number(tokens.light.ratio)];
  expect(typeScale.map((size, n) => size / (first * ratio ** n))).toEqual([1, 1, 1, 1]);
});

test("they have none of their own", () => {
  const root = join(import.meta.dirname, "../..");
  const files = ["emails", "app/pdf", "app/pictures"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile() && /\.tsx?$/.test(file.name))
      .map((file) => join(file.parentPath, file.name)),
  );
  const own = files.filter((file) => /#[0-9a-f]{6}\b/i.test(readFileSync(file, "utf8")));
  expect(files.length).toBeGreaterThan(40);
  expect(own).toEqual([]);
});
