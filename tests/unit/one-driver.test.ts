import { readFileSync } from "node:fs";
import { join } from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");

test("we and drizzle load one copy of the driver, with its patch", () => {
  const drizzled = drizzle("postgres://nobody@127.0.0.1:1/none").$client;
  expect(drizzled.PostgresError).toBe(postgres.PostgresError);
  expect(postgres.patched).toBe(true);
});

test("the lock file names no other copy of the driver", () => {
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  const copies = Object.keys(packages).filter((path) => /(^|\/)node_modules\/postgres$/.test(path));
  expect(copies).toEqual(["node_modules/postgres"]);
  expect(packages["node_modules/postgres"].version).toBe("3.4.9");
});
