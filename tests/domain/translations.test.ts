import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { addCorrection } from "#app/domain/campaigns/add-correction.server.ts";
import { listChanges } from "#app/domain/campaigns/list-changes.server.ts";
import { publishWords } from "#app/domain/campaigns/publish-words.server.ts";
import { findCampaign, readCase } from "#app/domain/campaigns/queries.server.ts";
import { readEditedWords } from "#app/domain/campaigns/read-edit.server.ts";
import { readPreview } from "#app/domain/campaigns/read-preview.server.ts";
import { readTranslating } from "#app/domain/campaigns/read-translating.server.ts";
import { publishTranslations, saveTranslations } from "#app/domain/campaigns/save-translations.server.ts";
import { saveWords } from "#app/domain/campaigns/save-words.server.ts";
import type { CampaignWords } from "#app/domain/campaigns/wording.ts";
import { campaigns, claims } from "#db/schema/index.ts";
import { seed } from "#db/seed/index.ts";
import { aCampaign } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { anOrganizer } from "#tests/support/organizers.ts";

const db = await aDatabase();
const locale = "es" as const;

async function aScene() {
  const campaign = await aCampaign(db, { languages: ["en", "es"], method: "We read it." });
  const owner = await anOrganizer(db, { campaign, role: "owner", name: "Olga Owner" });
  const writer = await anOrganizer(db, { campaign, role: "organizer", name: "Wanda Writer" });
  await db.insert(claims).values({
    ...{ campaignId: campaign.id, position: 1, section: "reported", kind: "reported", text: "It grew." },
    ...{ attribution: "A newsroom", publisher: "A newsroom", publishedOn: "2026-02-17" },
    ...{ publishedPrecision: "day", limits: "One report.", published: true },
    timeline: [{ happenedOn: "2026-02-17", precision: "day", label: "It is reported" }],
  });
  const on = { campaignId: campaign.id, actor: `organizer:${owner.id}` as const, locale };
  return { campaign, on, writing: { ...on, actor: `organizer:${writer.id}` as const } };
}
type Scene = Awaited<ReturnType<typeof aScene>>;

const textsOf = async ({ campaign }: Scene) => (await readTranslating(db, campaign.id, locale))?.texts ?? [];
const offeredIn = async ({ campaign }: Scene) => (await findCampaign(db, campaign.slug))?.offered;

/** Writes a translation of everything that is missing. */
async function writeAll(scene: Scene) {
  const written = (await textsOf(scene))
    .filter(({ translation }) => translation === null)
    .map(({ key, version, text }) => ({ key, version, text: `[${text}]` }));
  return saveTranslations(db, { ...scene.writing, written });
}
async function publishAll(scene: Scene, on = scene.on) {
  const seen = (await textsOf(scene)).filter(({ draft }) => draft !== null);
  return publishTranslations(db, { ...on, seen });
}

test("a language is offered once everything that everybody reads is translated and published, and no sooner", async () => {
  const scene = await aScene();
  expect(await offeredIn(scene)).toEqual(["en"]);
  expect(await writeAll(scene)).toMatchObject({ outcome: "saved" });
  expect(await offeredIn(scene)).toEqual(["en"]);
  expect((await findCampaign(db, scene.campaign.slug, "es"))?.title).toBe("Sample campaign");
  const preview = { url: "https://example.org/c/x", locale, localMode: false, withUnpublished: false };
  expect((await readPreview(db, scene.campaign.id, preview))?.campaign.title).toBe("[Sample campaign]");

  expect(await publishAll(scene, scene.writing)).toEqual({ outcome: "gone" });
  expect(await publishAll(scene)).toMatchObject({ outcome: "saved" });
  expect(await offeredIn(scene)).toEqual(["en", "es"]);
  expect(await findCampaign(db, scene.campaign.slug, "es")).toMatchObject({
    ...{ title: "[Sample campaign]", method: "[We read it.]" },
    petition: { summary: "[We ask for a sample.]" },
  });
  const { claims: said, timeline } = await readCase(db, scene.campaign.id, "es");
  expect(said[0]).toMatchObject({ text: "[It grew.]", limits: "[One report.]", publisher: "[A newsroom]" });
  expect(timeline[0]?.label).toBe("[It is reported]");

  // A text that is added or edited takes the language off again until it is said in it.
  await addCorrection(db, {
    ...scene.on,
    correction: { kind: "figure", correctedOn: "2026-03-02", text: "It said less.", claimId: null },
  });
  expect(await offeredIn(scene)).toEqual(["en"]);
  await writeAll(scene);
  await publishAll(scene);
  expect(await offeredIn(scene)).toEqual(["en", "es"]);
  await db
    .update(campaigns)
    .set({ languages: ["en"] })
    .where(eq(campaigns.id, scene.campaign.id));
  expect(await offeredIn(scene)).toEqual(["en"]);
});

test("what is older than its original comes with what it was a translation of", async () => {
  const scene = await aScene();
  await writeAll(scene);
  await publishAll(scene);
  const live = (await readEditedWords(db, scene.campaign.id))?.live as CampaignWords;
  await saveWords(db, { ...scene.on, version: 1, words: { ...live, standfirst: "A longer sample." } });
  const waiting = (await textsOf(scene)).find(({ text }) => text === "A longer sample.");
  expect(waiting).toMatchObject({ isPublic: false, state: "older", older: { translation: "[A sample.]" } });
  expect(await offeredIn(scene)).toEqual(["en", "es"]);
  await publishWords(db, { ...scene.on, words: 2, claims: [], correction: null });
  expect(await offeredIn(scene)).toEqual(["en"]);
  expect((await textsOf(scene)).find(({ field }) => field === "standfirst")).toMatchObject({
    ...{ isPublic: true, isNeeded: true, state: "older", older: { text: "A sample." } },
  });
});

test("of two who translate at once the second is told, nothing is lost, and the history has it all", async () => {
  const scene = await aScene();
  const [one] = await textsOf(scene);
  const { key = "", version = 0, text: original = "" } = one ?? {};
  const save = (text: string | null, from: number, on = scene.on) =>
    saveTranslations(db, { ...on, written: [{ key, version: from, text }] });
  expect(await save("Una", version)).toEqual({ outcome: "saved", texts: 1 });
  expect(await save("Otra", version, scene.writing)).toEqual({ outcome: "stale", keys: [key] });
  expect(await save("Una", version, scene.writing)).toEqual({ outcome: "saved", texts: 0 });
  expect(await publishTranslations(db, { ...scene.on, seen: [{ key, version: 9 }] })).toMatchObject({
    outcome: "stale",
  });
  expect(await publishTranslations(db, { ...scene.on, seen: [{ key, version: 1 }] })).toMatchObject({
    outcome: "saved",
  });
  expect(await save("Una mejor", 2)).toEqual({ outcome: "saved", texts: 1 });
  expect((await textsOf(scene))[0]).toMatchObject({ translation: "Una", draft: "Una mejor", version: 3 });
  expect(await save("Una", 3)).toEqual({ outcome: "saved", texts: 1 });
  expect((await textsOf(scene))[0]).toMatchObject({ translation: "Una", draft: null, state: "done" });
  const { changes } = await listChanges(db, scene.campaign.id, { thing: "translation" });
  expect(changes.map(({ stage, by, fields }) => [stage, by, fields[0]?.after])).toEqual([
    ["draft", "Olga Owner", "Una"],
    ["draft", "Olga Owner", "Una mejor"],
    ["public", "Olga Owner", "Una"],
    ["draft", "Olga Owner", "Una"],
  ]);
  expect(changes[0]?.fields[0]?.field).toBe(`es: ${original}`);
  const stranger = await aScene();
  expect(await save("X", 4, { ...stranger.on, campaignId: scene.campaign.id })).toEqual({ outcome: "gone" });
});

test("the campaign that comes with the product is offered in both of its languages", async () => {
  await seed(db);
  expect((await findCampaign(db, "microsoft-ice"))?.offered).toEqual(["en", "es"]);
  const [campaign] = await db.select().from(campaigns).where(eq(campaigns.slug, "microsoft-ice"));
  const translating = await readTranslating(db, campaign?.id ?? 0, "es");
  expect(translating).toMatchObject({ isComplete: true, isChosen: true });
});
