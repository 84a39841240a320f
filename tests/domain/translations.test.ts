import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { addCorrection } from "#app/domain/campaign/corrections/add-correction.server.ts";
import { listChanges } from "#app/domain/campaign/history/list-changes.server.ts";
import { approvePetition } from "#app/domain/campaign/petition/approve-petition.server.ts";
import { correctTranslation } from "#app/domain/campaign/petition/correct-translation.server.ts";
import {
  publishTranslations,
  saveTranslations,
} from "#app/domain/campaign/petition/save-translations.server.ts";
import { findCampaign, listPetitions, readCase } from "#app/domain/campaign/queries.server.ts";
import { readEditedWords } from "#app/domain/campaign/read-edit.server.ts";
import {
  gapsIn,
  listLacking,
  readOtherLanguages,
} from "#app/domain/campaign/translations/language-gaps.server.ts";
import { neededTexts } from "#app/domain/campaign/translations/list-originals.server.ts";
import { readTranslating } from "#app/domain/campaign/translations/read-translating.server.ts";
import type { CampaignWords } from "#app/domain/campaign/wording.ts";
import { publishWords } from "#app/domain/campaign/words/publish-words.server.ts";
import { saveWords } from "#app/domain/campaign/words/save-words.server.ts";
import { readPublicTotals } from "#app/domain/entries/pledges/totals/read-totals.server.ts";
import { findSignature } from "#app/domain/entries/signatures/queries.server.ts";
import { readPreview } from "#app/domain/pages/read-preview.server.ts";
import { exportOwnData } from "#app/domain/upkeep/own-data/export-own-data.server.ts";
import { listOwnPledges } from "#app/domain/upkeep/own-data/list-own-pledges.server.ts";
import {
  campaignCompanies,
  campaigns,
  claims,
  outbox,
  petitionTranslations,
  signatures,
  supporters,
} from "#db/schema/index.ts";
import { seed } from "#db/seed/index.ts";
import { aCampaign, aSignatureInput, changeRows, rowsIn, testKeys } from "#tests/support/builders.ts";
import { aStoredClaim } from "#tests/support/claims.ts";
import { aDatabase } from "#tests/support/database.ts";
import { findEmail } from "#tests/support/find-email.ts";
import { aHolder } from "#tests/support/holders.ts";
import { aStubMailing } from "#tests/support/mail.ts";
import { anOrganizer } from "#tests/support/organizers.ts";
import { aChangeOfMeaning } from "#tests/support/petitions.ts";
import { aBallotItem, aMeeting } from "#tests/support/pledges.ts";
import { sign } from "#tests/support/sign.ts";

const db = await aDatabase();
const locale = "es" as const;

async function aScene() {
  const campaign = await aCampaign(db, { languages: ["en", "es"], method: "We read it." });
  const owner = await anOrganizer(db, { campaign, role: "owner", name: "Olga Owner" });
  const writer = await anOrganizer(db, { campaign, role: "organizer", name: "Wanda Writer" });
  const timeline = [{ happenedOn: "2026-02-17", precision: "day" as const, label: "It is reported" }];
  await aStoredClaim(db, campaign, { timeline });
  const on = { campaignId: campaign.id, actor: `organizer:${owner.id}` as const, locale };
  return { campaign, on, writing: { ...on, actor: `organizer:${writer.id}` as const } };
}
type Scene = Awaited<ReturnType<typeof aScene>>;

const textsOf = async ({ campaign }: Scene) => (await readTranslating(db, campaign.id, locale))?.texts ?? [];
const offeredIn = async ({ campaign }: Scene) => (await findCampaign(db, campaign.slug))?.offered;

/** Translates everything that is missing. */
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

test("a language opens once all public texts in it are translated and published", async () => {
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
    title: "[Sample campaign]",
    method: "[We read it.]",
    petition: { summary: "[We ask for a sample.]" },
  });
  const { claims: translated, timeline } = await readCase(db, scene.campaign.id, "es");
  expect(translated[0]).toMatchObject({
    text: "[It grew.]",
    limits: "[One report.]",
    publisher: "[A newsroom]",
  });
  expect(timeline[0]?.label).toBe("[It is reported]");

  // A line of the log of corrections stays as written, and removes no language.
  await addCorrection(db, {
    ...scene.on,
    correction: { kind: "figure", correctedOn: "2026-03-02", text: "It said less.", claimId: null },
  });
  expect(await offeredIn(scene)).toEqual(["en", "es"]);
  await changeRows(db, campaigns, scene.campaign.id, { languages: ["en"] });
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
  expect(await offeredIn(scene)).toEqual(["en", "es"]);
  expect(await findCampaign(db, scene.campaign.slug, "es")).toMatchObject({
    title: "[Sample campaign]",
    standfirst: "A longer sample.",
    standfirstLanguage: "en",
  });
  expect((await textsOf(scene)).find(({ field }) => field === "standfirst")).toMatchObject({
    isPublic: true,
    isNeeded: true,
    state: "older",
    older: { text: "A sample." },
  });
});

test("no edit closes a language: only removing it does, and it starts over", async () => {
  const scene = await aScene();
  const { id, slug } = scene.campaign;
  await writeAll(scene);
  await publishAll(scene);
  const others = await readOtherLanguages(db, id);
  expect(await listLacking(db, id, others)).toEqual([]);
  const claim = { text: "It grew more.", attribution: "A newsroom", limits: null, timeline: [] };
  expect(gapsIn(others, neededTexts.claim(claim as never))).toEqual([
    { locale: "es", written: "en", fields: ["text"] },
  ]);
  expect(gapsIn(others, neededTexts.petition({ summary: "We ask more.", body: "More." }))).toEqual([
    { locale: "es", written: "en", fields: ["summary", "body"] },
  ]);

  await db.update(claims).set({ text: "It grew more." }).where(eq(claims.campaignId, id));
  await aChangeOfMeaning(db, scene.on, { words: { summary: "We ask more.", body: "More." } });
  expect(await offeredIn(scene)).toEqual(["en", "es"]);
  expect(await listLacking(db, id, await readOtherLanguages(db, id))).toEqual([
    { locale: "es", written: "en", texts: 3 },
  ]);
  expect((await readCase(db, id, "es")).claims[0]).toMatchObject({ text: "It grew more.", language: "en" });
  expect((await findCampaign(db, slug, "es"))?.petition).toMatchObject({ body: "More.", language: "en" });
  // Nothing is missing of the text signed in Spanish, even if today's text is another.
  const again = others.map((one) => ({ ...one, known: new Map() }));
  expect(gapsIn(again, neededTexts.petition({ summary: "S", body: "B" }), 1)).toEqual([]);

  const speak = (languages: string[]) => db.update(campaigns).set({ languages }).where(eq(campaigns.id, id));
  await speak(["en"]);
  expect(await offeredIn(scene)).toEqual(["en"]);
  await speak(["en", "es"]);
  expect(await offeredIn(scene)).toEqual(["en"]);
  await writeAll(scene);
  await publishAll(scene);
  expect(await offeredIn(scene)).toEqual(["en", "es"]);
});

test("a campaign that is a draft offers what is complete when it opens", async () => {
  const scene = await aScene();
  const set = (values: Partial<typeof campaigns.$inferInsert>) =>
    db.update(campaigns).set(values).where(eq(campaigns.id, scene.campaign.id));
  await set({ status: "draft" });
  await writeAll(scene);
  await publishAll(scene);
  await set({ standfirst: "Another sample." });
  await set({ status: "open" });
  expect(await offeredIn(scene)).toEqual(["en"]);
  await set({ status: "draft", standfirst: "A sample." });
  await set({ status: "open" });
  expect(await offeredIn(scene)).toEqual(["en", "es"]);
});

test("of two translators at once the second is told, and nothing is lost", async () => {
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

test("a signed Spanish text stays: a better translation is its own version", async () => {
  const scene = await aScene();
  const { id: campaignId, slug } = scene.campaign;
  await writeAll(scene);
  await publishAll(scene);
  const petitionText = async () => (await findCampaign(db, slug, "es"))?.petition;
  expect(await petitionText()).toMatchObject({
    version: 1,
    body: "[We, the undersigned, ask for a sample.]",
  });

  const body = (await textsOf(scene)).find(({ text }) => text.startsWith("We, the undersigned"));
  expect(body).toMatchObject({ isSigned: true, state: "done" });
  const written = [{ key: body?.key ?? "", version: body?.version ?? 0, text: "Lo contrario." }];
  expect(await saveTranslations(db, { ...scene.on, written })).toMatchObject({ outcome: "saved" });
  const seen = (await textsOf(scene)).filter(({ draft }) => draft !== null);
  expect(await publishTranslations(db, { ...scene.on, seen })).toMatchObject({ outcome: "stale" });
  expect(await publishTranslations(db, { ...scene.on, seen: [] })).toEqual({ outcome: "nothing" });
  expect(await petitionText()).toMatchObject({
    version: 1,
    body: "[We, the undersigned, ask for a sample.]",
  });
  const kept = eq(petitionTranslations.campaignId, campaignId);
  await expect(db.update(petitionTranslations).set({ body: "X" }).where(kept)).rejects.toThrow();
  await expect(db.delete(petitionTranslations).where(kept)).rejects.toThrow();

  const notes = { note: "A word of the Spanish text.", noteIn: "Una palabra del texto en español." };
  const correct = (on: typeof scene.on, read = seen) =>
    correctTranslation(db, { ...on, notes, seen: read }, new Date("2026-04-02T00:00:00Z"));
  expect(await correct(scene.writing)).toEqual({ outcome: "gone" });
  expect(await correct(scene.on, [])).toEqual({ outcome: "stale" });
  expect(await correct(scene.on)).toEqual({ outcome: "published", version: 2 });
  expect(await correct(scene.on, [])).toEqual({ outcome: "nothing" });
  expect(await offeredIn(scene)).toEqual(["en", "es"]);
  expect(await listPetitions(db, campaignId, "es")).toMatchObject([
    { version: 2, sameMeaningAs: 1, body: "Lo contrario.", note: notes.noteIn },
    { version: 1, body: "[We, the undersigned, ask for a sample.]", translatedAt: expect.any(Date) },
  ]);
  expect((await readCase(db, campaignId, "es")).corrections[0]).toMatchObject({ text: notes.noteIn });
  const { changes } = await listChanges(db, campaignId, { thing: "translation" });
  expect(changes[0]).toMatchObject({ stage: "public", fields: [{ after: "Lo contrario." }] });
});

test("before the first signature a petition's translation is edited like others", async () => {
  const scene = await aScene();
  await db.update(campaigns).set({ status: "draft" }).where(eq(campaigns.id, scene.campaign.id));
  await writeAll(scene);
  await publishAll(scene);
  const body = (await textsOf(scene)).find(({ text }) => text.startsWith("We, the undersigned"));
  const written = [{ key: body?.key ?? "", version: body?.version ?? 0, text: "Mejor." }];
  await saveTranslations(db, { ...scene.on, written });
  expect(await publishAll(scene)).toMatchObject({ outcome: "saved", texts: 1 });
  await db.update(campaigns).set({ status: "open" }).where(eq(campaigns.id, scene.campaign.id));
  expect((await findCampaign(db, scene.campaign.slug, "es"))?.petition.body).toBe("Mejor.");
  expect((await textsOf(scene)).find(({ text }) => text.startsWith("We, the undersigned"))).toMatchObject({
    isSigned: true,
  });
});

test("a Spanish signer sees the text they signed, also after a correction", async () => {
  const scene = await aScene();
  await writeAll(scene);
  await publishAll(scene);
  const input = aSignatureInput(scene.campaign, { locale: "es" });
  await sign(db, input);
  const [stored] = await db.select().from(signatures).where(eq(signatures.campaignId, scene.campaign.id));
  const summary = (await textsOf(scene)).filter(({ isSigned }) => isSigned);
  const written = summary.map(({ key, version }) => ({ key, version, text: `Mejor ${version}` }));
  await saveTranslations(db, { ...scene.on, written });
  const seen = (await textsOf(scene)).filter(({ draft }) => draft !== null);
  await correctTranslation(db, { ...scene.on, seen, notes: { note: "Better.", noteIn: "Mejor." } });
  const approver = await anOrganizer(db, { campaign: scene.campaign, role: "owner" });
  const approving = { ...scene.on, actor: `organizer:${approver.id}` as const, publicId: null };
  expect(await approvePetition(db, approving)).toMatchObject({ outcome: "published", version: 2 });

  const signed = "[We, the undersigned, ask for a sample.]";
  expect(await findSignature(db, stored?.publicId ?? "", "es")).toMatchObject({ petition: signed });
  const [person] = await rowsIn(db, supporters, stored?.supporterId ?? 0);
  const owned = await exportOwnData(db, testKeys, person?.publicId ?? "");
  expect(owned?.signatures[0]).toMatchObject({
    petitionVersion: 1,
    petition: "We, the undersigned, ask for a sample.",
    petitionTranslated: signed,
  });
  const mail = await rowsIn(db, outbox, { signatureId: stored?.id ?? 0 });
  const { mailing } = aStubMailing("file");
  const found = await findEmail(db, mailing, mail[0]?.id ?? 0);
  expect(found?.email.props).toMatchObject({ petition: { summary: "[We ask for a sample.]" } });
});

test("proposals have Spanish names on totals and pledges once published", async () => {
  const scene = await aScene();
  const meeting = await aMeeting(db, scene.campaign);
  const item = await aBallotItem(db, meeting);
  await changeRows(db, campaignCompanies, { campaignId: scene.campaign.id }, { meetingId: meeting.id });
  await writeAll(scene);
  const titles = async (locale?: string) =>
    (await readPublicTotals(db, scene.campaign.id, new Date(), locale))?.meeting.items.map(
      ({ title }) => title,
    );
  expect(await titles("es")).toEqual([item.title]);
  await publishAll(scene);
  expect(await titles("es")).toEqual([`[${item.title}]`]);
  expect(await titles()).toEqual([item.title]);
  const { pledge } = await aHolder(db, { campaign: scene.campaign, meeting });
  const owned = await listOwnPledges(db, testKeys, pledge.supporterId, new Date(), "es");
  expect(owned[0]).toMatchObject({ title: "[Sample campaign]" });
});
