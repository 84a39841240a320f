// Words that readers stumble over stay out of docs and comments.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const refused = /\b(whoever|anew|meanwhile|of so many|is told of|puts back|stands still)\b/i;

const tracked = execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" });
const files = tracked
  .split("\0")
  .filter(
    (path) => /\.(md|ts|tsx|mjs|cjs|js|sql|css|sh)$/.test(path) && !/^db\/(migrations|postgres)\//.test(path),
  );

/** The prose of a file: of a page all but its code, of a program its comments and the names of its tests. */
function prose(path: string): string[] {
  const text = readFileSync(join(root, path), "utf8");
  if (extname(path) === ".md") return text.replace(/`[^`\n]*`/g, "``").split("\n");
  const comment = /^\s*(?:\/\/|\/?\*|--|#(?!\w+\/)).*|(?<!:)\/\/ .*|\/\*.*?\*\/|^\s*(?:test|it)\(["`].*/;
  return text.split("\n").map((line) => comment.exec(line)?.[0] ?? "");
}

test("docs and comments keep to words that read once", () => {
  expect(files.length).toBeGreaterThan(2000);
  const found = files.flatMap((path) =>
    prose(path).flatMap((line, at) => (refused.test(line) ? [`${path}:${at + 1} ${line.trim()}`] : [])),
  );
  expect(found).toEqual([]);
});
