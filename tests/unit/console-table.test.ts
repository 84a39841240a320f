import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { addresses } from "#app/routes.ts";
import { tablesOfActs } from "#tests/support/acts.ts";
import { consoleTable } from "#tests/support/console-table.ts";

const routes = join(import.meta.dirname, "../../app/routes");
const folders = addresses.filter(({ needs = "anyone" }) => needs !== "anyone").map(({ id }) => id);
const sourceOf = (folder: string) =>
  readdirSync(join(routes, folder))
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(join(routes, folder, name), "utf8"))
    .join("\n");

const howTo = (what: string) =>
  `${what}: say in tests/support/console-table.ts which rights open it (docs/development.md tells how ` +
  "to add a row)";

test("every route of the console has a row in the table of rights, and every row a route", () => {
  const missing = folders.filter((folder) => !(folder in consoleTable));
  expect(missing, howTo(`without a row: ${missing.join(", ")}`)).toEqual([]);
  const stale = Object.keys(consoleTable).filter((row) => !folders.includes(row));
  expect(stale, `rows whose route is gone: ${stale.join(", ")}`).toEqual([]);
});

test.each(folders)("every button of %s has its line, and what takes no post has none", (folder) => {
  const source = sourceOf(folder);
  const posts = consoleTable[folder]?.posts ?? [];
  const known = new Set(posts.map(({ fields }) => fields.intent));
  const buttons = [...source.matchAll(/(?:\bintent="|name="intent"\s+value=")([a-z-]+)"/g)].map(
    ([, name]) => name,
  );
  const missing = [...new Set(buttons)].filter((name) => !known.has(name));
  expect(missing, howTo(`buttons of ${folder} without a line: ${missing.join(", ")}`)).toEqual([]);
  const takesPosts = /export (?:async )?function action\b|\bas action\b|export const action\b/.test(source);
  expect(takesPosts, howTo(`posts to ${folder}`)).toBe(posts.length > 0);
});

test("a page that takes a table of acts has a line for each button of the table somewhere", () => {
  const used = folders.flatMap((folder) =>
    [...sourceOf(folder).matchAll(/\bactionOf\((\w+)(?:, \{ unnamed: "([a-z-]+)")?/g)].map(
      ([, table = "", unnamed]) => ({ folder, table, unnamed }),
    ),
  );
  expect(new Set(used.map(({ table }) => table))).toEqual(new Set(Object.keys(tablesOfActs)));
  for (const [table, { all }] of Object.entries(tablesOfActs)) {
    const pages = used.filter((page) => page.table === table);
    const tried = pages.flatMap(({ folder, unnamed }) =>
      (consoleTable[folder]?.posts ?? []).map(({ fields, needs, asks }) => ({
        name: fields.intent ?? unnamed,
        needs,
        asks,
      })),
    );
    if (Object.values(all).some(({ asks }) => asks))
      for (const { folder } of pages) expect(sourceOf(folder), folder).toContain("<Reauthenticate");
    for (const [name, act] of Object.entries(all)) {
      const line = tried.find((each) => each.name === name);
      const wanted = { needs: [act.right].flat(), asks: act.asks ? true : undefined };
      expect(line, `${table}: ${name}`).toMatchObject(wanted);
    }
  }
});
