import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { listCompanies } from "#app/domain/campaign/company/change-company.server.ts";
import { listCompaniesOf } from "#app/domain/campaign/company/find-company.server.ts";
import { checklistOf } from "#app/domain/campaign/opening/checklist.ts";
import { createCampaign } from "#app/domain/campaign/opening/create-campaign.server.ts";
import { openCampaign, readOpening } from "#app/domain/campaign/opening/open-campaign.server.ts";
import { publishPetition } from "#app/domain/campaign/petition/publish-petition.server.ts";
import {
  publishTranslations,
  saveTranslations,
} from "#app/domain/campaign/petition/save-translations.server.ts";
import { readEditedPetition, readEditedWords } from "#app/domain/campaign/read-edit.server.ts";
import { templateIn } from "#app/domain/campaign/template.ts";
import { readTranslating } from "#app/domain/campaign/translations/read-translating.server.ts";
import { publishWords } from "#app/domain/campaign/words/publish-words.server.ts";
import { saveWords } from "#app/domain/campaign/words/save-words.server.ts";
import type { Locale } from "#app/i18n/index.ts";
import { campaigns, campaignTranslations, claims, petitionDrafts, targets } from "#db/schema/index.ts";
import { aCampaign, changeRows, organization, rowIn, rowsIn } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { anOrganizer } from "#tests/support/organizers.ts";

const db = await aDatabase();
const local = { localMode: true };
let made = 0;
const named = () => ({ slug: `new-${++made}`, name: "A new campaign" });

/** An organizer who manages a campaign, and its company. */
async function aManager() {
  const campaign = await aCampaign(db, organization);
  const owner = await anOrganizer(db, { campaign, role: "owner" });
  const company = await rowIn(db, targets, campaign.targetId);
  return { campaign, company, actor: `organizer:${owner.id}` as const };
}

async function begun(actor: `organizer:${string}` | "operator", template: boolean, language: Locale = "en") {
  const created = await createCampaign(db, {
    ...named(),
    actor,
    company: { name: "Hoshino Motors" },
    template,
    language,
  });
  if (created.outcome !== "created") throw new Error(created.outcome);
  return { on: { campaignId: created.id, actor }, created };
}

test("a campaign begins empty, about a company of which only the name is known", async () => {
  const { actor } = await aManager();
  const { on, created } = await begun(actor, false);
  expect(created.claims).toBe(0);
  const [row] = await db
    .select({ campaign: campaigns, company: targets })
    .from(campaigns)
    .innerJoin(targets, eq(targets.id, campaigns.targetId))
    .where(eq(campaigns.id, on.campaignId));
  expect(row?.company).toMatchObject({ name: "Hoshino Motors", ticker: "", legalName: null });
  expect(row?.campaign).toMatchObject({
    status: "draft",
    standfirst: "",
    operator: null,
    petitionVersion: 1,
  });
  const todo = checklistOf(await readOpening(db, on.campaignId), false).filter(({ isDone }) => !isDone);
  expect(todo.map(({ name }) => name)).toEqual([
    "company",
    "words",
    "statements",
    "petition",
    "organization",
    "recipient",
    "second",
  ]);
});

test("a template's instructions are neither published nor opened", async () => {
  const { actor } = await aManager();
  const { on } = await begun(actor, true);
  const [claim] = await db.select().from(claims).where(eq(claims.campaignId, on.campaignId));
  const { id = 0, version = 0 } = claim ?? {};
  const publishing = { ...on, words: null, claims: [{ id, version }], correction: null };
  expect(await publishWords(db, publishing)).toEqual({ outcome: "instruction", claimId: id });
  // One paragraph of an instruction is enough.
  await db.update(claims).set({ text: "A fact.\n\n[Say more.]" }).where(eq(claims.id, id));
  expect(await publishWords(db, publishing)).toEqual({ outcome: "instruction", claimId: id });
  await db.update(claims).set({ text: "They said so [sic]." }).where(eq(claims.id, id));
  expect(await publishWords(db, publishing)).toEqual({ outcome: "published", fields: 0, claims: 1 });

  const { draft } = await readEditedPetition(db, on.campaignId);
  const meaning = { is: "changed", earlier: null } as const;
  const petition = { ...on, version: draft?.version ?? 0, meaning };
  expect(await publishPetition(db, petition)).toEqual({ outcome: "instruction" });
  await db
    .update(petitionDrafts)
    .set({ summary: "Stop.", body: "Please stop." })
    .where(eq(petitionDrafts.campaignId, on.campaignId));
  expect(await publishPetition(db, petition)).toMatchObject({ outcome: "published" });

  expect(await openCampaign(db, on, local)).toEqual({ outcome: "no-words" });
  const own = eq(campaigns.id, on.campaignId);
  await db.update(campaigns).set({ standfirst: "We ask it to stop." }).where(own);
  expect(await openCampaign(db, on, local)).toEqual({ outcome: "no-company" });
  const [{ targetId } = { targetId: 0 }] = await db.select().from(campaigns).where(own);
  await db.update(targets).set({ ticker: "9999", exchange: "Tokyo" }).where(eq(targets.id, targetId));
  expect(await openCampaign(db, on, local)).toEqual({ outcome: "missing-organization" });
  await db.update(campaigns).set(organization).where(own);
  expect(await openCampaign(db, on, local)).toEqual({ outcome: "opened" });
});

test("nobody begins a campaign who manages none, or about a company that others keep", async () => {
  const { campaign, company, actor } = await aManager();
  const writer = await anOrganizer(db, { campaign, role: "reviewer" });
  const about = { company: { slug: company.slug }, template: false, language: "en" as const };
  const asWriter = { ...named(), ...about, actor: `organizer:${writer.id}` as const };
  expect(await createCampaign(db, asWriter)).toEqual({ outcome: "gone" });
  expect(await createCampaign(db, { ...named(), ...about, actor })).toMatchObject({ outcome: "created" });
  const other = await aManager();
  expect(await createCampaign(db, { ...named(), ...about, actor: other.actor })).toEnd("unknown-company");
});

test("a slug that is taken leaves no company behind", async () => {
  const { campaign, actor } = await aManager();
  const company = { name: "Nobody's Works" };
  const taken = {
    slug: campaign.slug,
    name: "Again",
    actor,
    company,
    template: true,
    language: "en" as const,
  };
  expect(await createCampaign(db, taken)).toEqual({ outcome: "slug-taken" });
  expect(await db.select().from(targets).where(eq(targets.name, company.name))).toEqual([]);
});

test("a template in Spanish has Spanish instructions alone, and refuses to publish them", async () => {
  const { actor } = await aManager();
  const { on } = await begun(actor, true, "es");
  const [row] = await db.select().from(campaigns).where(eq(campaigns.id, on.campaignId));
  expect(row).toMatchObject({ languages: ["es"], eyebrow: "Petición" });
  expect(row?.standfirst).toMatch(/^\[Diga en dos frases .*\]$/);
  const [claim] = await db.select().from(claims).where(eq(claims.campaignId, on.campaignId));
  expect(claim?.text).toMatch(/^\[Primero su conclusión/);
  const publishing = { ...on, words: null, claims: [{ id: claim?.id ?? 0, version: 1 }], correction: null };
  expect(await publishWords(db, publishing)).toEqual({ outcome: "instruction", claimId: claim?.id });
  expect((await readEditedPetition(db, on.campaignId)).draft?.summary).toBe("[Qué pide, en una frase.]");
});

test("a language added to a template gets its instructions, and publishes none", async () => {
  const { actor } = await aManager();
  const { on } = await begun(actor, true);
  const edited = await readEditedWords(db, on.campaignId);
  const first = eq(claims.campaignId, on.campaignId);
  const [own] = await db.select().from(claims).where(first);
  await changeRows(db, claims, own?.id ?? 0, { text: "A claim of our own." });
  await saveWords(db, { ...on, version: edited?.version ?? 0, words: { languages: ["en", "es"] } });
  const texts = (await readTranslating(db, on.campaignId, "es"))?.texts ?? [];
  const drafts = texts.filter(({ draft }) => draft !== null);
  // Page, six statements of seven, who reports them, the company, and both parts of the petition.
  expect(drafts).toHaveLength(11);
  expect(drafts.map(({ draft }) => draft)).toContain("[Una frase que se recuerde.]");
  expect(texts.find(({ text }) => text === "A claim of our own.")).toMatchObject({ draft: null });
  const seen = drafts.map(({ key, version }) => ({ key, version }));
  const es = { ...on, locale: "es" as const };
  expect(await publishTranslations(db, { ...es, seen: [] })).toEqual({ outcome: "nothing" });
  expect(await publishTranslations(db, { ...es, seen })).toMatchObject({ outcome: "stale" });

  // Nothing is drafted without the template.
  const empty = await begun(actor, false);
  await saveWords(db, { ...empty.on, version: 1, words: { languages: ["en", "es"] } });
  const none = (await readTranslating(db, empty.on.campaignId, "es"))?.texts ?? [];
  expect(none.filter(({ draft }) => draft !== null)).toEqual([]);
});

test("what a template wrote follows the first language of a draft; what people wrote stays", async () => {
  const { actor } = await aManager();
  const { on } = await begun(actor, true);
  const own = { text: "A statement of our own.", attribution: "This campaign" };
  const textsNow = async () => {
    const rows = await db
      .select({ text: claims.text, attribution: claims.attribution, version: claims.version })
      .from(claims)
      .where(eq(claims.campaignId, on.campaignId))
      .orderBy(claims.position);
    const [petition] = await rowsIn(db, petitionDrafts, { campaignId: on.campaignId });
    const edited = await readEditedWords(db, on.campaignId);
    return { rows, petition, page: edited?.draft ?? edited?.live, edited: edited?.version ?? 0 };
  };
  const saves = async (words: Parameters<typeof saveWords>[1]["words"]) => {
    const { edited } = await textsNow();
    const saved = await saveWords(db, { ...on, version: edited, words });
    expect(saved.outcome).toBe("saved");
  };
  const [thesis, other, published] = await rowsIn(db, claims, { campaignId: on.campaignId }, claims.position);
  const set = (values: Partial<typeof claims.$inferInsert>, id = 0) =>
    db.update(claims).set(values).where(eq(claims.id, id));
  await set(own, other?.id);
  await set({ ...own, kind: "opinion", published: true }, published?.id);
  await changeRows(db, petitionDrafts, { campaignId: on.campaignId }, { summary: "Our own petition." });

  await saves({ title: "Nuestra campaña", languages: ["es", "en"] });
  const es = templateIn("es");
  const after = await textsNow();
  expect(after.page).toMatchObject({ ...es.page, title: "Nuestra campaña", languages: ["es", "en"] });
  expect(after.rows[0]).toEqual({
    text: es.statements[0]?.text,
    attribution: "Esta campaña",
    version: (thesis?.version ?? 0) + 1,
  });
  expect(after.rows[1]).toMatchObject({ text: own.text, attribution: "Esta campaña" });
  expect(after.rows[2]).toMatchObject(own);
  expect(after.rows.slice(3).map(({ text }) => text)).toEqual(es.statements.slice(3).map(({ text }) => text));
  expect(after.petition).toMatchObject({ summary: "Our own petition.", body: es.petition.body });
  // The language it was written in is another now, and has its own instructions.
  const drafted = await db
    .select({ original: campaignTranslations.original, draft: campaignTranslations.draft })
    .from(campaignTranslations)
    .where(and(eq(campaignTranslations.campaignId, on.campaignId), eq(campaignTranslations.locale, "en")));
  const { standfirst } = templateIn("en").page;
  expect(drafted).toContainEqual({ original: es.page.standfirst, draft: standfirst });
  expect(drafted).toHaveLength(9);

  await saves({ languages: ["en"] });
  const back = await textsNow();
  expect(back.page).toMatchObject(templateIn("en").page);
  expect(back.rows[0]).toMatchObject({ text: thesis?.text, attribution: "This campaign" });
  expect(back.petition?.body).toBe(templateIn("en").petition.body);

  // Whose page is public has words that nobody may change on the way.
  await db.update(campaigns).set({ status: "open" }).where(eq(campaigns.id, on.campaignId));
  await saves({ languages: ["es", "en"] });
  expect((await textsNow()).rows).toEqual(back.rows);
  expect((await textsNow()).page?.eyebrow).toBe("Petition");
});

test("a draft’s languages are done once everything public is translated", async () => {
  const { actor } = await aManager();
  const { on } = await begun(actor, false);
  await changeRows(db, campaigns, on.campaignId, { languages: ["en", "es"] });
  const es = { ...on, locale: "es" as const };
  const hasLanguages = async () => (await readOpening(db, on.campaignId)).hasLanguages;
  const texts = (await readTranslating(db, on.campaignId, "es"))?.texts ?? [];
  const written = texts.map(({ key, version }) => ({ key, version, text: "Traducido" }));
  await saveTranslations(db, { ...es, written });
  expect(await hasLanguages()).toBe(false);
  const drafted = (await readTranslating(db, on.campaignId, "es"))?.texts ?? [];
  await publishTranslations(db, { ...es, seen: drafted.map(({ key, version }) => ({ key, version })) });
  expect(await hasLanguages()).toBe(true);
});

test("two campaigns about a company of one name that begin at once both begin", async () => {
  const { actor } = await aManager();
  const company = { name: "Twice Works" };
  const both = [named(), named()].map((each) =>
    createCampaign(db, { ...each, actor, company, template: true, language: "en" }),
  );
  expect((await Promise.all(both)).map(({ outcome }) => outcome)).toEqual(["created", "created"]);
});

test("a campaign begins about several companies; its checklist has their lines, a copy all", async () => {
  const { actor } = await aManager();
  const [known] = await listCompanies(db, actor.slice("organizer:".length));
  const create = (slug: string, more: string[]) =>
    createCampaign(db, {
      slug,
      name: "Several",
      company: { name: "Kumo" },
      more,
      template: false,
      language: "en",
      actor,
    });
  expect(await create("several-none", ["nobody"])).toEqual({ outcome: "unknown-company" });
  const created = await create("several-one", [known?.slug ?? ""]);
  if (created.outcome !== "created") throw new Error(created.outcome);
  const names = async (id: number) => (await listCompaniesOf(db, id)).map(({ name }) => name);
  expect(await names(created.id)).toEqual(["Kumo", known?.name]);
  const lines = checklistOf(await readOpening(db, created.id), false);
  expect(
    lines.flatMap(({ name, company, page, blocks }) => (company ? [[name, company, page, blocks]] : [])),
  ).toEqual([
    ["company", "Kumo", "meetings/company?company=kumo", true],
    ["company", known?.name, `meetings/company?company=${known?.slug}`, true],
    ["meeting", "Kumo", "meetings?company=kumo", false],
    ["recipient", "Kumo", "letters/recipients?company=kumo", false],
    ["meeting", known?.name, `meetings?company=${known?.slug}`, false],
    ["recipient", known?.name, `letters/recipients?company=${known?.slug}`, false],
  ]);
  const copy = await createCampaign(db, { slug: "several-copy", name: "Copy", from: "several-one", actor });
  if (copy.outcome !== "created") throw new Error(copy.outcome);
  expect(await names(copy.id)).toEqual(["Kumo", known?.name]);
});
