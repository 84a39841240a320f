import { readFileSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const ours = join(root, "db/postgres/src/index.js");

test("we, drizzle and the benchmarks load one copy of the driver, that of db/postgres", () => {
  const drizzled = drizzle("postgres://nobody@127.0.0.1:1/none").$client;
  expect(drizzled.PostgresError).toBe(postgres.PostgresError);

  const froms = ["package.json", "bench/stage.mjs", "node_modules/drizzle-orm/postgres-js/driver.js"];
  const found = froms.map((from) => realpathSync(createRequire(join(root, from)).resolve("postgres")));
  expect(found).toEqual(froms.map(() => ours));
});

test("the lock file names no other copy of the driver", () => {
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  const copies = Object.keys(packages).filter((path) => /(^|\/)node_modules\/postgres$/.test(path));
  expect(copies).toEqual(["node_modules/postgres"]);
  expect(packages["node_modules/postgres"]).toEqual({ resolved: "db/postgres", link: true });
});
