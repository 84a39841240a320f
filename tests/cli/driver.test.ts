import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const built = join(import.meta.dirname, "../../build/server");

test("the built server loads the driver, and holds no copy of it", () => {
  const names = readdirSync(built, { recursive: true, encoding: "utf8" });
  const programs = names.filter((name) => name.endsWith(".js"));
  const texts = programs.map((name) => readFileSync(join(built, name), "utf8"));
  expect(texts.filter((text) => /from\s*"postgres"/.test(text)).length).toBeGreaterThan(0);
  expect(texts.filter((text) => text.includes("Postgres.js : Unknown"))).toEqual([]);
});
