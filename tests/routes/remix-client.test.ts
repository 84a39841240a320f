import { expect, test } from "vitest";
import { words } from "#app/i18n/index.ts";
import { anOrganizer, aSession } from "#tests/support/organizers.ts";
import { aSite } from "#tests/support/site.ts";

const site = await aSite();
let written = "";
for (const stream of site.output)
  stream.on("data", (chunk: Buffer) => {
    written += chunk;
  });
const linesOfFaults = () =>
  written.split("\n").filter((line) => /"level":[456]0/.test(line) || !/^(\{|$)/.test(line));

const headOf = { en: words("en").errors.page[404].title, dead: words("en").errors.link.title };

/** The version of the client's files, as in a page that runs them. */
const versionOf = async () =>
  /manifest-([0-9a-z]+)\.js/.exec(await (await site.get("/sign-in")).text())?.[1] ?? "";

test("a Remix 1 request (`?_data=`) gets the page for dead addresses, unlogged", async () => {
  const paths = {
    "/nowhere?_data=root": headOf.en,
    "/nowhere?%5fdata=root": headOf.en,
    "/nowhere?a=b&_data": headOf.en,
    "/manage/x?_data=y": headOf.dead,
    "/es/manage/x?_data=y": words("es").errors.link.title,
    "/manage?_data=personal/request-link": headOf.dead,
    "/organize?_data=root": headOf.en,
    "/sign-in?_data=console/sign-in/code": headOf.en,
    "/c/microsoft-ice.data?_data=root": headOf.en,
    "/refused?_data=root": headOf.en,
  };
  for (const [path, heading] of Object.entries(paths)) {
    const got = await site.get(path);
    expect([path, got.status, await got.text()]).toEqual([path, 404, expect.stringContaining(heading)]);
    const head = await fetch(site.url + path, { method: "HEAD" });
    expect([path, head.status]).toEqual([path, 404]);
  }
  for (const path of [
    "/c/microsoft-ice/sign?_data=x",
    "/sign-in?_data=console/sign-in/code",
    "/manage?_data=x",
  ])
    expect([path, (await site.post(path, { email: "a@example.org" })).status]).toEqual([path, 404]);
  expect((await site.post("/webhooks/resend?_data=x", {})).status).toBe(404);
  const api = await site.get("/api/v1/organizer/campaigns/microsoft-ice/queues?_data=x");
  expect([api.status, api.headers.get("content-type")]).toEqual([404, "application/problem+json"]);
  expect(linesOfFaults()).toEqual([]);
});

test("data of a page is given to pages that run scripts, and of no other is there any", async () => {
  const without = [
    "/c/x.data",
    "/c/microsoft-ice.data",
    "/c/microsoft-ice.data?_routes=root",
    "/c/microsoft-ice/count.json.data",
    "/_root.data",
    "/.data",
    "/es/_root.data",
    "/es/c/microsoft-ice.data",
    "/manage.data",
    "/confirm/x.data",
    "/api/v1/campaigns/microsoft-ice.data",
    "/dev/mailbox.data",
    "/nowhere.data",
  ];
  for (const path of without)
    for (const method of ["GET", "HEAD"]) {
      const answer = await fetch(site.url + path, { method });
      expect([path, method, answer.status]).toEqual([path, method, 404]);
      expect([path, answer.headers.get("content-type")]).not.toEqual([path, "text/x-script"]);
    }
  expect((await site.post("/c/microsoft-ice/sign.data", { name: "Ana" })).status).toBe(404);
  expect((await site.get("/manage.data")).headers.get("referrer-policy")).toBe("same-origin");
  expect((await site.get("/manage.data")).headers.get("x-robots-tag")).toContain("noindex");

  const session = await aSession(site.db, await anOrganizer(site.db));
  const organize = await site.get("/organize.data", { cookie: `session=${session}` });
  expect([organize.status, organize.headers.get("content-type")]).toEqual([200, "text/x-script"]);
  for (const path of ["/sign-in.data", "/invite/x.data", "/organize.data", "/es/sign-in.data"])
    expect([path, (await site.get(path)).headers.get("content-type")]).toEqual([path, "text/x-script"]);
  expect((await fetch(`${site.url}/organize.data`, { method: "HEAD" })).status).toBe(404);
  expect(linesOfFaults()).toEqual([]);
});

test("only the console learns the routes behind links, with all a page needs", async () => {
  const version = await versionOf();
  const ask = (query: string) => site.get(`/__manifest?version=${version}&${query}`);
  const routesOf = async (query: string) => {
    const answer = await ask(query);
    expect(answer.status).toBe(200);
    const routes = (await answer.json()) as Record<string, { id: string; module: string }>;
    for (const [id, route] of Object.entries(routes)) expect(route).toMatchObject({ id });
    return Object.keys(routes).sort();
  };
  const frame = ["root", "console/frame", "console/campaigns", "console/campaign/frame"];
  const campaign = ["console/campaign/not-found", "console/campaign/overview"];
  expect(await routesOf("p=%2Forganize%2Fc%2Fmicrosoft-ice%2Fteam")).toEqual(
    expect.arrayContaining([...frame, campaign[1], "console/team/list"]),
  );
  expect(await routesOf("p=/organize/c/microsoft-ice/nothing/here")).toEqual(
    expect.arrayContaining([...frame, ...campaign]),
  );
  expect(await routesOf("p=/sign-out&p=/organize/account")).toEqual(
    expect.arrayContaining(["root", "console/sign-in/sign-out", "console/frame", "console/account"]),
  );
  expect(await routesOf("p=/c/microsoft-ice&p=/manage/x&p=//evil.example&p=%")).toEqual([]);

  const another = await site.get("/__manifest?version=another&p=/organize");
  expect([another.status, another.headers.get("x-remix-reload-document")]).toEqual([204, "true"]);
  for (const path of ["/es/__manifest", "/__manifest/x"]) expect((await site.get(path)).status).toBe(404);
  expect((await site.post("/__manifest", {})).status).toBe(404);
});

test("asking for the routes behind endless links stops nobody", async () => {
  const version = await versionOf();
  const queries = [
    `p=${"/".repeat(7500)}`,
    `p=${"/a".repeat(3600)}`,
    `p=/organize${"/a".repeat(3600)}`,
    Array.from({ length: 300 }, (_, n) => `p=/organize/c/${n}/edit`).join("&"),
    "p=/organize/x&".repeat(500),
  ];
  for (const query of queries) {
    const began = performance.now();
    const answer = await site.get(`/__manifest?version=${version}&${query}`);
    await answer.text();
    expect(answer.status).toBeLessThan(500);
    // Remix's own answer took 5 to 12 seconds of the event loop.
    expect(performance.now() - began).toBeLessThan(500);
  }
});
