import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const folder = join(import.meta.dirname, "../../app/ui/styles");
const physical =
  /(?:margin|padding|border)-(?:left|right)|(?<![\w-])(?:left|right):|(?:text-align|float|clear): (?:left|right)|border-(?:top|bottom)-(?:left|right)-radius|scroll-(?:margin|padding)-(?:left|right)|direction: ltr/;
/** Four values whose second and fourth differ: left and right differ. */
const sides = /(?:margin|padding|inset): (\S+) (\S+) (\S+) (\S+);/;

/** Declarations for left or right instead of a line's start or end. */
const wrongIn = (css: string) =>
  css.split("\n").filter((line) => {
    const [, , right, , left] = sides.exec(line) ?? [];
    return physical.test(line) || (right !== left && !/\w\(/.test(line));
  });

test("no style sheet says left or right, so that every page may run either way", () => {
  const wrong = readdirSync(folder)
    .filter((name) => name.endsWith(".css"))
    .flatMap((name) =>
      wrongIn(readFileSync(join(folder, name), "utf8")).map((line) => `${name}: ${line.trim()}`),
    );
  expect(wrong).toEqual([]);
});

test("what says left or right is found", () => {
  const css = [
    "  margin-left: 1px;",
    "  left: 0;",
    "  text-align: right;",
    "  padding: 1px 2px 3px 4px;",
    "  direction: ltr;",
  ];
  expect(wrongIn(css.join("\n"))).toEqual(css);
  expect(wrongIn("  padding: 1px 2px 3px 2px;\n  inset-inline-start: 0;\n  text-align: start;")).toEqual([]);
});
