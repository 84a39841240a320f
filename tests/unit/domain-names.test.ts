// One name, one thing: names exported by files of the domain are unique.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sourceFiles } from "#tests/support/source-files.ts";

const root = join(import.meta.dirname, "../..");

test("no name is exported by two files of the domain", () => {
  const files = sourceFiles("app/domain").filter((path) => path.endsWith(".ts"));
  const exported = /^export (?:async )?(?:function\*?|const|type|class) (\w+)/gm;
  const filesOf = new Map<string, Set<string>>();
  for (const file of files)
    for (const [, name = ""] of readFileSync(join(root, file), "utf8").matchAll(exported))
      filesOf.set(name, (filesOf.get(name) ?? new Set()).add(file));
  expect(filesOf.size).toBeGreaterThan(2000);
  expect([...filesOf].filter(([, where]) => where.size > 1)).toEqual([]);
});
