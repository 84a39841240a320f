import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { listCampaigns } from "#app/domain/campaign/list-campaigns.server.ts";
import type { OnCampaign } from "#app/domain/campaign/lock-campaign.server.ts";
import { listNotices } from "#app/domain/campaign/notices/queries.server.ts";
import { approvePetition } from "#app/domain/campaign/petition/approve-petition.server.ts";
import { readProposal } from "#app/domain/campaign/petition/propose-petition.server.ts";
import { publishPetition } from "#app/domain/campaign/petition/publish-petition.server.ts";
import { returnPetition, withdrawPetition } from "#app/domain/campaign/petition/return-petition.server.ts";
import { dropPetition, savePetition } from "#app/domain/campaign/petition/save-petition.server.ts";
import { findCampaign, listPetitions, readCase, readCounts } from "#app/domain/campaign/queries.server.ts";
import { readEditedPetition } from "#app/domain/campaign/read-edit.server.ts";
import { listWaitingApprovals } from "#app/domain/team/list-waiting.server.ts";
import { listCounterDrift } from "#app/domain/upkeep/check-counters.server.ts";
import { auditEntries, outbox, petitionProposals, petitionVersions } from "#db/schema/index.ts";
import { aCampaign, rowsIn } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { anOrganizer } from "#tests/support/organizers.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";

const db = await aDatabase();
const first = { summary: "We ask for a sample.", body: "We, the undersigned, ask for a sample." };
const second = { summary: "We ask more.", body: "Much more." };
const changed = { is: "changed", earlier: "apart" } as const;
const same = { is: "same", note: "A word was misspelled." } as const;

/** A campaign with this many signers and two managers. */
async function aTeam({ signers = 1, alone = false } = {}) {
  const campaign = await aCampaign(db);
  const actorOf = async () => `organizer:${(await anOrganizer(db, { campaign, role: "owner" })).id}` as const;
  const on = { campaignId: campaign.id, actor: await actorOf() };
  const other = { ...on, actor: alone ? on.actor : await actorOf() };
  for (let n = 0; n < signers; n++) await aStoredSignature(db, campaign);
  return { campaign, on, other };
}
type Team = Awaited<ReturnType<typeof aTeam>>;
type Meaning = Parameters<typeof publishPetition>[1]["meaning"];

async function ask({ on }: Team, words: typeof first, meaning: Meaning) {
  await savePetition(db, { ...on, version: 0, words });
  return publishPetition(db, { ...on, version: 1, meaning });
}
const approve = ({ other }: Team, by: OnCampaign = other) => approvePetition(db, { ...by, publicId: null });

/** Publishes, and lets the other manager approve if needed. */
async function put(team: Team, words: typeof first, meaning: Meaning) {
  const asked = await ask(team, words, meaning);
  return asked.outcome === "asked" ? approve(team) : asked;
}

/** What somebody's overview asks them to approve, and whether an email did. */
async function waitingFor({ campaign }: Team, { actor }: OnCampaign) {
  const organizerId = actor.slice("organizer:".length);
  const membership = { ...campaign, role: "owner", rights: [] } as const;
  const waiting = await listWaitingApprovals(db, { campaign: membership, organizerId });
  const asked = and(eq(outbox.template, "approval-asked"), eq(outbox.organizerId, organizerId));
  expect(await db.$count(outbox, asked)).toBe(waiting.length);
  return waiting;
}

/** Every page's and command's count: all must agree. */
async function countsOf({ campaign }: Team) {
  const { signatures, earlier } = await readCounts(db, campaign.id);
  const { inForce, versions } = await readEditedPetition(db, campaign.id);
  const listed = (await listCampaigns(db)).find(({ id }) => id === campaign.id);
  expect(listed?.signatures).toBe(signatures);
  expect(versions.reduce((sum, one) => sum + one.signatures, 0)).toBe(signatures + earlier);
  expect((await listCounterDrift(db)).filter((one) => one.campaign === campaign.slug)).toEqual([]);
  return { inForce: inForce?.version, signatures, earlier };
}

test("a text with another meaning waits for a second person and changes nothing", async () => {
  const team = await aTeam({ signers: 3 });
  expect(await ask(team, second, changed)).toMatchObject({
    outcome: "asked",
    forecast: { before: 3, after: 0, apart: 3 },
  });
  expect(await countsOf(team)).toEqual({ inForce: 1, signatures: 3, earlier: 0 });
  expect(await waitingFor(team, team.other)).toMatchObject([{ kind: "petition" }]);
  expect(await waitingFor(team, team.on)).toEqual([]);
  const again = { ...team.on, version: 1, meaning: changed };
  expect(await publishPetition(db, again)).toEqual({ outcome: "already-asked" });
  expect(await approve(team, team.on)).toEqual({ outcome: "own" });
  const stranger = await aTeam();
  expect(await approve(team, { ...team.on, actor: stranger.on.actor })).toEqual({ outcome: "gone" });
  expect(await approve(team)).toEqual({ outcome: "published", version: 2, alone: false });
  expect(await approve(team)).toEqual({ outcome: "not-waiting" });
  expect(await countsOf(team)).toEqual({ inForce: 2, signatures: 0, earlier: 3 });

  const log = await rowsIn(db, auditEntries, { campaignId: team.campaign.id });
  const entries = log.filter(({ action }) => action.startsWith("petition-"));
  expect(entries.map(({ actor, action, detail }) => [actor, action, detail])).toEqual([
    [team.on.actor, "petition-asked", { meaning: "changed", again: null, before: 3, after: 0 }],
    [team.other.actor, "petition-approved", { meaning: "changed", version: 2, before: 3, after: 0 }],
  ]);
});

test("who is alone approves alone, which is on record; the operator says so", async () => {
  const team = await aTeam({ alone: true });
  await ask(team, second, changed);
  expect(await approve(team)).toEqual({ outcome: "published", version: 2, alone: true });
  const operator = { ...team.on, actor: "operator" } as const;
  expect(await returnPetition(db, { ...operator, version: 1 })).toMatchObject({ outcome: "asked" });
  expect(await approve(team, operator)).toEqual({ outcome: "own" });
  const alone = { ...operator, publicId: null, alone: true };
  expect(await approvePetition(db, alone)).toEqual({ outcome: "published", version: 1, alone: true });
});

test("a change of meaning is undone by restoring the earlier version, approved alike", async () => {
  const team = await aTeam({ signers: 2 });
  await put(team, second, changed);
  await aStoredSignature(db, team.campaign, { petitionVersion: 2 });
  const draft = { summary: "We ask for a third thing.", body: "A third thing." };
  await savePetition(db, { ...team.on, version: 0, words: draft });
  const back = (version: number) => returnPetition(db, { ...team.on, version });
  expect(await back(2)).toEqual({ outcome: "unchanged" });
  expect(await back(7)).toEqual({ outcome: "gone" });
  const asked = await back(1);
  expect(asked).toMatchObject({ outcome: "asked", forecast: { before: 1, after: 2, apart: 1 } });
  expect(await back(1)).toEqual({ outcome: "already-asked" });
  expect(await approve(team)).toEqual({ outcome: "published", version: 1, alone: false });
  expect(await countsOf(team)).toEqual({ inForce: 1, signatures: 2, earlier: 1 });
  expect((await readEditedPetition(db, team.campaign.id)).draft).toMatchObject(draft);
});

test("what was edited, dropped or withdrawn after it was asked for is approved by nobody", async () => {
  const team = await aTeam();
  const publicIdOf = (asked: Awaited<ReturnType<typeof ask>>) =>
    asked.outcome === "asked" ? asked.publicId : asked.outcome;
  const seen = publicIdOf(await ask(team, second, changed));
  await savePetition(db, { ...team.on, version: 1, words: { ...second, body: "Much, much more." } });
  expect(await approve(team)).toEqual({ outcome: "not-waiting" });
  await publishPetition(db, { ...team.on, version: 2, meaning: changed });
  expect(await approvePetition(db, { ...team.other, publicId: seen })).toEqual({ outcome: "not-waiting" });
  await dropPetition(db, { ...team.on, version: 2 });
  expect(await approve(team)).toEqual({ outcome: "not-waiting" });
  await ask(team, second, changed);
  expect(await withdrawPetition(db, team.other)).toEqual({ outcome: "withdrawn" });
  expect(await withdrawPetition(db, team.other)).toEqual({ outcome: "not-waiting" });
  expect(await approve(team)).toEqual({ outcome: "not-waiting" });
  expect((await readEditedPetition(db, team.campaign.id)).draft).toMatchObject(second);

  await publishPetition(db, { ...team.on, version: 1, meaning: changed });
  await approve(team);
  await returnPetition(db, { ...team.on, version: 1 });
  expect(await ask(team, { ...second, body: "Much more, spelled well." }, same)).toEnd("already-asked");
  await withdrawPetition(db, team.on);
  expect(await countsOf(team)).toEqual({ inForce: 2, signatures: 0, earlier: 1 });
  const ends = await rowsIn(db, petitionProposals, { campaignId: team.campaign.id });
  expect(ends.filter(({ approvedAt }) => approvedAt).length).toBe(1);
  expect(ends.filter(({ withdrawnAt }) => withdrawnAt).length).toBe(4);
});

test("a text said to mean the same also waits for a second person, who reads both", async () => {
  const team = await aTeam({ signers: 3 });
  const opposite = { summary: "We ask for no sample.", body: "We, the undersigned, ask for no sample." };
  expect(await ask(team, opposite, { is: "same", note: "A comma." })).toMatchObject({
    outcome: "asked",
    forecast: { before: 3, after: 3, apart: 0 },
  });
  expect((await findCampaign(db, team.campaign.slug))?.petition).toMatchObject({ version: 1 });
  expect((await readCase(db, team.campaign.id)).corrections).toEqual([]);
  expect(await waitingFor(team, team.other)).toMatchObject([{ kind: "petition" }]);
  expect(await readProposal(db, team.campaign.id)).toMatchObject({ note: "A comma." });
  expect(await approve(team, team.on)).toEqual({ outcome: "own" });
  expect(await approve(team)).toEqual({ outcome: "published", version: 2, alone: false });
  expect((await findCampaign(db, team.campaign.slug))?.petition).toMatchObject({
    version: 2,
    ...opposite,
    sameMeaningAs: 1,
    note: "A comma.",
    earlierSigners: null,
  });
  expect((await readCase(db, team.campaign.id)).corrections).toMatchObject([{ text: "A comma." }]);
  expect(await countsOf(team)).toEqual({ inForce: 2, signatures: 3, earlier: 0 });

  expect(await returnPetition(db, { ...team.other, version: 1 })).toMatchObject({
    outcome: "asked",
    forecast: { before: 3, after: 3, apart: 0 },
  });
  expect(await approve(team, team.on)).toEqual({ outcome: "published", version: 1, alone: false });
  expect(await countsOf(team)).toEqual({ inForce: 1, signatures: 3, earlier: 0 });
  const log = await rowsIn(db, auditEntries, { campaignId: team.campaign.id });
  const entries = log.filter(({ action }) => action.startsWith("petition-"));
  expect(entries.map(({ action, detail }) => [action, (detail as { meaning?: string }).meaning])).toEqual([
    ["petition-asked", "same"],
    ["petition-approved", "same"],
    ["petition-asked", "same"],
    ["petition-approved", "same"],
  ]);
});

test("before anybody has signed, a text is published without an approval", async () => {
  const team = await aTeam({ signers: 0, alone: true });
  expect(await ask(team, second, { is: "changed", earlier: null })).toEqual({
    outcome: "published",
    version: 2,
  });
  const third = { summary: "We ask for even more.", body: "Even more." };
  expect(await ask(team, third, same)).toEqual({ outcome: "published", version: 3 });
});

test("earlier signers are told in the words of who asked, once that is approved as well", async () => {
  const team = await aTeam();
  await put(team, second, { ...changed, tell: "It asks for more." });
  expect(await listNotices(db, team.campaign.id)).toMatchObject([
    { version: 2, state: "waiting", askedById: team.on.actor.slice("organizer:".length) },
  ]);
});

test("a republished text is its earlier version, with the people who signed it", async () => {
  const team = await aTeam({ signers: 2 });
  await put(team, second, changed);
  expect(await countsOf(team)).toEqual({ inForce: 2, signatures: 0, earlier: 2 });
  await aStoredSignature(db, team.campaign, { petitionVersion: 2 });

  expect(await put(team, first, changed)).toMatchObject({ outcome: "published", version: 1 });
  expect(await countsOf(team)).toEqual({ inForce: 1, signatures: 2, earlier: 1 });
  const petition = (await findCampaign(db, team.campaign.slug))?.petition;
  expect(petition).toMatchObject({ version: 1, inForceAgainAt: expect.any(Date) });
  expect(await listPetitions(db, team.campaign.id)).toHaveLength(2);

  expect(await put(team, second, changed)).toMatchObject({ outcome: "published", version: 2 });
  expect(await countsOf(team)).toEqual({ inForce: 2, signatures: 1, earlier: 2 });
  const third = { summary: "We ask for much more.", body: "Very much more." };
  expect(await put(team, third, changed)).toMatchObject({ outcome: "published", version: 3 });
  expect(await countsOf(team)).toEqual({ inForce: 3, signatures: 0, earlier: 3 });
});

test("what a known text means is not for anybody to say", async () => {
  const team = await aTeam();
  const spaced = { ...first, body: `${first.body.replace(", ask", ",\nask")}  ` };
  expect(await put(team, spaced, changed)).toEqual({ outcome: "means-the-same", like: 1 });
  const publishSame = async () => {
    await publishPetition(db, { ...team.on, version: 1, meaning: same });
    return approve(team);
  };
  expect(await publishSame()).toMatchObject({ version: 2 });
  expect(await countsOf(team)).toEqual({ inForce: 2, signatures: 1, earlier: 0 });

  await put(team, second, changed);
  const summed = { ...second, summary: "We ask for much more." };
  expect(await put(team, summed, changed)).toEqual({ outcome: "means-the-same", like: 3 });
  expect(await publishSame()).toMatchObject({ version: 4 });
  expect(await put(team, first, same)).toEqual({ outcome: "means-another", like: 1 });
  await publishPetition(db, { ...team.on, version: 1, meaning: changed });
  expect(await approve(team)).toMatchObject({ version: 1 });
  expect(await countsOf(team)).toEqual({ inForce: 1, signatures: 1, earlier: 0 });
  const meanings = await db
    .select({ version: petitionVersions.version, sameAs: petitionVersions.sameMeaningAs })
    .from(petitionVersions)
    .where(eq(petitionVersions.campaignId, team.campaign.id))
    .orderBy(petitionVersions.version);
  expect(meanings.map(({ sameAs }) => sameAs)).toEqual([null, 1, null, 3]);
});
