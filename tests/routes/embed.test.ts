import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { aCampaign } from "#tests/support/builders.ts";
import { aSite } from "#tests/support/site.ts";

const site = await aSite();
const campaign = "/c/microsoft-ice";
const text = async (path: string) => (await site.get(path)).text();

test("widgets alone may be shown in the frames of other sites, in both languages", async () => {
  for (const path of ["/widget", "/widget/counter"]) {
    for (const prefix of ["", "/es"]) {
      const { status, headers } = await site.get(`${prefix}${campaign}${path}`);
      expect(status).toBe(200);
      expect(headers.get("content-security-policy")).toContain("frame-ancestors *");
      expect(headers.get("x-frame-options")).toBeNull();
      expect(headers.get("set-cookie")).toBeNull();
      expect(headers.get("x-robots-tag")).toBe("noindex");
    }
  }
  const closed = [
    "/",
    campaign,
    `${campaign}/embed`,
    `${campaign}/pledge`,
    `${campaign}/widgets`,
    `${campaign}/widget/x`,
    "/manage",
    "/sign-in",
    "/privacy",
    `${campaign}/check-your-inbox`,
  ];
  for (const path of closed) {
    const { headers } = await site.get(path);
    expect([path, headers.get("content-security-policy")]).toEqual([
      path,
      expect.stringContaining("frame-ancestors 'none'"),
    ]);
    expect(headers.get("x-frame-options")).toBe("DENY");
  }
});

test("what a widget leads to opens in a tab of its own, where its address is seen", async () => {
  const page = await text(`${campaign}/widget`);
  expect(page).toContain('<base target="_blank"/>');
  expect(page).toContain(`action="${campaign}/sign"`);
  expect(await text(campaign)).not.toContain("<base");
});

test("where there is no such campaign there is no widget and no series", async () => {
  for (const path of ["widget", "widget/counter", "embed", "series.json", "series.csv"])
    expect((await site.get(`/c/no-such-campaign/${path}`)).status).toBe(404);
});

test("the series can be read by any site, as JSON and as a table of the same", async () => {
  const json = await site.get(`${campaign}/series.json`);
  expect(json.headers.get("access-control-allow-origin")).toBe("*");
  expect(json.headers.get("cache-control")).toContain("s-maxage=1");
  expect(json.headers.get("etag")).not.toBeNull();
  expect(await json.json()).toEqual({
    campaign: "microsoft-ice",
    atLeast: 5,
    signatures: [],
    pledges: [],
    letters: [],
  });
  const csv = await site.get(`${campaign}/series.csv`);
  expect(csv.headers.get("access-control-allow-origin")).toBe("*");
  expect(csv.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(await csv.text()).toBe("of,from,to,count\r\n");
});

test("the sitemap has public pages in both languages, without people, all working", async () => {
  const map = await text("/sitemap.xml");
  const places = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => url?.replace(site.url, "") ?? "");
  expect(places).toEqual(
    expect.arrayContaining([campaign, `/es${campaign}`, `${campaign}/sources`, `${campaign}/privacy`]),
  );
  // With one campaign, its privacy page is the site's.
  expect(places.filter((path) => /^(\/es)?\/privacy/.test(path))).toEqual([]);
  expect(places.filter((path) => /letters|inbox|widget|manage/.test(path))).toEqual([]);
  for (const path of places) {
    const { status, headers } = await site.get(path);
    expect([path, status, headers.get("x-robots-tag")]).toEqual([path, 200, null]);
  }
  expect(await text("/robots.txt")).toContain(`Sitemap: ${site.url}/sitemap.xml`);
});

test("a case tells search engines what it is, and names nobody who signed", async () => {
  const page = await text(campaign);
  const [, json = ""] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page) ?? [];
  const parsed = JSON.parse(json);
  expect(parsed).toMatchObject({
    "@context": "https://schema.org",
    "@type": "WebPage",
    name: "Microsoft: end all agreements with ICE",
    url: `${site.url}${campaign}`,
    inLanguage: "en",
    about: { "@type": "Organization", name: "Microsoft" },
    interactionStatistic: { userInteractionCount: 0 },
  });
  expect(parsed.citation.length).toBeGreaterThan(5);
  for (const { "@type": type, publisher, datePublished = "2026", ...unopened } of parsed.citation) {
    expect([type, publisher["@type"], unopened]).toEqual(["CreativeWork", "Organization", {}]);
    expect(publisher.name).not.toBe("");
    expect(datePublished).toMatch(/^20\d\d(-\d\d){0,2}$/);
  }
  // Examples of operators are for local mode alone.
  expect(parsed.publisher).toBeUndefined();
});

test("a page with two addresses is canonical under its campaign's", async () => {
  const named = async (path: string) => {
    const page = await text(path);
    const [, canonical] = /<link rel="canonical" href="([^"]+)"/.exec(page) ?? [];
    const alternates = [...page.matchAll(/<link rel="alternate" hreflang="(?:en|es)" href="([^"]+)"/gi)];
    return [canonical, ...alternates.map(([, href]) => href)].map((url) => url?.replace(site.url, ""));
  };
  const own = [`${campaign}/privacy`, `/es${campaign}/privacy`];
  expect(await named("/privacy")).toEqual([own[0], ...own]);
  expect(await named(`/es${campaign}/privacy`)).toEqual([own[1], ...own]);
  const second = await aCampaign(site.db);
  await expect.poll(() => named("/privacy")).toEqual(["/privacy", "/privacy", "/es/privacy"]);
  expect(await named(`${campaign}/privacy`)).toEqual([own[0], ...own]);
  // Search engines get a case only in its complete languages.
  const inEnglishAlone = `/c/${second.slug}`;
  expect((await named(inEnglishAlone)).slice(1)).toEqual([inEnglishAlone]);
  expect((await named(campaign)).slice(1)).toEqual([campaign, `/es${campaign}`]);
  await site.db.execute(sql`update campaigns set status = 'draft' where id = ${second.id}`);
});

test("the page for embedders leads to the feed in its own language", async () => {
  for (const prefix of ["", "/es"])
    expect(await text(`${prefix}${campaign}/embed`)).toContain(`href="${prefix}${campaign}/updates.atom"`);
});
