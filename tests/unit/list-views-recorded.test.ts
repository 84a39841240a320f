import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { addresses } from "#app/routes.ts";
import { tablesOfActs } from "#tests/support/acts.ts";

const routes = join(import.meta.dirname, "../../app/routes");

/** Pages that show people without recording a view, with the reason. */
const without: Record<string, string> = {
  "console/letters/letter": "one letter; its shares are recorded when they are looked at",
  "console/pledges/pledge": "one pledge; its holding is recorded when it is looked at",
  "console/letters/dispatch-letters": "openLetters records it with which letters were opened",
  "console/letters/dispatch-preview": "a file that is taken is recorded as such",
};

const asksItself = /require(?:Campaign|Company)\(\s*args,\s*"(view-names|review)"\s*,?\s*\)/;

/** Whether a page asks for a right to see people, itself or in its table of acts. */
const opensPeople = (source: string) =>
  asksItself.test(source) ||
  [...source.matchAll(/\bactionOf\((\w+)/g)].some(([, table = ""]) =>
    Object.values(tablesOfActs[table]?.all ?? {}).some(({ right }) =>
      [right].flat().some((each) => each === "view-names" || each === "review"),
    ),
  );

test("every route that lists people logs the view, and exceptions are current", () => {
  const silent = [];
  for (const { id } of addresses.filter(({ address }) => address.startsWith("/organize"))) {
    const files = readdirSync(join(routes, id)).filter((name) => /\.tsx?$/.test(name));
    const source = files.map((file) => readFileSync(join(routes, id, file), "utf8")).join("\n");
    if (opensPeople(source) && !/\b(note(ListView|Search)|readList)\(/.test(source)) silent.push(id);
  }
  expect(silent.sort()).toEqual(Object.keys(without).sort());
});
