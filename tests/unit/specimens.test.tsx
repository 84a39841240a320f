import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { mailType, pageType, paperType, pictureType } from "#app/lib/type-scale.ts";
import { drawSpecimens } from "#app/routes/dev/ui/draw.server.tsx";
import { loader } from "#app/routes/dev/ui/route.tsx";
import { specimens } from "#app/routes/dev/ui/specimens/index.ts";
import looks from "#app/routes/dev/ui/words.ts";
import { loader as cssLoader } from "#app/routes/dev/ui-css/route.ts";

const app = join(import.meta.dirname, "../../app");
const folders = ["", "case", "pledge", "pledges", "letter", "letters", "console"];
const components = folders.flatMap((folder) =>
  readdirSync(join(app, "ui", folder))
    .filter((name) => name.endsWith(".tsx"))
    .map((name) => join(folder, name)),
);

/** The components that a specimen draws, and their parts. */
function drawnBy(of: string): string[] {
  const isOurs = components.includes(of);
  const source = readFileSync(join(app, isOurs ? "ui" : "routes", of), "utf8");
  const imported = [
    ...source.matchAll(/^import (?!type)[^"]*?from "(\.{1,2}\/|#app\/ui\/)([^"]+\.tsx)";/gms),
  ];
  const parts = imported.map(([, from, path = ""]) =>
    from?.startsWith("#") ? path : join(isOurs ? dirname(of) : `../routes/${dirname(of)}`, from ?? "", path),
  );
  return [of, ...parts.filter((part) => components.includes(part)).flatMap(drawnBy)];
}

/** Components that draw nothing themselves, or are a whole page or its frame, visible elsewhere. */
const without = [
  "answer-title.tsx",
  "error-page.tsx",
  "locale.tsx",
  "nonce.tsx",
  "outage-page.tsx",
  "page.tsx",
  "text-box.tsx",
  "case/case-page.tsx",
  "case/voices-page.tsx",
  "case/with-quotes.tsx",
  "pledge/flow.tsx",
  "pledge/pledge-page.tsx",
  "pledge/spelling.tsx",
  "letter/letter-page.tsx",
  "console/console-frame.tsx",
  "console/console-error.tsx",
  "console/door.tsx",
  "console/company-tabs.tsx",
  "console/letter-tabs.tsx",
];

const drawnNames = Object.values(specimens)
  .flat()
  .map(({ of }) => of);

test("every public component has its specimen, and exceptions are current", () => {
  const plain = (names: readonly string[]) =>
    names.filter((name) => !name.includes("/") || name.startsWith("case/"));
  const withAPage = ["hidden-fields.tsx", "pledge-rows.tsx"];
  const ours = drawnNames.filter((of) => components.includes(of));
  expect([...plain(ours), ...plain(without), ...withAPage].sort()).toEqual(plain(components).sort());
});

test("every part of pledge, letter and console is in a specimen", () => {
  const drawn = new Set([...drawnNames.flatMap(drawnBy), ...without]);
  expect(components.filter((one) => !drawn.has(one))).toEqual([]);
  expect(without.filter((one) => !components.includes(one))).toEqual([]);
  expect(without.filter((one) => drawnNames.includes(one))).toEqual([]);
});

test("each specimen draws something, and another thing in each of its states", () => {
  for (const { of, states } of drawSpecimens("en").flatMap((area) => area.specimens)) {
    const seen = states
      .filter(({ state }) => state !== "focus")
      .map(({ state, drawn }) => (drawn[0]?.html ?? "").replaceAll(`-${state}-light`, ""));
    expect(seen.length === 0 || seen.every((html) => html.length > 20), of).toBe(true);
    expect(new Set(seen).size, of).toBe(seen.length);
  }
});

test("no id is on the page twice, though parts are", () => {
  const html = drawSpecimens("en")
    .flatMap((area) => area.specimens)
    .flatMap(({ states }) => states.flatMap(({ drawn }) => drawn.map((one) => one.html)))
    .join("");
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id ?? "");
  expect(ids.filter((id, n) => ids.indexOf(id) !== n)).toEqual([]);
  const named = [...html.matchAll(/ (?:for|aria-describedby|aria-labelledby)="([^"]+)"/g)];
  const meant = named.flatMap(([, of = ""]) => of.split(" "));
  expect(meant.filter((id) => !ids.includes(id))).toEqual([]);
});

test("every size by role is named on the page, and no other", () => {
  const roles = [pageType, paperType, pictureType, mailType].flatMap((sizes) => Object.keys(sizes));
  expect(Object.keys(looks.type.roles).sort()).toEqual([...new Set([...roles, "headline"])].sort());
});

test("the page and its style sheet are for this machine alone", async () => {
  const from = (isLocalRequest: boolean) =>
    ({
      context: { isLocalRequest, locale: "en" },
      request: new Request("http://localhost/dev/ui"),
      params: {},
    }) as never;
  await expect(loader(from(false))).rejects.toMatchObject({ status: 404 });
  expect(() => cssLoader(from(false))).toThrow(expect.objectContaining({ status: 404 }));
});
