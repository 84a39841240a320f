// Words that readers stumble over stay out of docs, comments and all that the product says.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
/** Not a part of a code or name such as `asked-anew` or `mail.anew`. */
const refused = /(?<![\w.-])(whoever|anew|meanwhile|of so many|is told of|puts back|stands still)(?![\w-])/i;

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
  const comments = text.split("\n").map((line) => comment.exec(line)?.[0] ?? "");
  if (!/^(app\/(i18n|cli|pdf|routes\/api)|db\/seed|emails)\//.test(path)) return comments;
  // What these say to readers is in their strings.
  const strings = /("(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`)|[^\n]/g;
  const said = text.replace(strings, (_, literal) => literal ?? " ").split("\n");
  return comments.map((line, at) => line || (said[at] ?? ""));
}

test("docs, comments and texts keep to words that read once", () => {
  expect(files.length).toBeGreaterThan(2000);
  const found = files.flatMap((path) =>
    prose(path).flatMap((line, at) => (refused.test(line) ? [`${path}:${at + 1} ${line.trim()}`] : [])),
  );
  expect(found).toEqual([]);
});
