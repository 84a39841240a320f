import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const folder = join(import.meta.dirname, "../../app/cli");
const nouns =
  "batches|claims|days|entries|holdings|letters|lines|mails|names|notices|people|reminders|rows|seals|secrets|signatures|tables|updates|writers";
/** A count next to a plural noun: `counted` of app/cli/command.ts agrees with one. Limits are never one. */
const fixed = new RegExp(`\\$\\{(?![^}]*(?:AtMost|max[A-Z]|toFixed))[^}]*\\} (?:${nouns})\\b`);

test("no command says a count with a noun that fits many alone", () => {
  const found = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .flatMap((name) =>
      readFileSync(join(folder, name), "utf8")
        .split("\n")
        .filter((line) => fixed.test(line) && !line.includes("=== 1"))
        .map((line) => `${name}: ${line.trim()}`),
    );
  expect(found).toEqual([]);
});
