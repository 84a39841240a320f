import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { sourceFiles } from "#tests/support/source-files.ts";

const root = join(import.meta.dirname, "../..");
const pages = sourceFiles("*.md").filter((path) => !path.startsWith("db/"));
const read = (path: string) => readFileSync(join(root, path), "utf8");

/** The anchors of a page's headings, as GitHub makes them. */
const anchors = (text: string) =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );

test("every link of the docs leads to a file, and to a heading that is there", () => {
  expect(pages).toContain("docs/operator.md");
  const broken = pages.flatMap((page) =>
    [...read(page).matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)].flatMap(([, link = ""]) => {
      const [path = "", anchor] = link.split("#");
      const target = path ? join(dirname(page), path) : page;
      if (!existsSync(join(root, target))) return [`${page}: ${link}`];
      return anchor && target.endsWith(".md") && !anchors(read(target)).includes(anchor)
        ? [`${page}: ${link}`]
        : [];
    }),
  );
  expect(broken).toEqual([]);
});

test("every decision has its number, the same headings, and its line in the list", () => {
  const index = read("docs/decisions/README.md");
  const files = readdirSync(join(root, "docs/decisions")).filter((name) => /^\d/.test(name));
  const numbers = files.map((name) => Number(name.slice(0, 4)));
  expect(new Set(numbers).size).toBe(files.length);
  for (const name of files) {
    const headings = read(`docs/decisions/${name}`).match(/^#.*$/gm) ?? [];
    const [title = "", ...others] = headings;
    expect(title, name).toMatch(new RegExp(`^# ${Number(name.slice(0, 4))}\\. .+`));
    expect(others, name).toEqual(["## Context", "## Decision", "## Consequences"]);
    expect(index).toContain(`](${name})`);
  }
  for (let number = 1; number <= Math.max(...numbers); number++) expect(index).toContain(`\n${number}. `);
});

test("the counts of docs/asvs.md are those of its rows, and no requirement is there twice", () => {
  const rows = [
    ...read("docs/asvs.md").matchAll(/^\| ((?:V[\d.]+,? )+).*? \| (met|\*\*not met\*\*|n\/a) \|/gm),
  ];
  const found = rows.flatMap(([, ids = "", state]) =>
    ids
      .trim()
      .split(", ")
      .map((id) => ({ id, state })),
  );
  expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
  const count = (state: string) => found.filter((one) => one.state === state).length;
  const counts = [count("met"), count("**not met**"), count("n/a"), found.length];
  expect(read("docs/asvs.md")).toContain(`| together | ${counts.join(" | ")} |`);
});
