import { expect, test } from "vitest";
import { findCampaign } from "#app/domain/campaign/queries.server.ts";
import { drawDueImages } from "#app/domain/pages/draw-due-images.server.ts";
import { drawPicture } from "#app/pictures/draw-picture.server.ts";
import { aCampaign } from "#tests/support/builders.ts";
import { aSite } from "#tests/support/site.ts";
import { anUpdate, approved } from "#tests/support/updates.ts";

const site = await aSite();

/** A page's meta tags, by property or name; the last of several. */
async function metaOf(path: string) {
  const html = await (await site.get(path)).text();
  const tags = [...html.matchAll(/<meta (?:property|name)="([^"]+)" content="([^"]*)"/g)];
  return Object.fromEntries(tags.map(([, name, content]) => [name, content?.replaceAll("&amp;", "&")]));
}

const isDrawn = (path: string) =>
  expect.poll(async () => (await metaOf(path))["og:image"]).toMatch(/\/c\/microsoft-ice\/share\/e[ns]-/);

test("a shared link shows the drawn image of its campaign, in its language", async () => {
  for (const [path, locale, other] of [
    ["/c/microsoft-ice", "en_US", "es_US"],
    ["/es/c/microsoft-ice", "es_US", "en_US"],
  ] as const) {
    await isDrawn(path);
    const meta = await metaOf(path);
    expect(meta).toMatchObject({
      "og:type": "website",
      "og:site_name": "Undersigned",
      "og:url": site.url + path,
      "og:locale": locale,
      "og:locale:alternate": other,
      "twitter:card": "summary_large_image",
      "og:image:type": "image/png",
      "og:image:width": "1200",
      "og:image:height": "630",
    });
    expect(meta["og:title"]).toMatch(/^Microsoft: /);
    expect(meta["og:description"]?.length).toBeGreaterThan(60);
    expect(meta["og:image:alt"]).toMatch(/^Microsoft: /);

    const image = meta["og:image"] ?? "";
    expect(image.startsWith(`${site.url}/c/microsoft-ice/share/${locale.slice(0, 2)}-`)).toBe(true);
    const answer = await site.get(new URL(image).pathname);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("image/png");
    expect(answer.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    const png = Buffer.from(await answer.arrayBuffer());
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);

    const again = await site.get(new URL(image).pathname, {
      "if-none-match": answer.headers.get("etag") ?? "",
    });
    expect(again.status).toBe(304);
  }
});

test("pledge, letter and privacy pages share the campaign's image, own words", async () => {
  await isDrawn("/c/microsoft-ice");
  const { "og:image": image, "og:title": title } = await metaOf("/c/microsoft-ice");
  for (const path of ["pledge", "letter", "pledges", "updates", "co-file", "embed", "privacy"]) {
    const meta = await metaOf(`/c/microsoft-ice/${path}`);
    expect(meta["og:image"]).toBe(image);
    expect(meta["og:url"]).toBe(`${site.url}/c/microsoft-ice/${path}`);
    expect(meta["og:title"]).not.toBe(title);
  }
});

test("without an image the platform's is shown, and old names lead to the new", async () => {
  const campaign = await aCampaign(site.db);
  const { "og:image": image = "", "og:image:alt": alt } = await metaOf(`/c/${campaign.slug}`);
  expect(image).toBe(`${site.url}/share.png`);
  expect(alt).toMatch(/^Undersigned/);
  expect((await site.get("/share.png")).headers.get("content-type")).toBe("image/png");

  await isDrawn("/c/microsoft-ice");
  const now = new URL((await metaOf("/c/microsoft-ice"))["og:image"] ?? "").pathname;
  const answer = await site.get(`/c/microsoft-ice/share/en-${"0".repeat(20)}.png`);
  expect([answer.status, answer.headers.get("location")]).toEqual([302, now]);
  for (const name of ["en-1.png", `fr-${"0".repeat(20)}.png`, `en-9-${"0".repeat(20)}.png`]) {
    expect((await site.get(`/c/microsoft-ice/share/${name}`)).status).toBe(404);
  }
});

test("an update is shared with a picture of its own, which says its subject", async () => {
  await isDrawn("/c/microsoft-ice");
  const { "og:image": ofCampaign } = await metaOf("/c/microsoft-ice");
  const campaign = await findCampaign(site.db, "microsoft-ice");
  const at = new Date(Date.now() - 3_600_000);
  const { number } = await anUpdate(
    site.db,
    { id: campaign?.id ?? 0 },
    {
      ...approved,
      state: "sent",
      startedAt: at,
      preparedAt: at,
      finishedAt: at,
      subject: "The company’s replies",
    },
  );
  await drawDueImages(site.db, drawPicture);
  const path = `/c/microsoft-ice/updates/${number}`;
  await expect.poll(async () => (await metaOf(path))["og:image"]).not.toBe(ofCampaign);
  const meta = await metaOf(path);
  expect(meta).toMatchObject({ "og:type": "article", "og:url": site.url + path });
  expect(meta["og:image:alt"]).toContain("The company’s replies");
  const answer = await site.get(new URL(meta["og:image"] ?? "").pathname);
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "image/png"]);
  const png = Buffer.from(await answer.arrayBuffer());
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
});
