import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sourceFiles } from "#tests/support/source-files.ts";

const root = join(import.meta.dirname, "../..");

/** Words about the seeded company, its exchange, or the law of its meetings. */
const shipped = /Microsoft|MSFT|\bICE\b|Azure|Nadella|Redmond|Nasdaq|New York|Nueva York|14a-8/;

/** Lines of code that have such a word for another reason. */
const allowed = [
  'app/domain/base/jurisdictions/us.ts: coFiling: { en: "Rule 14a-8", es: "Regla 14a-8" },',
  'app/i18n/en/reminder-mail.ts: cities: { "America/New_York": "New York" } as Record<string, string>,',
  'app/i18n/es/reminder-mail.ts: cities: { "America/New_York": "Nueva York" },',
  // Nobody has that name, whichever company a campaign is about.
  'app/domain/screening/read-name.ts: /(?<=\\s|^)ICE(?=\\s|$)/u.test(name.replace(/[.,!]/g, "")) ||',
];

/** Sample pages and local mode's campaign are about that company. */
const leftOut = /^app\/(?:demo|routes\/dev)\//;

const files = sourceFiles("app", "emails", "public", "db/functions").filter(
  (path) => /\.(?:tsx?|m?js|css|sql|html)$/.test(path) && !leftOut.test(path),
);

/** Comments are for developers. */
const isComment = (line: string) => /^(?:\/\/|\/?\*|--)/.test(line);

test("no code, catalogue or script names the company that the site ships with", () => {
  expect(files.length).toBeGreaterThan(1500);
  const found = files.flatMap((path) =>
    readFileSync(join(root, path), "utf8")
      .split("\n")
      .map((line) => line.trim().replace(/\/\*.*?\*\//g, ""))
      .filter((line) => shipped.test(line) && !isComment(line))
      .map((line) => `${path}: ${line}`),
  );
  expect(found.sort()).toEqual(allowed.toSorted());
});
