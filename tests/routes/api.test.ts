import { readdirSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { anApiDocument } from "#tests/support/api-document.ts";
import { aCampaign } from "#tests/support/builders.ts";
import { aSite } from "#tests/support/site.ts";
import { anUpdate, approved } from "#tests/support/updates.ts";

const site = await aSite();
const api = await anApiDocument(site.get);
const seed = "/api/v1/campaigns/microsoft-ice";

/** Gets an address of the API and holds the answer against what the document says of `path`. */
async function get(path: string, address: string, headers: Record<string, string> = {}) {
  const answer = await site.get(address, headers);
  const body = (await api.check("get", path, answer.clone())) as never;
  return { answer, status: answer.status, headers: answer.headers, body };
}

// At the very end, whatever order tests ran in.
afterAll(() => {
  const notHere = /^\w+ \/(token|organizer)/;
  // Three hundred requests a minute: tried once, on the series.
  expect(api.untold().filter((each) => !notHere.test(each))).toEqual([
    "get /campaigns/{campaign}/updates 429",
  ]);
});

test("every address of the API is in its document, and none that is not there", () => {
  const routes = readdirSync(join(import.meta.dirname, "../../app/routes"))
    .filter((name) => name.startsWith("api.v1."))
    .map((name) =>
      name
        .slice("api.v1".length)
        .replace(/\._index$/, "")
        .replaceAll("[.]", "\0")
        .replaceAll(".", "/")
        .replaceAll("\0", ".")
        .replace(/\$(\w+)/g, "{$1}")
        .replaceAll("_/", "/"),
    );
  expect(routes.sort()).toEqual(Object.keys(api.document.paths).sort());
});

test("a campaign, its counts and its claims are for everyone, cached as pages are, with an ETag", async () => {
  for (const [path, address] of [
    ["/openapi.json", "/api/v1/openapi.json"],
    ["/campaigns/{campaign}", seed],
    ["/campaigns/{campaign}/counts", `${seed}/counts`],
    ["/campaigns/{campaign}/claims", `${seed}/claims`],
    ["/campaigns/{campaign}/series", `${seed}/series`],
    ["/campaigns/{campaign}/updates", `${seed}/updates`],
  ] as const) {
    const { status, headers } = await get(path, address);
    expect([address, status]).toEqual([address, 200]);
    expect(headers.get("access-control-allow-origin")).toBe("*");
    expect(headers.get("cross-origin-resource-policy")).toBe("cross-origin");
    expect(headers.get("cache-control")).toBe("public, max-age=0, s-maxage=1");
    expect(headers.has("set-cookie")).toBe(false);
    const etag = headers.get("etag") ?? "";
    expect(etag).toMatch(/^W\/"/);
    // The count says when it was read, so only within its second it is the same.
    if (!address.endsWith("/counts"))
      expect((await get(path, address, { "if-none-match": `"other", ${etag}` })).status).toBe(304);
  }
  await expect
    .poll(async () => {
      const etag = (await site.get(`${seed}/counts`)).headers.get("etag") ?? "";
      return (await get("/campaigns/{campaign}/counts", `${seed}/counts`, { "if-none-match": etag })).status;
    })
    .toBe(304);
  expect((await get("/campaigns/{campaign}", seed)).body).toMatchObject({
    slug: "microsoft-ice",
    company: "Microsoft",
    petition: { version: 1 },
    links: { page: `${site.url}/c/microsoft-ice`, series: `${site.url}${seed}/series` },
  });
  const { claims } = (await get("/campaigns/{campaign}/claims", `${seed}/claims`)).body as {
    claims: { kind: string; limits: string | null }[];
  };
  expect(claims.length).toBeGreaterThan(10);
  expect(claims.some(({ kind, limits }) => kind === "reported" && limits !== null)).toBe(true);
});

test("counts of the API are those of count.json, and a goal", async () => {
  const campaign = await aCampaign(site.db);
  const { asOf: _asOf, ...counts } = (await (await site.get(`/c/${campaign.slug}/count.json`)).json()) as {
    asOf: string;
  };
  const { body } = await get("/campaigns/{campaign}/counts", `/api/v1/campaigns/${campaign.slug}/counts`);
  expect(body).toEqual({ ...counts, campaign: campaign.slug, goal: 100, asOf: expect.any(String) });
});

test("who asks for other days learns of no stretch with fewer than five", async () => {
  const campaign = await aCampaign(site.db);
  const days = { "2026-03-01": 3, "2026-03-03": 4, "2026-03-04": 1, "2026-03-07": 9, "2026-03-09": 2 };
  for (const [day, n] of Object.entries(days)) {
    await site.db.execute(sql`
      insert into activity_hours (campaign_id, measure, hour, slot, n)
      values (${campaign.id}, 'joined', ${`${day}T00:00:00Z`}::timestamptz + interval '23 hours', 3, ${n})`);
  }
  const today = sql`insert into activity_hours (campaign_id, measure, hour, slot, n)
    values (${campaign.id}, 'joined', hour_of(now()), 3, 50)`;
  await site.db.execute(today);
  const path = "/campaigns/{campaign}/series";
  const series = async (query: string) =>
    ((await get(path, `/api/v1/campaigns/${campaign.slug}/series${query}`)).body as { stretches: unknown })
      .stretches;
  const [one, two] = [
    { from: "2026-03-01", to: "2026-03-03", n: 7 },
    { from: "2026-03-04", to: "2026-03-07", n: 10 },
  ];
  expect(await series("")).toEqual([one, two]);
  expect(await series("?of=signatures&from=2026-03-01&to=2026-03-07")).toEqual([one, two]);
  expect(await series("?from=2026-03-02")).toEqual([two]);
  expect(await series("?to=2026-03-06")).toEqual([one]);
  expect(await series("?from=2026-03-05&to=2026-03-07")).toEqual([]);
  for (const of of ["pledges", "letters"]) expect(await series(`?of=${of}`)).toEqual([]);
});

test("updates are listed newest first, in pages, with their words and in the language of the address", async () => {
  const campaign = await aCampaign(site.db, { languages: ["en", "es"] });
  const address = `/api/v1/campaigns/${campaign.slug}/updates`;
  const path = "/campaigns/{campaign}/updates";
  for (const month of [3, 4, 5]) {
    const startedAt = new Date(`2026-0${month}-02T09:00:00Z`);
    await anUpdate(site.db, campaign, {
      ...{ ...approved, state: "sent", startedAt, preparedAt: startedAt, finishedAt: startedAt },
      ...{ subject: `News of ${month}`, body: "Some *news* & more." },
      others: [{ locale: "es", subject: `Noticias de ${month}`, body: "Algo." }],
    });
  }
  await anUpdate(site.db, campaign, { subject: "Only a draft" });
  type Page = {
    updates: { number: number; subject: string; html: string; url: string }[];
    next: string | null;
  };
  const first = (await get(path, `${address}?limit=2`)).body as Page;
  expect(first.updates.map(({ number, subject }) => [number, subject])).toEqual([
    [3, "News of 5"],
    [2, "News of 4"],
  ]);
  expect(first.updates[0]?.html).toBe("<p>Some <em>news</em> &amp; more.</p>");
  expect(first.updates[0]?.url).toBe(`${site.url}/c/${campaign.slug}/updates/3`);
  const { pathname, search } = new URL(first.next ?? "");
  const second = (await get(path, pathname + search)).body as Page;
  expect([second.updates.map(({ number }) => number), second.next]).toEqual([[1], null]);
  const spanish = (await get(path, `/es${address}`)).body as Page;
  expect(spanish.updates.map(({ subject }) => subject)).toEqual([
    "Noticias de 5",
    "Noticias de 4",
    "Noticias de 3",
  ]);
  expect(spanish.updates[0]?.url).toBe(`${site.url}/es/c/${campaign.slug}/updates/3`);
});

test("what is wrong is said as JSON, in words", async () => {
  for (const [path, query, code, parameter] of [
    ["series", "?by=hour", "unknown-parameter", "by"],
    ["series", "?from=2026-02-30", "day-shape", "from"],
    ["series", "?from=2026-03-02&to=2026-03-01", "days-order", "to"],
    ["series", "?of=people", "of-unknown", "of"],
    ["series", "?of=letters&of=pledges", "given-twice", "of"],
    ["updates", "?limit=51", "limit-range", "limit"],
    ["updates", "?limit=0", "limit-range", "limit"],
    ["updates", "?after=7", "update-unknown", "after"],
    ["updates", "?after=x", "number-shape", "after"],
  ] as const) {
    const { status, body } = await get(`/campaigns/{campaign}/${path}`, `${seed}/${path}${query}`);
    expect([query, status, body]).toMatchObject([
      query,
      400,
      { code, parameter, detail: expect.stringMatching(/.{20,}/) },
    ]);
  }
  for (const path of ["", "/counts", "/claims", "/series", "/updates"]) {
    const { status, body } = await get(
      `/campaigns/{campaign}${path}`,
      `/api/v1/campaigns/no-such-one${path}`,
    );
    expect([path, status, body]).toMatchObject([path, 404, { code: "unknown-campaign" }]);
  }
  for (const address of ["/api/v1/nothing", "/api/v2/campaigns", "/api/v1/campaigns/microsoft-ice/people"]) {
    const answer = await site.get(address);
    expect([address, answer.status, await answer.json()]).toMatchObject([
      address,
      404,
      { code: "unknown-address" },
    ]);
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
  }
  const drafted = await aCampaign(site.db, { status: "draft" });
  expect((await site.get(`/api/v1/campaigns/${drafted.slug}`)).status).toBe(404);
  for (const [status, headers] of [
    [405, {}],
    [403, { origin: "https://evil.example" }],
  ] as const) {
    const posted = await site.post(`${seed}/counts`, { a: "b" }, headers);
    expect([posted.status, posted.headers.get("content-type")]).toEqual([status, "application/problem+json"]);
  }
});

test("who asks too often is told when to ask again, and what is cached is answered on", async () => {
  const address = `${seed}/series`;
  for (let n = 0; n < 320; n++) {
    const answer = await site.get(address);
    if (answer.status === 200) {
      await answer.arrayBuffer();
      continue;
    }
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await api.check("get", "/campaigns/{campaign}/series", answer)).toMatchObject({
      code: "too-many",
    });
    expect((await site.get(`${seed}/counts`)).status).toBe(200);
    return;
  }
  throw new Error("nobody was stopped");
});
