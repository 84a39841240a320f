import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { inks } from "#app/lib/colors.ts";
import * as scales from "#app/lib/type-scale.ts";
import { colours, contrast, readOn, readTokens, themes } from "#app/ui/tokens.ts";

const styles = join(import.meta.dirname, "../../app/ui/styles");
const css = readFileSync(join(styles, "tokens.css"), "utf8");
const tokens = readTokens(css);

test.each(themes)("every text can be read on every ground it is on, in %s", (theme) => {
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

test("mails, papers and pictures have the colours of the pages", () => {
  for (const theme of themes)
    for (const [name, value] of Object.entries(inks[theme])) {
      const token = tokens[theme][name.replace(/[A-Z]/, (letter) => `-${letter.toLowerCase()}`)];
      expect(token?.replace(/^#(.)(.)(.)$/, "#$1$1$2$2$3$3"), `${theme} ${name}`).toBe(value);
    }
});

test("the scale of pages is that of their style sheets", () => {
  const [body = Number.NaN, ratio] = [tokens.light.t0, tokens.light.ratio].map((value) =>
    Number.parseFloat(value ?? ""),
  );
  expect(scales.ratio).toBe(ratio);
  const { body: t0, heading: t1, section: t2, formTitle: t3, title: t4 } = scales.pageType;
  expect([t0, t1, t2, t3, t4]).toEqual([0, 1, 2, 3, 4].map((step) => body * 16 * scales.ratio ** step));
  const frame = readFileSync(join(styles, "frame.css"), "utf8");
  const rem = (rule: RegExp) => Number(rule.exec(frame)?.[1]) * 16;
  expect(rem(/^\.small \{\s+font-size: ([\d.]+)rem/m)).toBe(scales.pageType.note);
  expect(rem(/^\.mark \{[^}]+font: 600 ([\d.]+)rem/m)).toBe(scales.pageType.kind);
});

test.each([
  ["papers", scales.paperType, 10, 0.5],
  ["pictures", scales.pictureType, 30, 1],
  ["mails", scales.mailType, 18, 1],
] as const)(
  "each size of %s is a step of the scale or half of one, and lines keep clear of each other",
  (_of, table, read, grain) => {
    const steps = Array.from({ length: 25 }, (_, n) => read * scales.ratio ** (n / 2 - 4));
    for (const [role, { size, leading }] of Object.entries(table)) {
      expect(Math.min(...steps.map((step) => Math.abs(step - size))), role).toBeLessThanOrEqual(grain / 2);
      expect(leading, role).toBeGreaterThanOrEqual(size);
    }
  },
);

const root = join(import.meta.dirname, "../..");
const drawing = ["emails", "app/pdf", "app/pictures"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && /\.tsx?$/.test(file.name))
    .map((file) => join(file.parentPath, file.name)),
);
const ownIn = (raw: RegExp) =>
  drawing.flatMap((file) =>
    readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => raw.test(line))
      .map((line) => `${relative(root, file)}: ${line.trim()}`),
  );
/** A number given to a font size or line height. */
const rawSize =
  /(?<!space-)(?:size|sizes|leading|line-?height|linegap)["']?\s*[:=(](?!=)[^,;}(]*?(?<![\w.#$-])-?(?=[\d.]*[1-9])\d/i;

test("they have no colour and no size of their own", () => {
  expect(drawing.length).toBeGreaterThan(40);
  expect(ownIn(/#[0-9a-f]{6}\b/i)).toEqual([]);
  expect(ownIn(rawSize)).toEqual([]);
});

test("a size of their own is found", () => {
  const own = [
    'const title: Style = { typeface: "semibold", size: 20, leading: 24 };',
    "  fontSize: evidence ? 58 : 84,",
    '  lineHeight: "20px",',
    ".h1{font-size:28px!important}",
    "const sizes = [116, 104];",
    "pdf.fontSize(7.5)",
    "const lineGap = -2;",
  ];
  expect(own.filter((line) => !rawSize.test(line))).toEqual([]);
  expect(rawSize.test('const title: Style = { typeface: "semibold", ...paperType.title };')).toBe(false);
});
