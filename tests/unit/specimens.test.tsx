import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { drawSpecimens } from "#app/routes/dev.ui/draw.server.tsx";
import { loader } from "#app/routes/dev.ui/route.tsx";
import { specimens } from "#app/routes/dev.ui/specimens.tsx";
import { loader as cssLoader } from "#app/routes/dev.ui[.]css/route.ts";

const ui = join(import.meta.dirname, "../../app/ui");
const filesIn = (folder: string) =>
  readdirSync(join(ui, folder))
    .filter((name) => name.endsWith(".tsx"))
    .map((name) => join(folder, name));

/** What draws nothing of its own, or is a whole page or the frame of one, which is seen where it is. */
const without = [
  ...[
    "answer-title.tsx",
    "carried.tsx",
    "error-page.tsx",
    "locale.tsx",
    "nonce.tsx",
    "page.tsx",
    "told-pledge.tsx",
  ],
  "case/case-page.tsx",
];

test("every component of the public pages has its specimen, and no exception outlives its file", () => {
  const shown = specimens.map(({ of }) => of);
  expect([...shown, ...without].sort()).toEqual([...filesIn("."), ...filesIn("case")].sort());
});

test("no id stands twice on the page, whatever it shows twice", () => {
  const html = drawSpecimens("en")
    .flatMap(({ states }) => states.flatMap(({ drawn }) => drawn.map((one) => one.html)))
    .join("");
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id ?? "");
  expect(ids.filter((id, n) => ids.indexOf(id) !== n)).toEqual([]);
  const named = [...html.matchAll(/ (?:for|aria-describedby|aria-labelledby)="([^"]+)"/g)];
  const meant = named.flatMap(([, of = ""]) => of.split(" "));
  expect(meant.filter((id) => !ids.includes(id))).toEqual([]);
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
