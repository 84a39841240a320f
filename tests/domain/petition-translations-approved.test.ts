import { desc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { OnCampaign } from "#app/domain/campaign/lock-campaign.server.ts";
import { approvePetition } from "#app/domain/campaign/petition/approve-petition.server.ts";
import { correctTranslation } from "#app/domain/campaign/petition/correct-translation.server.ts";
import { publishPetition } from "#app/domain/campaign/petition/publish-petition.server.ts";
import { readWaitingPetition } from "#app/domain/campaign/petition/read-waiting-petition.server.ts";
import { withdrawPetition } from "#app/domain/campaign/petition/return-petition.server.ts";
import { savePetition } from "#app/domain/campaign/petition/save-petition.server.ts";
import {
  publishTranslations,
  saveTranslations,
} from "#app/domain/campaign/petition/save-translations.server.ts";
import { findCampaign } from "#app/domain/campaign/queries.server.ts";
import { readTranslating } from "#app/domain/campaign/translations/read-translating.server.ts";
import { saveWords } from "#app/domain/campaign/words/save-words.server.ts";
import { listWaitingApprovals } from "#app/domain/team/list-waiting.server.ts";
import { auditEntries, campaigns } from "#db/schema/index.ts";
import { aCampaign } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { anOrganizer } from "#tests/support/organizers.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";

const db = await aDatabase();
const locale = "es" as const;
const notes = { note: "A word of the Spanish text.", noteIn: "Una palabra." };
const english = { summary: "We ask for a sample.", body: "We, the undersigned, ask for a sample." };
const spanish = { summary: "Pedimos una muestra.", body: "Pedimos, quienes firmamos, una muestra." };
const opposite = { summary: "No pedimos nada.", body: "Pedimos, quienes firmamos, que no haya muestra." };

/** A campaign with two managers and this many signers; `spoken`: its petition is public in Spanish. */
async function aTeam({ signers = 1, spoken = true, alone = false } = {}) {
  const campaign = await aCampaign(db, { languages: ["en", "es"] });
  const actorOf = async () => `organizer:${(await anOrganizer(db, { campaign, role: "owner" })).id}` as const;
  const on = { campaignId: campaign.id, actor: await actorOf(), locale };
  const team = { campaign, on, other: alone ? on : { ...on, actor: await actorOf() } };
  if (spoken) {
    await write(team, spanish);
    await publish(team);
  }
  for (let n = 0; n < signers; n++) await aStoredSignature(db, campaign);
  return team;
}
type Team = { campaign: Awaited<ReturnType<typeof aCampaign>>; on: OnCampaign & { locale: "es" } };

const textsOf = async ({ campaign }: Team) => (await readTranslating(db, campaign.id, locale))?.texts ?? [];

async function write(team: Team, words: typeof spanish, of = english, on = team.on) {
  const texts = await textsOf(team);
  const written = (["summary", "body"] as const).map((field) => {
    const one = texts.find(({ text }) => text === of[field]);
    return { key: one?.key ?? "", version: one?.version ?? -1, text: words[field] };
  });
  expect(await saveTranslations(db, { ...on, written })).toMatchObject({ outcome: "saved" });
}
async function publish(team: Team) {
  const seen = (await textsOf(team)).filter(({ draft }) => draft !== null);
  return publishTranslations(db, { ...team.on, seen });
}
async function correct(team: Team, given: typeof notes | null = notes, on = team.on) {
  const seen = (await textsOf(team)).filter(({ draft, isInForce }) => draft !== null && isInForce);
  return correctTranslation(db, { ...on, seen, notes: given });
}
const textIn = async ({ campaign }: Team, language: string) => {
  const petition = (await findCampaign(db, campaign.slug, language))?.petition;
  return petition && { version: petition.version, body: petition.body };
};
const approve = (by: OnCampaign, publicId: string | null = null) => approvePetition(db, { ...by, publicId });
const waitingFor = ({ campaign }: Team, { actor }: OnCampaign) =>
  listWaitingApprovals(db, {
    campaign: { ...campaign, role: "owner", rights: [] },
    organizerId: actor.slice("organizer:".length),
  });

test("a Spanish text said to mean the same waits for a second person, who reads both", async () => {
  const team = await aTeam();
  await write(team, opposite);
  expect(await publish(team)).toMatchObject({ outcome: "stale" });
  expect(await correct(team)).toMatchObject({ outcome: "asked", forecast: { before: 1, after: 1 } });
  expect(await textIn(team, "es")).toEqual({ version: 1, body: spanish.body });
  expect(await correct(team)).toEqual({ outcome: "already-asked" });
  expect(await waitingFor(team, team.on)).toEqual([]);
  expect(await waitingFor(team, team.other)).toMatchObject([{ kind: "petition" }]);
  expect(await readWaitingPetition(db, team.campaign.id)).toMatchObject({
    locale,
    isTranslation: true,
    note: notes.note,
    noteIn: notes.noteIn,
    before: english,
    after: english,
    translations: [{ locale, before: spanish, after: opposite }],
  });
  const stranger = await aTeam();
  expect(await approve({ ...team.on, actor: stranger.on.actor })).toEqual({ outcome: "gone" });
  expect(await approve(team.on)).toEqual({ outcome: "own" });
  expect(await approve(team.other)).toEqual({ outcome: "published", version: 2, alone: false });
  expect(await approve(team.other)).toEqual({ outcome: "not-waiting" });
  expect(await textIn(team, "es")).toEqual({ version: 2, body: opposite.body });
  expect(await textIn(team, "en")).toEqual({ version: 2, body: english.body });
  const log = await db
    .select({ actor: auditEntries.actor, action: auditEntries.action, detail: auditEntries.detail })
    .from(auditEntries)
    .where(eq(auditEntries.campaignId, team.campaign.id))
    .orderBy(desc(auditEntries.id))
    .limit(2);
  expect(log).toMatchObject([
    { actor: team.other.actor, action: "petition-approved", detail: { version: 2, meaning: "same", locale } },
    { actor: team.on.actor, action: "petition-asked", detail: { meaning: "same", locale } },
  ]);
});

test("the first Spanish text of a signed petition waits too, without notes", async () => {
  const team = await aTeam({ spoken: false });
  await write(team, opposite);
  expect(await publish(team)).toMatchObject({ outcome: "stale" });
  expect(await publishTranslations(db, { ...team.on, seen: [] })).toEqual({ outcome: "nothing" });
  expect(await correct(team, null)).toMatchObject({ outcome: "asked" });
  expect(await textIn(team, "es")).toEqual({ version: 1, body: english.body });
  expect(await readWaitingPetition(db, team.campaign.id)).toMatchObject({
    translations: [{ before: null, after: opposite }],
  });
  expect(await approve(team.other)).toEqual({ outcome: "published", version: 1, alone: false });
  expect(await textIn(team, "es")).toEqual({ version: 1, body: opposite.body });
});

test("a translation's author does not approve it, unless alone, which is logged", async () => {
  const team = await aTeam();
  await write(team, opposite, english, team.other);
  await correct(team);
  expect(await waitingFor(team, team.other)).toEqual([]);
  expect(await approve(team.other)).toMatchObject({ outcome: "own" });
  const sole = await aTeam({ alone: true });
  await write(sole, opposite);
  await correct(sole);
  expect(await approve(sole.on)).toEqual({ outcome: "published", version: 2, alone: true });
});

test("a translation that is edited after it was asked for is approved by nobody", async () => {
  const team = await aTeam();
  await write(team, spanish, english);
  await write(team, { ...spanish, body: "Pedimos una muestra, por favor." });
  const asked = await correct(team);
  const seen = asked.outcome === "asked" ? asked.publicId : "";
  await write(team, opposite);
  expect(await approve(team.other, seen)).toEqual({ outcome: "not-waiting" });
  await correct(team);
  expect(await approve(team.other, seen)).toEqual({ outcome: "not-waiting" });
  expect(await withdrawPetition(db, team.other)).toEqual({ outcome: "withdrawn" });
  expect(await approve(team.other)).toEqual({ outcome: "not-waiting" });
  expect(await textIn(team, "es")).toEqual({ version: 1, body: spanish.body });
});

test("a new English text comes with the Spanish one that its approver reads", async () => {
  const team = await aTeam();
  const next = { summary: "We ask for samples.", body: "We, the undersigned, ask for samples." };
  await savePetition(db, { ...team.on, version: 0, words: next });
  await write(team, opposite, next);
  // Publishing a translation before its original does not bypass the approval.
  expect(await publish(team)).toMatchObject({ outcome: "stale" });
  const same = { is: "same", note: "A plural." } as const;
  const ask = () => publishPetition(db, { ...team.on, version: 1, meaning: same });
  expect(await ask()).toMatchObject({ outcome: "asked" });
  expect(await readWaitingPetition(db, team.campaign.id)).toMatchObject({
    before: english,
    after: next,
    translations: [{ before: spanish, after: opposite }],
  });
  await write(team, { ...opposite, body: "Pedimos muestras." }, next);
  expect(await approve(team.other)).toEqual({ outcome: "not-waiting" });
  expect(await ask()).toMatchObject({ outcome: "asked" });
  expect(await approve(team.other)).toMatchObject({ outcome: "published", version: 2 });
  expect(await textIn(team, "es")).toEqual({ version: 2, body: "Pedimos muestras." });
});

test("words of the petition that are elsewhere too are no way round the approval", async () => {
  const team = await aTeam({ spoken: false });
  const [row] = await db.select().from(campaigns).where(eq(campaigns.id, team.campaign.id));
  const { title, eyebrow, goalSteps, languages, shareTexts, method, care } = row as NonNullable<typeof row>;
  const kept = { title, eyebrow, goalSteps, languages, shareTexts, method, care };
  await saveWords(db, {
    ...team.on,
    version: row?.version ?? 0,
    words: { ...kept, standfirst: english.summary } as Parameters<typeof saveWords>[1]["words"],
  });
  await write(team, opposite);
  expect(await publish(team)).toMatchObject({ outcome: "stale" });
});

test("a translation is asked for whole, and a better one with notes", async () => {
  const team = await aTeam({ spoken: false });
  const texts = await textsOf(team);
  const body = texts.find(({ text }) => text === english.body);
  const written = [{ key: body?.key ?? "", version: 0, text: spanish.body }];
  await saveTranslations(db, { ...team.on, written });
  expect(await correct(team, null)).toEqual({ outcome: "half" });
  const spoken = await aTeam();
  await write(spoken, opposite);
  expect(await correct(spoken, null)).toEqual({ outcome: "notes-missing" });
});

test("before anybody has signed, one person publishes and corrects a translation", async () => {
  const team = await aTeam({ signers: 0 });
  expect(await textIn(team, "es")).toEqual({ version: 1, body: spanish.body });
  await write(team, { ...spanish, body: "Pedimos una muestra, por favor." });
  expect(await correct(team)).toEqual({ outcome: "published", version: 2 });
});

test("a petition's note cannot change a translation that was approved", async () => {
  for (const signers of [0, 1]) {
    const team = await aTeam({ signers });
    await write(team, { ...spanish, body: "Pedimos una muestra, por favor." });
    const trick = { note: english.summary, noteIn: opposite.summary };
    const asked = await correct(team, trick);
    if (signers > 0) expect(await approve(team.other)).toMatchObject({ outcome: "published", version: 2 });
    else expect(asked).toEqual({ outcome: "published", version: 2 });
    const petition = (await findCampaign(db, team.campaign.slug, "es"))?.petition;
    expect(petition?.summary).toBe(spanish.summary);
  }
});
