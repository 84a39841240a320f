import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { locales } from "#app/i18n/index.ts";
import { addresses } from "#app/routes.ts";
import { campaigns, targets } from "#db/schema/index.ts";
import { aConsoleScene } from "#tests/support/console-scene.ts";
import { consoleTable } from "#tests/support/console-table.ts";
import { aSite } from "#tests/support/site.ts";

const site = await aSite();
const scene = await aConsoleScene(site.db);
const slug = scene.base.split("/").at(-1) ?? "";
const [campaign] = await site.db.select().from(campaigns).where(eq(campaigns.slug, slug));
await site.db
  .update(targets)
  .set({
    name: "Hoshino",
    names: { es: "Hoshino Motores" },
    ticker: "9999",
    exchange: "Tokyo Stock Exchange",
    zone: "Asia/Tokyo",
    country: "JP",
    jurisdiction: "other",
  })
  .where(eq(targets.id, campaign?.targetId ?? 0));

/** What only the company that the site ships with would say, or its exchange, or a rule of its law. */
const shipped =
  /Microsoft|MSFT|\bICE\b|Azure|Nadella|Redmond|Nasdaq|789019|New York|Nueva York|Eastern|\bE[SD]T\b|14a-8/g;
/** What the law of this one does not know. */
const ofOtherLaw = /[Rr]ecord date|[Ff]echa de registro|[Cc]o-?fil|[Cc]opresent/g;
const textOf = (html: string) =>
  html
    .replace(/<script[\s\S]*?<\/script>|<head>[\s\S]*?<\/head>/g, " ")
    // What anyone may choose from a list.
    .replace(/<select[\s\S]*?<\/select>/g, " ")
    .replace(/<[^>]+>/g, " ");
const foundIn = (html: string, ...words: RegExp[]) =>
  words.flatMap((word) => [...new Set(textOf(html).match(word) ?? [])]);

const ofCampaign = addresses.filter(
  ({ class: kind, address }) => kind === "public" && /^\/c\/:campaign(?:\/[a-z./-]+)?$/.test(address),
);

test.each(locales)(
  "no public page of a company under another law speaks of the one shipped, in %s",
  async (locale) => {
    expect(ofCampaign.length).toBeGreaterThan(20);
    const wrong = [];
    for (const { address } of ofCampaign) {
      const path = `${locale === "en" ? "" : `/${locale}`}${address.replace(":campaign", slug)}`;
      const answer = await site.get(path);
      if (answer.status >= 400) continue;
      const html = await answer.text();
      if (address.endsWith("/pledge"))
        expect(html).toContain(locale === "es" ? "Hoshino Motores" : "Hoshino");
      const found = foundIn(html, shipped, ofOtherLaw);
      if (found.length > 0) wrong.push(`${path}: ${found.join(", ")}`);
    }
    expect(wrong).toEqual([]);
  },
);

test("no page of its console does", async () => {
  const wrong = [];
  for (const [route, row] of Object.entries(consoleTable)) {
    if (!route.startsWith("console/") || row.elsewhere || row.absent) continue;
    for (const visitor of scene.withRight.values()) {
      const answer = await site.get(row.at(scene), visitor.headers);
      if (answer.status !== 200) continue;
      const found = foundIn(await answer.text(), shipped);
      if (found.length > 0) wrong.push(`${route}: ${found.join(", ")}`);
      break;
    }
  }
  expect(wrong).toEqual([]);
});

test("its page on co-filing is not there, nor its papers", async () => {
  for (const path of ["co-file", "co-file/packet.txt", "co-file/packet.pdf"])
    expect((await site.get(`/c/${slug}/${path}`)).status, path).toBe(404);
});
