// The formatter breaks lines: no spread of a literal steers it. It does not break comments and strings, so
// this test limits their length.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sourceFiles } from "#tests/support/source-files.ts";

const root = join(import.meta.dirname, "../..");
const folders = ["app", "db", "emails", "bench", "tests"];
const leftOut = /^(?:app\/i18n|db\/migrations|db\/postgres|tests\/fixtures)\//;

const files = sourceFiles(...folders).filter((path) => /\.(?:ts|tsx|mjs)$/.test(path) && !leftOut.test(path));

test("fewer than 200 lines are longer than 110 characters", () => {
  expect(files.length).toBeGreaterThan(2000);
  const long = files.flatMap((path) =>
    readFileSync(join(root, path), "utf8")
      .split("\n")
      .flatMap((line, at) => (line.length > 110 ? [`${path}:${at + 1}`] : [])),
  );
  expect(long.length, `break one of\n${long.join("\n")}`).toBeLessThan(200);
});

test("no object or list is written out to be spread at once", () => {
  const steered = files.flatMap((path) =>
    readFileSync(join(root, path), "utf8")
      .split("\n")
      .flatMap((line, at) =>
        /\.\.\.(?:\{|\[[^\]]*\](?! ?\.|\)?\.))/.test(line) ? [`${path}:${at + 1}`] : [],
      ),
  );
  expect(steered, "write the members themselves").toEqual([]);
});
