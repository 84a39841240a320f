import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sourceFiles } from "#tests/support/source-files.ts";

const root = join(import.meta.dirname, "../..");

test("every text area is a TextBox, which keeps what is typed before scripts run", () => {
  const files = sourceFiles("app").filter((file) => file.endsWith(".tsx"));
  const plain = files.filter((file) => /<textarea\b/.test(readFileSync(join(root, file), "utf8")));
  expect(plain).toEqual(["app/ui/text-box.tsx"]);
});
