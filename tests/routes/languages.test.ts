import { expect, test } from "vitest";
import {
  publishTranslations,
  saveTranslations,
} from "#app/domain/campaign/petition/save-translations.server.ts";
import { readTranslating } from "#app/domain/campaign/translations/read-translating.server.ts";
import { aCampaign } from "#tests/support/builders.ts";
import { anOrganizer, aSession } from "#tests/support/organizers.ts";
import { aSite } from "#tests/support/site.ts";

const site = await aSite();
const { db } = site;
const locale = "es" as const;

/** A campaign offered in Spanish, and its owner. */
async function aSpanishCampaign() {
  const campaign = await aCampaign(db, { languages: ["en", "es"], operator: "Sample" });
  const owner = await anOrganizer(db, { campaign, role: "owner" });
  const on = { campaignId: campaign.id, actor: `organizer:${owner.id}` as const, locale };
  const texts = async () => (await readTranslating(db, campaign.id, locale))?.texts ?? [];
  const written = (await texts()).map(({ key, version, text }) => ({ key, version, text: `[${text}]` }));
  await saveTranslations(db, { ...on, written });
  await publishTranslations(db, { ...on, seen: await texts() });
  return { campaign, headers: { cookie: `session=${await aSession(db, owner)}` } };
}

test("publishing English says what Spanish lacks, and Spanish stays, marked", async () => {
  const { campaign, headers } = await aSpanishCampaign();
  const base = `/organize/c/${campaign.slug}/edit`;
  const page = async (path: string) => (await site.get(path)).text();
  expect(await page(`/es/c/${campaign.slug}`)).not.toContain('class="mark" lang="es"');

  const words = {
    version: "1",
    title: campaign.title,
    eyebrow: campaign.eyebrow,
    standfirst: "A longer sample.",
    goal_steps: "100, 1000",
    first_language: "en",
  };
  const form = new URLSearchParams([...Object.entries(words), ["languages", "en"], ["languages", "es"]]);
  const saved = await site.post(`${base}/page`, form, headers);
  expect(saved.status).toBe(303);
  const waiting = await (await site.get(base, headers)).text();
  expect(waiting).toContain("No public translation into Spanish for: Subheading.");
  expect(waiting).toContain("The Spanish page shows it in English, marked.");
  expect(waiting).toContain("edit/translations?in=es");
  const chosen = /name="chosen"[^>]*value="(words \d+)"/.exec(waiting)?.[1] ?? "";
  const published = await site.post(
    `${base}?index`,
    { intent: "publish", chosen, correction_kind: "", correction: "" },
    headers,
  );
  expect(published.status).toBe(303);

  const marked = '<span lang="en">A longer sample.</span> <span class="mark" lang="es">En inglés</span>';
  // Cached pages are up to a second old.
  await expect
    .poll(async () => (await page(`/es/c/${campaign.slug}`)).includes(marked), { timeout: 10_000 })
    .toBe(true);
  const spanish = await page(`/es/c/${campaign.slug}`);
  expect(spanish).toContain("<h1>[Sample campaign]</h1>");
  expect(spanish).toContain('hrefLang="es"');
  expect(await page(`/c/${campaign.slug}`)).toContain("Español");
  expect(await (await site.get(base, headers)).text()).toContain(
    "The Spanish page shows 1 untranslated text in English, marked",
  );
  expect(await page("/sitemap.xml")).toContain(`/es/c/${campaign.slug}`);
});

test("who publishes a petition is told what Spanish would lack before they do", async () => {
  const { campaign, headers } = await aSpanishCampaign();
  const at = `/organize/c/${campaign.slug}/edit/petition`;
  await site.post(at, { version: "0", summary: "We ask more.", body: "Much more." }, headers);
  const page = await (await site.get(at, headers)).text();
  expect(page).toContain("No public translation into Spanish for: In one sentence and The whole text.");
  expect(page).toContain("The Spanish page shows them in English");
});
