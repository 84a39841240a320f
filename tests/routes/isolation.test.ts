import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { tokenScopes } from "#app/domain/access/tokens/api-token.ts";
import { createToken } from "#app/lib/token.server.ts";
import { addresses } from "#app/routes.ts";
import { supporters } from "#db/schema/index.ts";
import { isPage } from "#tests/support/addresses.ts";
import { aToken } from "#tests/support/api-tokens.ts";
import { aCampaign, testKeys } from "#tests/support/builders.ts";
import { aConsoleScene } from "#tests/support/console-scene.ts";
import { type ConsoleRow, consoleTable } from "#tests/support/console-table.ts";
import { anOrganizer, aSession } from "#tests/support/organizers.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";
import { aSite } from "#tests/support/site.ts";

/** Campaign A, with one of everything; and B, with an owner who has nothing to do with A. */
const site = await aSite();
const { db } = site;
const a = await aConsoleScene(db);
const other = await aCampaign(db);
const owner = await anOrganizer(db, { campaign: other, role: "owner" });
const cookie = { cookie: `session=${await aSession(db, owner)}` };
const b = `/organize/c/${other.slug}`;

const rows = Object.entries(consoleTable);

/** A route's own answer for something of A requested in B's path. */
function askAlone(route: string, path: string) {
  if (!isPage(route)) return { get: path, post: path };
  const [plain, query] = path.split("?");
  return {
    get: `${plain}.data?${query?.includes("=") ? `${query}&` : ""}_routes=${encodeURIComponent(route)}`,
    post: `${plain}.data${query ? `?${query}` : ""}`,
  };
}
/** Rows whose address names something of the campaign. */
const ofOneThing = rows.filter(
  ([, row]) =>
    row
      .at({ ...a, base: b })
      .split("/")
      .slice(4)
      .join("/") !== "" && namesOne(row),
);
function namesOne(row: ConsoleRow) {
  const ids = Object.entries(a).filter(([name]) => name.endsWith("Id"));
  const path = row.at(a).slice(a.base.length);
  return (
    row.at(a).startsWith(a.base) && ids.some(([, id]) => new RegExp(`/${String(id)}(?=[/._?]|$)`).test(path))
  );
}

test("there is something of every sort to ask for", () => {
  expect(ofOneThing.length).toBeGreaterThan(8);
});

test.each(ofOneThing)("%s shows nothing of one campaign in the path of another", async (route, row) => {
  const ask = askAlone(route, row.at({ ...a, base: b }));
  const { status } = await site.get(ask.get, cookie);
  expect([ask.get, status]).toEqual([ask.get, 404]);
});

test.each(ofOneThing)("no post to %s changes anything of another campaign", async (route, row) => {
  const before = await a.countActions();
  for (const { fields, to } of row.posts) {
    const path = (to ?? row.at)({ ...a, base: b });
    const { status } = await site.post(askAlone(route, path).post, fields, cookie);
    expect([fields, [403, 404, 422].includes(status)]).toEqual([fields, true]);
  }
  expect(await a.countActions()).toBe(before);
});

const organizerRoutes = addresses
  .map(({ address }) => address)
  .filter((address) => address.startsWith("/api/v1/organizer/campaigns/:campaign"));

test("there are routes for programs", () => {
  expect(organizerRoutes.length).toBeGreaterThan(4);
});

test.each(organizerRoutes)("a token of one campaign opens nothing of another: %s", async (route) => {
  const token = await aToken(db, { campaign: other, organizer: owner }, tokenScopes);
  const pathIn = (slug: string) => route.replace(":campaign", slug).replace(":export", a.exportId);
  const slugOfA = a.base.split("/").at(-1) ?? "";
  for (const method of ["GET", "POST"]) {
    const answer = await fetch(site.url + pathIn(slugOfA), {
      method,
      headers: { ...token.headers, "content-type": "application/json" },
      ...(method === "POST" && { body: "{}" }),
    });
    expect([method, pathIn(slugOfA), [403, 404, 405].includes(answer.status)]).toEqual([
      method,
      pathIn(slugOfA),
      true,
    ]);
  }
  if (!route.includes(":export")) return;
  // Its own path does not lead to anything of the other either.
  const own = await fetch(site.url + pathIn(other.slug), { headers: token.headers });
  expect(own.status).toBe(404);
});

test("a link of a signer of one campaign opens no form of another as them", async () => {
  const here = await aCampaign(db);
  const person = await aStoredSignature(db, here, { name: "Secret Signer" });
  const issuedAt = new Date();
  await db.update(supporters).set({ confirmedAt: issuedAt }).where(eq(supporters.id, person.supporter.id));
  const token = createToken(testKeys, "pledge", {
    subject: person.supporter.publicId,
    issuedAt,
    expiresAt: new Date(issuedAt.getTime() + 86_400_000),
    within: here.slug,
  });
  const elsewhere = await site.get(`/c/${other.slug}/pledge/${token}`);
  expect([elsewhere.status, await elsewhere.text()]).toEqual([
    404,
    expect.not.stringContaining("Secret Signer"),
  ]);
  expect((await site.post(`/c/${other.slug}/pledge/${token}`, { kind: "direct" })).status).toBe(410);
  expect((await site.get(`/c/${here.slug}/pledge/${token}`)).status).toBe(200);
});
