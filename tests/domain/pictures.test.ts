import { randomBytes } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { listChanges } from "#app/domain/campaign/history/list-changes.server.ts";
import { restoreChange } from "#app/domain/campaign/history/restore-change.server.ts";
import { findDeclared, readPublicFile } from "#app/domain/campaign/picture/find-picture.server.ts";
import type { PictureMade } from "#app/domain/campaign/picture/picture.ts";
import { PictureForm, type PictureTexts } from "#app/domain/campaign/picture/picture-form.ts";
import { savePicture } from "#app/domain/campaign/picture/save-picture.server.ts";
import { findCampaign } from "#app/domain/campaign/queries.server.ts";
import { readEditedWords } from "#app/domain/campaign/read-edit.server.ts";
import { publishWords } from "#app/domain/campaign/words/publish-words.server.ts";
import { saveWords } from "#app/domain/campaign/words/save-words.server.ts";
import { readPreview } from "#app/domain/pages/read-preview.server.ts";
import { listArchivedTables } from "#app/domain/upkeep/archives/tables.server.ts";
import { eraseClosed } from "#app/domain/upkeep/retention/erase-closed.server.ts";
import { auditEntries, campaigns, pictureFiles, pictures } from "#db/schema/index.ts";
import { aCampaign } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { anOrganizer } from "#tests/support/organizers.ts";

const db = await aDatabase();

/** A campaign with a manager, a writer, and an organizer of another campaign. */
async function aScene() {
  const [campaign, other] = [await aCampaign(db), await aCampaign(db)];
  const actorOf = ({ id }: { id: string }) => `organizer:${id}` as const;
  const on = { campaignId: campaign.id };
  return {
    campaign,
    other,
    owner: { ...on, actor: actorOf(await anOrganizer(db, { campaign, role: "owner", name: "Olga Owner" })) },
    writer: { ...on, actor: actorOf(await anOrganizer(db, { campaign, role: "organizer" })) },
    foreign: { ...on, actor: actorOf(await anOrganizer(db, { campaign: other, role: "owner" })) },
  };
}

const words: PictureTexts = {
  alts: { en: "A closed door.", es: "Una puerta cerrada." },
  credit: "Ana Ruiz",
  licence: "CC BY 4.0",
  people: { people: "none" },
};
const consented: PictureTexts = { ...words, people: { people: "consented", keptAt: "Folder 7" } };

const aMade = (): PictureMade => ({
  width: 960,
  height: 640,
  files: [
    { width: 640, type: "webp", bytes: randomBytes(50) },
    { width: 960, type: "webp", bytes: randomBytes(60) },
    { width: 960, type: "jpeg", bytes: randomBytes(70) },
  ],
});

type On = Awaited<ReturnType<typeof aScene>>["owner"];
const versionOf = async (on: On) => (await readEditedWords(db, on.campaignId))?.version ?? 0;
const save = async (on: On, made: PictureMade | null, description = words) =>
  savePicture(db, { ...on, version: await versionOf(on), words: description, made });
const remove = async (on: On) =>
  saveWords(db, { ...on, version: await versionOf(on), words: { picture: null } });
const publish = async (on: On) =>
  publishWords(db, { ...on, words: await versionOf(on), claims: [], correction: null });
const fileOf = async ({ campaignId }: On) =>
  (await readPublicFile(db, { campaignId, width: 960, type: "jpeg" }))?.bytes;
const filesOf = ({ campaignId }: On) => db.$count(pictureFiles, eq(pictureFiles.campaignId, campaignId));

test("a picture is public once a manager of the campaign publishes it", async () => {
  const { campaign, owner, writer } = await aScene();
  const made = aMade();
  expect(await save(writer, made)).toEqual({ outcome: "saved", version: 2 });
  expect((await findCampaign(db, campaign.slug))?.picture).toBe(null);
  expect(await fileOf(owner)).toBe(undefined);
  const place = {
    url: "https://example.org/c/x",
    locale: "es",
    localMode: false,
    withUnpublished: false,
  } as const;
  const preview = await readPreview(db, campaign.id, place);
  expect(preview?.campaign.picture).toMatchObject({ alt: "Una puerta cerrada.", width: 960, height: 640 });
  expect(preview?.campaign.picture?.src).toMatch(
    /^\/organize\/c\/[a-z0-9-]+\/edit\/picture\/[0-9a-f]{20}-960\.jpg$/,
  );

  expect(await publish(writer)).toEqual({ outcome: "gone" });
  expect(await publish(owner)).toEqual({ outcome: "published", fields: 1, claims: 0 });
  expect(await fileOf(owner)).toEqual(made.files[2]?.bytes);
  for (const [locale, alt] of Object.entries(words.alts)) {
    const picture = (await findCampaign(db, campaign.slug, locale))?.picture;
    expect(picture).toMatchObject({ alt, credit: "Ana Ruiz", licence: "CC BY 4.0", width: 960, height: 640 });
    expect(picture?.language).toBe(undefined);
    const [, key] = /^\/c\/[a-z0-9-]+\/picture\/([0-9a-f]{20})-960\.jpg$/.exec(picture?.src ?? "") ?? [];
    const at = `/c/${campaign.slug}/picture/${key}`;
    expect(picture?.webp).toBe(`${at}-640.webp 640w, ${at}-960.webp 960w`);
  }
});

test("nobody changes a picture without the right to write in this campaign", async () => {
  const { campaign, owner, foreign } = await aScene();
  const viewer = await anOrganizer(db, { campaign, role: "viewer" });
  expect(await save(foreign, aMade())).toEqual({ outcome: "gone" });
  expect(await save({ ...owner, actor: `organizer:${viewer.id}` }, aMade())).toEqual({ outcome: "gone" });
  expect(await filesOf(owner)).toBe(0);
  await save(owner, aMade());
  await publish(owner);
  expect(await remove(foreign)).toEqual({ outcome: "gone" });
});

test("the files of a picture that was replaced or removed are gone once that is published", async () => {
  const { campaign, owner } = await aScene();
  const [first, second] = [aMade(), aMade()];
  await save(owner, first);
  await publish(owner);
  await save(owner, second);
  expect(await fileOf(owner)).toEqual(first.files[2]?.bytes);
  expect(await filesOf(owner)).toBe(6);
  await publish(owner);
  expect(await fileOf(owner)).toEqual(second.files[2]?.bytes);
  expect(await filesOf(owner)).toBe(3);

  await save(owner, aMade());
  await save(owner, first);
  expect(await filesOf(owner)).toBe(6);
  await remove(owner);
  expect(await filesOf(owner)).toBe(3);
  await publish(owner);
  expect([await filesOf(owner), (await findCampaign(db, campaign.slug))?.picture]).toEqual([0, null]);

  const { changes } = await listChanges(db, campaign.id);
  const [replaced] = changes.filter(({ fields }) => fields.some(({ field }) => field === "picture"));
  const restored = await restoreChange(db, { ...owner, changeId: replaced?.id ?? 0 });
  expect(restored).toEqual({ outcome: "not-restorable" });
});

test("a declaration is recorded: who, when, and where the consent is kept", async () => {
  const { campaign, owner, writer } = await aScene();
  const at = new Date("2026-03-01T10:00:00Z");
  await savePicture(db, { ...owner, version: 1, words: consented, made: aMade() }, at);
  const [row] = await db.select().from(pictures).where(eq(pictures.campaignId, campaign.id));
  const key = row?.key ?? "";
  expect(await findDeclared(db, campaign.id, key)).toEqual({
    people: { people: "consented", keptAt: "Folder 7" },
    by: "Olga Owner",
    at: at.toISOString(),
  });

  // Words alone change nothing of it; another declaration does, and records who made it.
  expect(await save(writer, null, { ...consented, credit: "Ana R." })).toMatchObject({ outcome: "saved" });
  expect((await findDeclared(db, campaign.id, key))?.by).toBe("Olga Owner");
  await save(writer, null, { ...words, credit: "Ana R." });
  expect(await findDeclared(db, campaign.id, key)).toMatchObject({ people: { people: "none" } });

  await publish(owner);
  await remove(owner);
  await publish(owner);
  const entries = await db
    .select({ action: auditEntries.action, detail: auditEntries.detail })
    .from(auditEntries)
    .where(and(eq(auditEntries.campaignId, campaign.id)))
    .orderBy(auditEntries.id);
  expect(entries).toEqual([
    { action: "words-drafted", detail: { thing: "campaign", fields: ["picture"] } },
    { action: "picture-declared", detail: { picture: key, people: "consented" } },
    { action: "words-drafted", detail: { thing: "campaign", fields: ["picture"] } },
    { action: "picture-declared", detail: { picture: key, people: "none" } },
    { action: "words-published", detail: { fields: 1, claims: 0, picture: "placed" } },
    { action: "words-drafted", detail: { thing: "campaign", fields: ["picture"] } },
    { action: "words-published", detail: { fields: 1, claims: 0, picture: "removed" } },
  ]);
});

test("what is declared of the public picture is changed by a manager alone", async () => {
  const { campaign, owner, writer } = await aScene();
  const made = aMade();
  await save(owner, made, consented);
  await publish(owner);
  const [row] = await db.select().from(pictures).where(eq(pictures.campaignId, campaign.id));
  const declared = async () => (await findDeclared(db, campaign.id, row?.key ?? ""))?.people;
  for (const upload of [null, made])
    expect(await save(writer, upload)).toEqual({ outcome: "declared-in-public" });
  expect(await declared()).toEqual(consented.people);
  expect((await readEditedWords(db, campaign.id))?.draft).toBe(null);
  expect(await save(writer, null, { ...consented, credit: "Ana R." })).toMatchObject({ outcome: "saved" });
  expect(await save(owner, null)).toMatchObject({ outcome: "saved" });
  expect(await declared()).toEqual(words.people);
});

test("a picture is not stored without a declaration, by any program", async () => {
  const { campaign, owner } = await aScene();
  const row = {
    campaignId: campaign.id,
    key: "a".repeat(20),
    declaredBy: owner.actor,
    declaredAt: new Date(),
  };
  for (const [people, consentKept] of [
    ["consented", null],
    ["none", "Folder 7"],
    ["some", null],
  ] as const)
    await expect(
      db.insert(pictures).values({ ...row, people: people as "none", consentKept }),
    ).rejects.toThrow();
  expect(await save(owner, null)).toEqual({ outcome: "no-picture" });
});

test("words of a picture that are missing or too much are named, and a consent needs its place", () => {
  const form = {
    version: "1",
    alt_en: "A door.",
    alt_es: "Una puerta.",
    credit: "Ana",
    licence: "CC0",
    people: "none",
    consent_kept: "",
  };
  const problems = (fields: Record<string, string>) => {
    const read = PictureForm.safeParse({ ...form, ...fields });
    return read.success ? [] : read.error.issues.map(({ path, message }) => `${String(path[0])} ${message}`);
  };
  expect(problems({})).toEqual([]);
  expect(problems({ alt_es: " " })).toEqual(["alt_es alt-missing"]);
  expect(problems({ credit: "", licence: "" })).toEqual(["credit credit-missing", "licence licence-missing"]);
  expect(problems({ people: "" })).toEqual(["people people-missing"]);
  expect(problems({ people: "consented" })).toEqual(["consent_kept consent-kept-missing"]);
  expect(problems({ people: "consented", consent_kept: "Folder 7" })).toEqual([]);
  expect(problems({ alt_en: "a".repeat(301) })).toEqual(["alt_en alt-long"]);
});

test("two who edit at once are told, and nothing of the later one is stored", async () => {
  const { owner, writer } = await aScene();
  const version = await versionOf(owner);
  await save(owner, aMade());
  const late = await savePicture(db, { ...writer, version, words, made: aMade() });
  expect(late).toMatchObject({ outcome: "stale", version: version + 1 });
  expect(await filesOf(owner)).toBe(3);
  // A form for other words leaves the picture alone.
  const titled = await saveWords(db, { ...writer, version: version + 1, words: { title: "Another title" } });
  expect(titled).toMatchObject({ outcome: "saved" });
  expect((await readEditedWords(db, owner.campaignId))?.draft?.picture).toMatchObject({ credit: "Ana Ruiz" });
});

test("pictures are in every archive, and one of people leaves with all that is personal", async () => {
  const tables = (await listArchivedTables(db)).map(({ name }) => name);
  expect(tables).toEqual(expect.arrayContaining(["pictures", "picture_files"]));
  const [withPeople, without] = [await aScene(), await aScene()];
  for (const [{ owner }, expectedOutcome] of [
    [withPeople, consented],
    [without, words],
  ] as const) {
    await save(owner, aMade(), expectedOutcome);
    await publish(owner);
    const closed = {
      status: "closed" as const,
      closedAt: new Date("2026-01-01T00:00:00Z"),
      retentionMonths: 1,
    };
    await db.update(campaigns).set(closed).where(eq(campaigns.id, owner.campaignId));
  }
  await eraseClosed(db, { remove: async () => {} } as never, new Date("2026-06-01T00:00:00Z"));
  expect([await filesOf(withPeople.owner), await filesOf(without.owner)]).toEqual([0, 3]);
  expect((await findCampaign(db, withPeople.campaign.slug))?.picture).toBe(null);
  expect((await findCampaign(db, without.campaign.slug))?.picture).not.toBe(null);
});
