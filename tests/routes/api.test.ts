import { eq, sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import type { OrganizerRole } from "#app/domain/access/organizer.ts";
import { readDashboard } from "#app/domain/activity/read-dashboard.server.ts";
import { wholeList } from "#app/domain/outgoing/exports/presets.ts";
import { figuresOf } from "#app/routes/api/organizer/activity/figures.ts";
import { addresses } from "#app/routes.ts";
import { makeExports } from "#app/tasks/index.ts";
import { auditEntries, campaignOrganizers, campaigns, listExports } from "#db/schema/index.ts";
import { anApiDocument } from "#tests/support/api-document.ts";
import { aToken } from "#tests/support/api-tokens.ts";
import { aCampaign, changeRows, existing, storeRow, testKeys } from "#tests/support/builders.ts";
import { anOrganizer, aSession } from "#tests/support/organizers.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";
import { aSite } from "#tests/support/site.ts";
import { anUpdate, approved } from "#tests/support/updates.ts";

const site = await aSite({ TRUST_PROXY: "1" });
const api = await anApiDocument(site.get);
const seed = "/api/v1/campaigns/microsoft-ice";
const files = ["count", "letters", "pledges"].map((file) => `/c/{campaign}/${file}.json`);

/** Gets an address of the API and checks the answer against the document's entry for `path`. */
async function get(path: string, address: string, headers: Record<string, string> = {}) {
  const answer = await site.get(address, headers);
  expect(answer.headers.get("access-control-allow-origin")).toBe(
    /^\/campaigns|json$/.test(path) ? "*" : null,
  );
  const body = (await api.check("get", path, answer.clone())) as never;
  return { answer, status: answer.status, headers: answer.headers, body };
}

// At the very end, after tests in any order.
afterAll(() => {
  const untold = api.untold().filter((each) => !/ (?:429|503)$/.test(each));
  expect(untold, "described, and never checked here").toEqual([]);
});

test("every address of the API is in its document, and none that is not there", () => {
  const routes = addresses
    .filter(({ address }) => /^\/api\/v1\/|\/(count|letters|pledges)\.json$/.test(address))
    .map(({ address }) => address.replace("/api/v1", "").replace(/:(\w+)/g, "{$1}"));
  expect(routes.sort()).toEqual(Object.keys(api.document.paths).sort());
});

test("a campaign, its counts and claims are public, cached as pages, with an ETag", async () => {
  for (const [path, address] of [
    ["/openapi.json", "/api/v1/openapi.json"],
    ["/campaigns/{campaign}", seed],
    ["/campaigns/{campaign}/counts", `${seed}/counts`],
    ["/campaigns/{campaign}/claims", `${seed}/claims`],
    ["/campaigns/{campaign}/series", `${seed}/series`],
    ["/campaigns/{campaign}/updates", `${seed}/updates`],
    ...files.map((path) => [path, path.replace("{campaign}", "microsoft-ice")] as const),
  ] as const) {
    const { status, headers } = await get(path, address);
    expect([address, status]).toEqual([address, 200]);
    expect(headers.get("access-control-allow-origin")).toBe("*");
    expect(headers.get("cross-origin-resource-policy")).toBe("cross-origin");
    expect(headers.get("cache-control")).toBe("public, max-age=0, s-maxage=1");
    expect(headers.has("set-cookie")).toBe(false);
    const etag = headers.get("etag") ?? "";
    expect(etag).toMatch(/^W\/"/);
    // Figures include their time, so they are the same only within a second.
    if (!/\/counts$|\.json$/.test(path) || path === "/openapi.json")
      expect((await get(path, address, { "if-none-match": `"other", ${etag}` })).status).toBe(304);
  }
  for (const path of ["/campaigns/{campaign}/counts", ...files]) {
    const address = path.replace(/^\/campaigns/, "/api/v1/campaigns").replace("{campaign}", "microsoft-ice");
    await expect
      .poll(async () => {
        const etag = (await site.get(address)).headers.get("etag") ?? "";
        return (await get(path, address, { "if-none-match": etag })).status;
      })
      .toBe(304);
  }
  for (const path of files)
    await api.check("get", path, await site.get(path.replace("{campaign}", "nowhere")));
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
  expect(body).toEqual({
    ...counts,
    campaign: campaign.slug,
    onPaper: 0,
    goal: 100,
    asOf: expect.any(String),
  });
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

test("updates are listed newest first, paged, in the address's language", async () => {
  const campaign = await aCampaign(site.db, { languages: ["en", "es"] });
  const address = `/api/v1/campaigns/${campaign.slug}/updates`;
  const path = "/campaigns/{campaign}/updates";
  for (const month of [3, 4, 5]) {
    const startedAt = new Date(`2026-0${month}-02T09:00:00Z`);
    await anUpdate(site.db, campaign, {
      ...approved,
      state: "sent",
      startedAt,
      preparedAt: startedAt,
      finishedAt: startedAt,
      subject: `News of ${month}`,
      body: "Some *news* & more.",
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
  // Another client than the one of all other tests.
  const from = { "x-forwarded-for": "198.51.100.7" };
  const address = `${seed}/series`;
  for (let n = 0; n < 320; n++) {
    const answer = await site.get(address, from);
    if (answer.status === 200) {
      await answer.arrayBuffer();
      continue;
    }
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await api.check("get", "/campaigns/{campaign}/series", answer)).toMatchObject({
      code: "too-many",
    });
    expect((await site.get(`${seed}/counts`, from)).status).toBe(200);
    return;
  }
  throw new Error("nobody was stopped");
});

const organizer = (slug: string, rest: string) => `/api/v1/organizer/campaigns/${slug}${rest}`;
const ofOrganizer = (rest: string) => `/organizer/campaigns/{campaign}${rest}`;

async function aMaker(role: OrganizerRole = "owner") {
  const campaign = await aCampaign(site.db);
  return { campaign, organizer: await anOrganizer(site.db, { campaign, role }) };
}

const ask = (slug: string, body: unknown, headers: Record<string, string>) =>
  fetch(site.url + organizer(slug, "/exports"), {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });

test("a new figure of the overview reaches no token", async () => {
  const { id } = await aCampaign(site.db);
  const asked = { period: { step: "day", days: 7 }, zone: "UTC", small: true } as const;
  const board = await readDashboard(site.db, id, asked);
  const { period: _p, marks, queues: _q, domainCrowds: _d, emailsAhead: _e, bounces: _b, ...rest } = board;
  expect(figuresOf(board)).toEqual({ ...rest, updates: marks });
  const grown = { ...board, secret: 1, counts: { ...board.counts, secret: 1 } };
  expect(figuresOf(grown)).toEqual({ ...rest, updates: marks });
});

test("a token reads its campaign's figures and queues; a cookie reads none", async () => {
  const maker = await aMaker();
  const { slug } = maker.campaign;
  await aStoredSignature(site.db, maker.campaign, { signedAt: new Date(Date.now() - 3_600_000) });
  const { headers } = await aToken(site.db, maker, ["activity", "queues"]);
  expect((await get("/token", "/api/v1/token", headers)).body).toMatchObject({
    campaign: slug,
    scopes: ["activity", "queues"],
  });
  const activity = await get(ofOrganizer("/activity"), organizer(slug, "/activity"), headers);
  expect([activity.status, activity.headers.get("cache-control")]).toEqual([200, "no-store"]);
  expect(activity.body).toMatchObject({ by: "day", days: 28, zone: "UTC", counts: { signatures: 1 } });
  const hours = await get(
    ofOrganizer("/activity"),
    organizer(slug, "/activity?by=hour&days=7&zone=Asia/Tokyo"),
    headers,
  );
  expect(hours.body).toMatchObject({
    by: "hour",
    days: 7,
    zone: "Asia/Tokyo",
    asOf: expect.stringMatching(/\+09:00$/),
  });
  const all = await get(ofOrganizer("/activity"), organizer(slug, "/activity?days=all"), headers);
  expect(all.body).toMatchObject({ days: null, series: { totalBefore: null } });
  for (const [query, code] of [
    ["?by=week", "by-unknown"],
    ["?days=3", "days-length"],
    ["?by=hour&days=28", "days-length"],
    ["?zone=Mars/Base", "zone-unknown"],
    ["?small=1", "unknown-parameter"],
  ] as const) {
    const { status, body } = await get(
      ofOrganizer("/activity"),
      organizer(slug, `/activity${query}`),
      headers,
    );
    expect([query, status, body]).toMatchObject([query, 400, { code }]);
  }
  const queues = await get(ofOrganizer("/queues"), organizer(slug, "/queues"), headers);
  expect([queues.status, queues.body]).toMatchObject([200, { queues: expect.any(Array) }]);

  const session = { cookie: `session=${await aSession(site.db, maker.organizer)}` };
  for (const [path, address] of [
    ["/token", "/api/v1/token"],
    ...["/activity", "/queues", "/exports"].map(
      (rest) => [ofOrganizer(rest), organizer(slug, rest)] as const,
    ),
    [ofOrganizer("/exports/{export}"), organizer(slug, "/exports/x")],
    [ofOrganizer("/exports/{export}/file"), organizer(slug, "/exports/x/file")],
  ] as const) {
    for (const wrong of [
      session,
      { authorization: "Bearer undersigned_x" },
      { authorization: `Basic ${headers.authorization}` },
    ]) {
      const { status, headers: answered } = await get(path, address, wrong);
      expect([path, status, answered.get("www-authenticate")]).toEqual([
        path,
        401,
        'Bearer realm="organizer"',
      ]);
    }
  }
  expect(
    await api.check("post", ofOrganizer("/exports"), await ask(slug, { preset: "full" }, session)),
  ).toMatchObject({ code: "token-needed" });
});

test("a token opens nothing of other campaigns or scopes", async () => {
  const maker = await aMaker();
  const other = await aMaker();
  const { headers } = await aToken(site.db, maker, [
    "activity",
    "queues",
    "export-signatures",
    "export-pledges",
  ]);
  const few = await aToken(site.db, maker, ["queues"]);
  const id = "00000000-0000-4000-8000-000000000000";
  for (const [path, rest] of [
    ["/activity", "/activity"],
    ["/queues", "/queues"],
    ["/exports", "/exports"],
    ["/exports/{export}", `/exports/${id}`],
    ["/exports/{export}/file", `/exports/${id}/file`],
  ] as const) {
    for (const slug of [other.campaign.slug, "no-such-campaign"]) {
      const { status, body } = await get(ofOrganizer(path), organizer(slug, rest), headers);
      expect([path, status, body]).toMatchObject([path, 403, { code: "other-campaign" }]);
    }
    if (path === "/queues") continue;
    const { status, body } = await get(ofOrganizer(path), organizer(maker.campaign.slug, rest), few.headers);
    expect([path, status, body]).toMatchObject([path, 403, { code: "scope-missing" }]);
  }
  const asked = await ask(other.campaign.slug, { preset: "full" }, headers);
  expect(await api.check("post", ofOrganizer("/exports"), asked)).toMatchObject({ code: "other-campaign" });
  expect(asked.status).toBe(403);
  await site.db
    .update(campaignOrganizers)
    .set({ role: "viewer", rights: [] })
    .where(eq(campaignOrganizers.organizerId, maker.organizer.id));
  const lost = await get(ofOrganizer("/queues"), organizer(maker.campaign.slug, "/queues"), headers);
  expect([lost.status, lost.body]).toMatchObject([403, { code: "right-lost" }]);
});

test("every example of the document is an export that a token may request", async () => {
  const maker = await aMaker();
  const { headers } = await aToken(site.db, maker, ["export-signatures", "export-pledges"]);
  const path = ofOrganizer("/exports");
  const examples = Object.entries(api.examplesOf("post", path));
  expect(examples.length).toBeGreaterThan(2);
  for (const [name, { value }] of examples) {
    const answer = await ask(maker.campaign.slug, value, headers);
    expect([name, answer.status]).toEqual([name, 202]);
    expect(await api.check("post", path, answer)).toMatchObject({ preset: value.preset });
  }
});

test("a token requests, follows and fetches an export until a freeze or lost right", async () => {
  const maker = await aMaker();
  const { campaign } = maker;
  const { slug } = campaign;
  for (const name of ["Ana Sample", "Ben Sample"]) await aStoredSignature(site.db, campaign, { name });
  const { headers, publicId } = await aToken(site.db, maker, ["export-signatures"]);
  const exportsPath = ofOrganizer("/exports");
  for (const [body, code] of [
    ["no json", "unreadable"],
    ["[]", "unreadable"],
    [{}, "preset-missing"],
    [{ preset: "full", how: "now" }, "unknown-field"],
    [{ preset: "full", countries: "XX" }, "country-unknown"],
    [{ preset: "delivery", consent: "any" }, "consent-needed"],
    [{ preset: "full", format: "json" }, "format-unknown"],
    [{ preset: "full", from: "2026-02-02", to: "2026-02-01" }, "days-order"],
  ] as const) {
    const answer = await ask(slug, body, headers);
    expect([body, answer.status, await api.check("post", exportsPath, answer)]).toMatchObject([
      body,
      400,
      { code },
    ]);
  }
  const pledges = await ask(slug, { preset: "pledges" }, headers);
  expect([pledges.status, await api.check("post", exportsPath, pledges)]).toMatchObject([
    403,
    { code: "scope-missing" },
  ]);

  const answer = await ask(slug, { preset: "full", state: ["confirmed"] }, headers);
  expect(answer.status).toBe(202);
  const asked = (await api.check("post", exportsPath, answer)) as { id: string; links: { self: string } };
  const [entry] = await site.db.select().from(auditEntries).where(eq(auditEntries.subject, asked.id));
  expect(entry).toMatchObject({
    actor: `organizer:${maker.organizer.id}`,
    action: "export-asked-by-token",
    detail: { token: publicId, preset: "full" },
  });
  const one = organizer(slug, `/exports/${asked.id}`);
  const [path, filePath] = [ofOrganizer("/exports/{export}"), ofOrganizer("/exports/{export}/file")];
  expect(asked.links.self).toBe(site.url + one);
  const early = await get(filePath, `${one}/file`, headers);
  if (early.status !== 409) expect(early.status).toBe(200);

  const stop = new AbortController();
  await makeExports({ db: site.db, keys: testKeys, stop: stop.signal });
  await expect
    .poll(async () => ((await get(path, one, headers)).body as { state: string }).state)
    .toBe("completed");
  const listed = (await get(exportsPath, organizer(slug, "/exports"), headers)).body as {
    exports: { id: string; rows: number }[];
  };
  expect(listed.exports.map(({ id, rows }) => [id, rows])).toEqual([[asked.id, 2]]);
  const whole = await site.get(`${one}/file`, headers);
  await api.check("get", filePath, whole.clone());
  const text = await whole.text();
  expect(text).toContain("Ben Sample");
  const part = await site.get(`${one}/file`, { ...headers, range: "bytes=10-" });
  await api.check("get", filePath, part.clone());
  expect([part.status, await part.text()]).toEqual([206, text.slice(10)]);
  await api.check("get", filePath, await site.get(`${one}/file`, { ...headers, range: "bytes=99999999-" }));

  const colleague = await anOrganizer(site.db, { campaign });
  const theirs = await aToken(site.db, { campaign, organizer: colleague }, ["export-signatures"]);
  const noPledges = await aToken(site.db, maker, ["export-pledges"]);
  for (const each of [theirs, noPledges]) {
    expect((await get(path, one, each.headers)).status).toBe(404);
    expect((await get(filePath, `${one}/file`, each.headers)).status).toBe(404);
  }
  expect((await get(filePath, organizer(slug, "/exports/x/file"), headers)).status).toBe(404);

  const freeze = (at: Date | null) =>
    changeRows(site.db, campaigns, campaign.id, { frozenAt: at, frozenBy: at && "operator" });
  await freeze(new Date());
  expect((await get(filePath, `${one}/file`, headers)).body).toMatchObject({ code: "frozen", status: 403 });
  expect(await api.check("post", exportsPath, await ask(slug, { preset: "full" }, headers))).toMatchObject({
    code: "frozen",
  });
  await freeze(null);

  await storeRow(site.db, listExports, {
    campaignId: campaign.id,
    organizerId: maker.organizer.id,
    preset: "full",
    filter: wholeList,
    kept: true,
    createdAt: new Date(0),
  });
  const [waiting] = (
    (await get(exportsPath, organizer(slug, "/exports"), headers)).body as { exports: { id: string }[] }
  ).exports.slice(-1);
  expect((await get(filePath, organizer(slug, `/exports/${waiting?.id}/file`), headers)).status).toBe(409);
  await changeRows(site.db, listExports, asked.id, { expiresAt: new Date(0) });
  expect((await get(filePath, `${one}/file`, headers)).status).toBe(410);
  await site.db
    .update(campaignOrganizers)
    .set({ role: "viewer", rights: ["view"] })
    .where(eq(campaignOrganizers.organizerId, maker.organizer.id));
  expect((await get(filePath, `${one}/file`, headers)).body).toMatchObject({
    code: "right-lost",
    status: 403,
  });
});

test("who tries wrong tokens is stopped, and a right one works on", async () => {
  const maker = await aMaker();
  const { headers } = await aToken(site.db, maker, ["queues"]);
  const from = { "x-forwarded-for": "198.51.100.8" };
  const wrong = { ...from, authorization: `Bearer undersigned_${"x".repeat(43)}` };
  const tries = await Promise.all(Array.from({ length: 70 }, () => site.get("/api/v1/token", wrong)));
  const stopped = existing(tries.find(({ status }) => status === 429));
  expect(await api.check("get", "/token", stopped)).toMatchObject({ code: "too-many" });
  expect((await get("/token", "/api/v1/token", { ...headers, ...from })).status).toBe(200);
});
