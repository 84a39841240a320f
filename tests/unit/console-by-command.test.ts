import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { commands } from "#app/cli/commands.ts";
import { addresses } from "#app/routes.ts";
import { consoleTable } from "#tests/support/console-table.ts";

const doc = readFileSync(join(import.meta.dirname, "../../docs/commands.md"), "utf8");
const table = doc.split("## The console by command")[1]?.split("\n## ")[0] ?? "";
const inTicks = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, text = ""]) => text);
const whyNot = /^not a command: .{30,}/;
const rows = [...table.matchAll(/^\| (`.+) \| (.+) \| (.+) \|$/gm)].map(
  ([, pages = "", acts = "", reason = ""]) => ({
    acts: inTicks(pages).flatMap((page) => inTicks(acts).map((act) => `${page} ${act}`)),
    reason,
    named: whyNot.test(reason) ? [] : inTicks(reason).map((text) => text.replace(/ --.*/, "")),
  }),
);

/** A route's page, as the operator's table names it. */
function pageOf(route: string): string {
  const path = addresses.find(({ id }) => id === route)?.address.replace(/:\w+|\*/g, "…") ?? route;
  const [, ofCampaign] = /^\/organize\/c\/…(?:\/(.+))?$/.exec(path) ?? [null, path];
  return ofCampaign ?? "overview";
}

/** Every action of the console: each button of each page, and its view. */
const acts = new Set(
  Object.entries(consoleTable).flatMap(([route, { elsewhere, absent, posts }]) => [
    ...(elsewhere || absent ? [] : [`${pageOf(route)} look`]),
    ...posts.map(({ fields }) => `${pageOf(route)} ${fields.intent ?? fields.decision ?? "save"}`),
  ]),
);

test("docs/commands.md lists each console act with its command or why none", () => {
  const listed = new Set(rows.flatMap((row) => row.acts));
  expect(acts.size).toBeGreaterThan(180);
  expect([...acts].filter((act) => !listed.has(act))).toEqual([]);
  expect([...listed].filter((act) => !acts.has(act))).toEqual([]);
  expect(rows.filter(({ named, reason }) => named.length === 0 && !whyNot.test(reason))).toEqual([]);
});

test("every command in the table exists, and every campaign command is in it", async () => {
  const named = new Set(rows.flatMap((row) => row.named));
  expect([...named].filter((name) => !(name in commands))).toEqual([]);
  const unnamed = Object.keys(commands).filter((name) => !named.has(name));
  for (const name of unnamed)
    expect((await commands[name]?.())?.options, name).not.toHaveProperty("campaign");
});
