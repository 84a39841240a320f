import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { everyone } from "#app/domain/outgoing/updates/audience/audience.ts";
import type { Db } from "#db/index.ts";
import { campaigns, claims } from "#db/schema/index.ts";
import { aCampaign } from "#tests/support/builders.ts";
import { aStoredClaim } from "#tests/support/claims.ts";
import { aSite } from "#tests/support/site.ts";
import { anUpdate, approved } from "#tests/support/updates.ts";

const site = await aSite();

const startedAt = new Date("2026-10-02T09:00:00Z");
const sent = { ...approved, state: "sent", startedAt, preparedAt: startedAt, finishedAt: startedAt } as const;

const plain = (html: string) => html.replaceAll("<!-- -->", "").replaceAll("\u00a0", " ");
const page = async (path: string) => plain(await (await site.get(path)).text());

/** Parses the feed with PostgreSQL's XML parser: invalid XML fails here. */
async function readFeed(db: Db, xml: string) {
  const [feed] = await db.execute(sql`
    select f.* from xmltable(xmlnamespaces('http://www.w3.org/2005/Atom' as a),
      '/a:feed' passing (${xml}::xml)
      columns id text path 'a:id', title text path 'a:title', updated timestamptz path 'a:updated',
        author text path 'a:author/a:name', self text path 'a:link[@rel="self"]/@href',
        page text path 'a:link[@rel="alternate"]/@href') f`);
  const entries = await db.execute<{
    id: string;
    title: string;
    link: string;
    html: string;
    language: string;
  }>(sql`
    select e.* from xmltable(xmlnamespaces('http://www.w3.org/2005/Atom' as a),
      '/a:feed/a:entry' passing (${xml}::xml)
      columns id text path 'a:id', title text path 'a:title', updated timestamptz path 'a:updated',
        link text path 'a:link[@rel="alternate"]/@href', kind text path 'a:content/@type',
        html text path 'a:content', language text path '@xml:lang') e`);
  return { feed, entries: [...entries] };
}

test("a campaign without an update says so, and its case leads to none", async () => {
  const campaign = await aCampaign(site.db);
  const path = `/c/${campaign.slug}`;
  await anUpdate(site.db, campaign, { subject: "Only a draft" });
  await anUpdate(site.db, campaign, {
    ...approved,
    state: "scheduled",
    sendAt: new Date(Date.now() + 3_600_000),
    subject: "Not begun",
  });

  expect(await page(`${path}/updates`)).toContain("No update has been sent yet.");
  for (const at of [path, `${path}/sources`]) expect(await page(at)).not.toContain("/updates");
  const { feed, entries } = await readFeed(site.db, await (await site.get(`${path}/updates.atom`)).text());
  expect(feed).toMatchObject({ self: `${site.url}${path}/updates.atom`, page: `${site.url}${path}/updates` });
  expect(entries).toEqual([]);
  for (const number of ["1", "2", "3", "0", "01", "x", "99999999999"]) {
    expect([number, (await site.get(`${path}/updates/${number}`)).status]).toEqual([number, 404]);
  }
  expect((await site.get("/c/no-such-campaign/updates")).status).toBe(404);
  expect((await site.get("/c/no-such-campaign/updates.atom")).status).toBe(404);
});

test("updates appear newest first, without continuations, withheld or unsent ones", async () => {
  const campaign = await aCampaign(site.db);
  const path = `/c/${campaign.slug}`;
  const first = await anUpdate(site.db, campaign, { ...sent, subject: "The first news" });
  const later = new Date("2026-11-05T09:00:00Z");
  await anUpdate(site.db, campaign, {
    ...sent,
    subject: "Begun and cancelled",
    state: "cancelled",
    startedAt: later,
  });
  await anUpdate(site.db, campaign, { ...sent, subject: "Sent again", continuesId: first.id });
  await anUpdate(site.db, campaign, { ...sent, subject: "For the inbox alone", inArchive: false });
  await anUpdate(site.db, campaign, { ...approved, state: "cancelled", subject: "Cancelled in time" });

  const html = await page(`${path}/updates`);
  expect(
    [...html.matchAll(/<h2><a [^>]*href="([^"]+)"[^>]*>([^<]+)</g)].map(([, ...found]) => found),
  ).toEqual([
    [`${path}/updates/2`, "Begun and cancelled"],
    [`${path}/updates/1`, "The first news"],
  ]);
  expect(html).toContain("October 2, 2026");
  for (const number of [1, 2]) expect((await site.get(`${path}/updates/${number}`)).status).toBe(200);
  for (const number of [3, 4, 5]) expect((await site.get(`${path}/updates/${number}`)).status).toBe(404);

  for (const at of ["/sources", "/letters", "/privacy", "/pledge"]) {
    const links = (await page(path + at)).match(new RegExp(`href="${path}/updates"`, "g")) ?? [];
    expect([at, links.length]).toEqual([at, 2]);
  }

  const elsewhere = await aCampaign(site.db);
  expect((await site.get(`/c/${elsewhere.slug}/updates/1`)).status).toBe(404);
  const home = await page(path);
  expect(home).toContain(`href="${path}/updates/2"`);
  expect(home).toMatch(/<link rel="alternate" type="application\/atom\+xml"[^>]*updates\.atom"/);
});

test("a list stays a list among the updates, and shareholders are asked to pledge", async () => {
  const campaign = await aCampaign(site.db);
  const path = `/c/${campaign.slug}`;
  const body = "Two things to check:\n\n1. Your ballot.\n2. Your broker.";
  await anUpdate(site.db, campaign, { ...sent, body, audience: { ...everyone, did: "pledged" } });
  await anUpdate(site.db, campaign, { ...sent, body: "News." });
  expect(await page(`${path}/updates`)).toMatch(
    /<p class="prose">Two things to check:<\/p><ol [^>]*><li>Your ballot\.<\/li><li>Your broker\./,
  );
  const act = async (number: number) =>
    /class="btn act" href="([^"]+)"/.exec(await page(`${path}/updates/${number}`))?.[1];
  expect([await act(1), await act(2)]).toEqual([`${path}/pledge`, `${path}#sign`]);
});

test("an update is a page of its words: Markdown laid out, nothing of it as HTML", async () => {
  const campaign = await aCampaign(site.db);
  await aStoredClaim(site.db, campaign);
  const body = [
    "Dear all, *this* is **new** & <good>, [see](https://example.org/a?b=1&c=2).",
    "## What happened",
    "- One\n- Two\n\n1. Three",
    "> Somebody said so.",
    "[claim 1]",
  ].join("\n\n");
  await anUpdate(site.db, campaign, {
    ...sent,
    subject: "Five & six <7>",
    body: body.replace("<good>", "good"),
  });
  const html = await page(`/c/${campaign.slug}/updates/1`);

  expect(html).toContain("<h1>Five &amp; six &lt;7&gt;</h1>");
  expect(html).toMatch(/<em>this<\/em> is <strong>new<\/strong> &amp; good/);
  expect(html).toContain('<a href="https://example.org/a?b=1&amp;c=2">see</a>');
  expect(html).toMatch(
    /<h2>What happened<\/h2><ul><li>One<\/li><li>Two<\/li><\/ul><ol><li>Three<\/li><\/ol>/,
  );
  expect(html).toMatch(/<blockquote><p>Somebody said so\.<\/p><\/blockquote>/);
  expect(html).toMatch(/<aside class="excerpt of-reported">.*Reported.*It grew\..*A newsroom.*One report\./);

  await site.db.update(claims).set({ published: false }).where(eq(claims.campaignId, campaign.id));
  await anUpdate(site.db, campaign, { ...sent, subject: "Another", body });
  const second = await page(`/c/${campaign.slug}/updates/2`);
  expect(second).toContain("Somebody said so.");
  expect(second).not.toMatch(/<aside|claim 1|<good>/);
});

test("an update in another language than the page says in which", async () => {
  const campaign = await aCampaign(site.db);
  await anUpdate(site.db, campaign, { ...sent, subject: "News" });
  for (const at of ["", "/updates", "/updates/1"]) {
    const path = `/c/${campaign.slug}${at}`;
    expect([at, (await page(path)).includes("in English")]).toEqual([at, false]);
    expect([at, (await page(`/es${path}`)).includes("en inglés")]).toEqual([at, true]);
  }
});

test("an update's page is shared: no cookie, no script, cached, with an image", async () => {
  const campaign = await aCampaign(site.db);
  await anUpdate(site.db, campaign, { ...sent, subject: "News", body: "It began in the morning." });
  const path = `/c/${campaign.slug}/updates`;
  for (const address of [path, `${path}/1`, `/es${path}/1`]) {
    const answer = await site.get(address, { cookie: "a=b", "accept-encoding": "identity" });
    expect(answer.headers.get("set-cookie")).toBeNull();
    expect(answer.headers.get("cache-control")).toBe("public, max-age=0, s-maxage=1");
    const etag = answer.headers.get("etag") ?? "";
    expect(await answer.text()).not.toMatch(/<script(?! type="application\/ld\+json")|style=/);
    expect((await site.get(address, { "if-none-match": etag })).status).toBe(304);

    const head = await fetch(site.url + address, { method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([200, ""]);
  }
  const html = await page(`${path}/1`);
  const meta = Object.fromEntries(
    [...html.matchAll(/<meta (?:property|name)="([^"]+)" content="([^"]*)"/g)].map(([, name, is]) => [
      name,
      is,
    ]),
  );
  expect(meta).toMatchObject({
    description: "It began in the morning.",
    "og:type": "article",
    "og:title": "News",
    "og:url": `${site.url}${path}/1`,
    "og:image": `${site.url}/share.png`,
    "article:published_time": startedAt.toISOString(),
    "twitter:card": "summary_large_image",
  });
  expect(html).toContain(`<link rel="canonical" href="${site.url}${path}/1"/>`);
  const picture = Buffer.from(await (await site.get("/share.png")).arrayBuffer());
  expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 630]);
  expect(picture.length).toBeLessThan(60_000);
});

test("an update uses the path's language, or the campaign's first it has", async () => {
  const campaign = await aCampaign(site.db, { languages: ["es", "en"] });
  const others = [{ locale: "es", subject: "En español", body: "Hola." }];
  await anUpdate(site.db, campaign, { ...sent, subject: "In English", others });
  await anUpdate(site.db, campaign, { ...sent, subject: "English alone" });
  const path = `/c/${campaign.slug}/updates`;

  expect(await page(`${path}/1`)).toContain("<h1>In English</h1>");
  expect(await page(`/es${path}/1`)).toMatch(/<article [^>]*lang="es">.*<h1>En español<\/h1>/s);
  expect(await page(`/es${path}/2`)).toMatch(/<article [^>]*lang="en">.*<h1>English alone<\/h1>/s);
  expect(await page(`/es${path}`)).toContain(`href="/es${path}/1"`);
  const { entries } = await readFeed(site.db, await (await site.get(`/es${path}.atom`)).text());
  expect(entries.map(({ title, language, link }) => [title, language, link])).toEqual([
    ["English alone", "en", `${site.url}/es${path}/2`],
    ["En español", "es", `${site.url}/es${path}/1`],
  ]);
});

test("the Atom feed parses, names author and self, keeps ids, and embeds the page", async () => {
  const campaign = await aCampaign(site.db, { operator: "Ana & Sons <Association>" });
  const body = "It is **new** & good ]]> \u0007.\n\n- One";
  const update = await anUpdate(site.db, campaign, { ...sent, subject: "Five & six <7>", body });
  const path = `/c/${campaign.slug}/updates`;
  const answer = await site.get(`${path}.atom`);
  expect(answer.headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
  expect(answer.headers.get("cache-control")).toBe("public, max-age=0, s-maxage=1");
  expect(answer.headers.get("set-cookie")).toBeNull();
  const head = await fetch(`${site.url}${path}.atom`, { method: "HEAD" });
  expect([head.status, await head.text()]).toEqual([200, ""]);

  const { feed, entries } = await readFeed(site.db, await answer.text());
  expect(feed).toMatchObject({
    id: `${site.url}${path}.atom`,
    title: "Updates · Sample campaign",
    author: "Ana & Sons <Association>",
    self: `${site.url}${path}.atom`,
  });
  expect(entries).toHaveLength(1);
  expect(entries[0]).toMatchObject({
    id: `urn:uuid:${update.publicId}`,
    title: "Five & six <7>",
    kind: "html",
    language: "en",
    link: `${site.url}${path}/1`,
  });
  expect(new Date(String((entries[0] as { updated?: unknown }).updated))).toEqual(startedAt);
  expect(entries[0]?.html).toMatch(
    /^<p>It is <strong>new<\/strong> &amp; good \]\]&gt; +\.<\/p><ul><li>One<\/li><\/ul>$/,
  );

  await site.db.update(campaigns).set({ title: "Another title" }).where(eq(campaigns.id, campaign.id));
  const again = await readFeed(site.db, await (await site.get(`/es${path}.atom`)).text());
  expect(again.entries[0]?.id).toBe(`urn:uuid:${update.publicId}`);
});

test("past twenty updates the older ones are one line each", async () => {
  const campaign = await aCampaign(site.db);
  for (let n = 1; n <= 22; n++) {
    const when = new Date(Date.UTC(2026, 0, n));
    await anUpdate(site.db, campaign, {
      ...sent,
      startedAt: when,
      subject: `News ${n}`,
      body: `Words of ${n}.`,
    });
  }
  const html = await page(`/c/${campaign.slug}/updates`);
  expect(html.match(/Words of \d+\./g)).toHaveLength(20);
  expect(html).toMatch(/Earlier updates.*News 2<.*News 1</s);
  const { entries } = await readFeed(
    site.db,
    await (await site.get(`/c/${campaign.slug}/updates.atom`)).text(),
  );
  expect(entries.map(({ title }) => title).slice(0, 2)).toEqual(["News 22", "News 21"]);
  expect(entries).toHaveLength(20);
});

test("a page, which everyone reads, has the fallback in place of a name", async () => {
  const campaign = await aCampaign(site.db);
  const texts = {
    subject: "{first_name|Friends}, we won",
    body: "Thanks, {first_name|friend}.",
    greeting: "Good morning,",
  };
  const { number } = await anUpdate(site.db, campaign, { ...sent, ...texts });
  const base = `/c/${campaign.slug}/updates`;
  for (const path of [base, `${base}/${number}`]) {
    const html = await page(path);
    expect(html).toContain("Friends, we won");
    expect(html).toContain("Thanks, friend.");
    expect(html).not.toMatch(/first_name|Good morning/);
  }
});
