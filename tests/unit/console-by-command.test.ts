import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { commands } from "#app/cli/commands.ts";
import { consoleTable } from "#tests/support/console-table.ts";

const doc = readFileSync(join(import.meta.dirname, "../../docs/operator.md"), "utf8");
const table = doc.split("## The console by command")[1]?.split("\n## ")[0] ?? "";
const rows = [...table.matchAll(/^\| (.+) \| (.+) \|$/gm)].map(([, pages = "", mirrors = ""]) => ({
  pages: [...pages.matchAll(/`([^`]+)`/g)].map(([, page]) => page),
  mirrors: [...mirrors.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? ""),
}));

test("every part of the console stands in the operator's table with what mirrors it", () => {
  const listed = rows.flatMap(({ pages }) => pages);
  const parts = Object.keys(consoleTable).flatMap((route) => {
    const [, part] = /^organize_?\.c\.\$campaign\.([a-z-]+)/.exec(route) ?? [];
    return part && part !== "overview" ? [part] : [];
  });
  expect(parts.length).toBeGreaterThan(20);
  expect([...new Set(parts)].filter((part) => !listed.includes(part))).toEqual([]);
});

test("every command that the table names is there, and every command about a campaign is named", () => {
  const named = new Set(rows.flatMap(({ mirrors }) => mirrors));
  expect([...named].filter((name) => !(name in commands))).toEqual([]);
  const ofCampaigns = Object.entries(commands)
    .filter(([, { summary }]) => summary.includes("--campaign S"))
    .map(([name]) => name);
  expect(ofCampaigns.filter((name) => !named.has(name))).toEqual([]);
});
