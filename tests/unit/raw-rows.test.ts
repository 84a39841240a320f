// Raw SQL names its columns as the code does, `select public_id as "publicId"`, and rows are never mapped.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sourceFiles } from "#tests/support/source-files.ts";

const root = join(import.meta.dirname, "../..");

/** Names of forms, of stored JSON, and of columns passed to PostgreSQL. */
const others = [
  "app/domain/base/choose-spelling.ts",
  "app/domain/campaign/forms/source-form.ts",
  "app/domain/entries/signatures/signature-forms.server.ts",
  "app/domain/entries/waiting-forms/store-form.server.ts",
  "app/domain/outgoing/exports/lists/pledges-query.server.ts",
];

test("rows of raw SQL are read in the names of the code", () => {
  const files = sourceFiles("app/domain", "app/tasks").filter(
    (file) => file.endsWith(".ts") && !others.includes(file),
  );
  expect(files.length).toBeGreaterThan(500);
  const member =
    /(?:^|[{;])\s*[a-z]+(?:_[a-z]+)+\??: (?:string|number|boolean|Date|Buffer|Record|readonly)\b/;
  const found = files.flatMap((file) =>
    readFileSync(join(root, file), "utf8")
      .split("\n")
      .flatMap((line, n) => (member.test(line) ? [`${file}:${n + 1} ${line.trim()}`] : [])),
  );
  expect(found).toEqual([]);
});
