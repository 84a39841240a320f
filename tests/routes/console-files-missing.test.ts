import { expect, test } from "vitest";
import { words } from "#app/i18n/index.ts";
import { addresses } from "#app/routes.ts";
import { isPage } from "#tests/support/addresses.ts";
import { aCampaign, existing } from "#tests/support/builders.ts";
import { aConsoleScene } from "#tests/support/console-scene.ts";
import { consoleTable } from "#tests/support/console-table.ts";
import { anOrganizer, aSession } from "#tests/support/organizers.ts";
import { aSite } from "#tests/support/site.ts";

const site = await aSite();
const { db } = site;
const scene = await aConsoleScene(db);
const owner = await anOrganizer(db, { campaign: await campaignOf(), role: "owner" });
const viewer = await anOrganizer(db, { campaign: await campaignOf(), role: "viewer" });
const stranger = await anOrganizer(db, { campaign: await aCampaign(db), role: "owner" });

async function campaignOf() {
  const slug = scene.base.split("/").at(-1) ?? "";
  return existing(await db.query.campaigns.findFirst({ where: (c, { eq }) => eq(c.slug, slug) }));
}
const browser = { accept: "text/html,application/xhtml+xml,*/*;q=0.8" };
const asked = async (organizer: { id: string }, headers: Record<string, string> = browser) => ({
  ...headers,
  cookie: `session=${await aSession(db, organizer)}`,
});

/** Files of one thing in the console: routes without a page of their own, by address. */
const unknown = "00000000-0000-4000-8000-000000000000";
const files = addresses
  .filter(({ address, id }) => /^\/organize\/c\/:campaign\/.*:/.test(address) && !isPage(id))
  .map(({ id }) => {
    const ids = Object.keys(scene).filter((key) => key.endsWith("Id"));
    const nothing = Object.fromEntries(ids.map((key) => [key, unknown]));
    return consoleTable[id]?.at({ ...scene, ...nothing }) ?? id;
  })
  .filter((path) => path.includes(unknown));

test("a missing file gets the console's own page in a browser", async () => {
  expect(files.length).toBeGreaterThan(5);
  const { errors } = words("en").organize;
  const odd = [`${scene.base}/exports/x`, `${scene.base}/packs/x`, `${scene.base}/audit/x`];
  for (const path of [...files, ...odd, `${scene.base}/edit/notices/x/y.html`]) {
    const answer = await site.get(path, await asked(owner));
    expect(answer.status, path).toBe(404);
    expect(answer.headers.get("content-type"), path).toContain("text/html");
    const page = await answer.text();
    expect(page, path).toContain(`<h1>${errors[404].title}</h1>`);
    expect(page, path).toContain(`href="${scene.base}"`);
    expect(page, path).toContain('class="console"');
    // The client's scripts would find no page at this address, and reload it forever.
    expect(page, path).not.toContain("<script");

    const program = await site.get(path, await asked(owner, { accept: "*/*" }));
    expect([program.status, await program.text()], path).toEqual([404, "Not found"]);
    const head = await fetch(site.url + path, {
      method: "HEAD",
      headers: await asked(owner),
      redirect: "manual",
    });
    expect(head.status, path).toBe(404);
  }
});

test("without the right, or the campaign, the page says no more than the file would", async () => {
  const { errors } = words("en").organize;
  const [path = ""] = files.filter((file) => file.includes("/exports/"));
  const refused = await site.get(path, await asked(viewer));
  expect(refused.status).toBe(403);
  expect(await refused.text()).toContain(`<h1>${errors[403].title}</h1>`);
  const foreign = await site.get(path, await asked(stranger));
  expect(foreign.status).toBe(404);
  const page = await foreign.text();
  expect(page).toContain(`<h1>${errors[404].title}</h1>`);
  const { title } = await campaignOf();
  expect(page).not.toContain(title);
  expect((await site.get(path, browser)).headers.get("location")).toBe("/sign-in");
  const spanish = await site.get(`/es${path}`, await asked(owner));
  expect(spanish.headers.get("location")).toBe(path);
});
