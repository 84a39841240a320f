import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");

// Vitest caches transformed modules by their text, except those in which it finds `import.meta.glob(`.
// Written any other way, a new language or command is not found until the cache is deleted.
test("modules that find files by a pattern are not kept between runs", () => {
  const found = execFileSync("git", ["grep", "-l", "import\\.meta\\.glob", "--", "app", "db", "emails"], {
    cwd: root,
    encoding: "utf8",
  });
  const files = found.trim().split("\n");
  expect(files.length).toBeGreaterThan(1);
  expect(
    files.filter((path) => !readFileSync(join(root, path), "utf8").includes("import.meta.glob(")),
  ).toEqual([]);
});
