import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { listCounterDrift } from "#app/domain/campaigns/check-counters.server.ts";
import { listCampaigns } from "#app/domain/campaigns/list-campaigns.server.ts";
import { publishPetition } from "#app/domain/campaigns/publish-petition.server.ts";
import { findCampaign, listPetitions, readCounts } from "#app/domain/campaigns/queries.server.ts";
import { readEditedPetition } from "#app/domain/campaigns/read-edit.server.ts";
import { savePetition } from "#app/domain/campaigns/save-petition.server.ts";
import { petitionVersions } from "#db/schema/index.ts";
import { aCampaign } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { anOrganizer } from "#tests/support/organizers.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";

const db = await aDatabase();
const first = { summary: "We ask for a sample.", body: "We, the undersigned, ask for a sample." };
const second = { summary: "We ask more.", body: "Much more." };
const changed = { is: "changed", earlier: "apart" } as const;
const same = { is: "same", note: "A word was misspelled." } as const;

async function aTeam() {
  const campaign = await aCampaign(db);
  const { id } = await anOrganizer(db, { campaign, role: "owner" });
  const on = { campaignId: campaign.id, actor: `organizer:${id}` as const };
  return { campaign, on };
}
type Team = Awaited<ReturnType<typeof aTeam>>;
type Meaning = Parameters<typeof publishPetition>[1]["meaning"];

async function put({ on }: Team, words: typeof first, meaning: Meaning) {
  await savePetition(db, { ...on, version: 0, words });
  return publishPetition(db, { ...on, version: 1, meaning });
}

/** What every page and command counts: each has to say the same. */
async function countsOf({ campaign }: Team) {
  const { signatures, earlier } = await readCounts(db, campaign.id);
  const { inForce, versions } = await readEditedPetition(db, campaign.id);
  const listed = (await listCampaigns(db)).find(({ id }) => id === campaign.id);
  expect(listed?.signatures).toBe(signatures);
  expect(versions.reduce((sum, one) => sum + one.signatures, 0)).toBe(signatures + earlier);
  expect((await listCounterDrift(db)).filter((one) => one.campaign === campaign.slug)).toEqual([]);
  return { inForce: inForce?.version, signatures, earlier };
}

test("a text that is published again is the version it was, with the people who signed it", async () => {
  const team = await aTeam();
  for (const _ of [1, 2]) await aStoredSignature(db, team.campaign);
  await put(team, second, changed);
  expect(await countsOf(team)).toEqual({ inForce: 2, signatures: 0, earlier: 2 });
  await aStoredSignature(db, team.campaign, { petitionVersion: 2 });

  expect(await put(team, first, changed)).toEqual({ outcome: "published", version: 1 });
  expect(await countsOf(team)).toEqual({ inForce: 1, signatures: 2, earlier: 1 });
  const petition = (await findCampaign(db, team.campaign.slug))?.petition;
  expect(petition).toMatchObject({ version: 1, inForceAgainAt: expect.any(Date) });
  expect(await listPetitions(db, team.campaign.id)).toHaveLength(2);

  expect(await put(team, second, changed)).toEqual({ outcome: "published", version: 2 });
  expect(await countsOf(team)).toEqual({ inForce: 2, signatures: 1, earlier: 2 });
  const third = { summary: "We ask for much more.", body: "Very much more." };
  expect(await put(team, third, changed)).toEqual({ outcome: "published", version: 3 });
  expect(await countsOf(team)).toEqual({ inForce: 3, signatures: 0, earlier: 3 });
});

test("what a known text means is not for anybody to say", async () => {
  const team = await aTeam();
  await aStoredSignature(db, team.campaign);
  const spaced = { ...first, body: `${first.body.replace(", ask", ",\nask")}  ` };
  expect(await put(team, spaced, changed)).toEqual({ outcome: "means-the-same", like: 1 });
  expect(await publishPetition(db, { ...team.on, version: 1, meaning: same })).toMatchObject({ version: 2 });
  expect(await countsOf(team)).toEqual({ inForce: 2, signatures: 1, earlier: 0 });

  await put(team, second, changed);
  const summed = { ...second, summary: "We ask for much more." };
  expect(await put(team, summed, changed)).toEqual({ outcome: "means-the-same", like: 3 });
  expect(await publishPetition(db, { ...team.on, version: 1, meaning: same })).toMatchObject({ version: 4 });
  expect(await put(team, first, same)).toEqual({ outcome: "means-another", like: 1 });
  expect(await publishPetition(db, { ...team.on, version: 1, meaning: changed })).toMatchObject({
    version: 1,
  });
  expect(await countsOf(team)).toEqual({ inForce: 1, signatures: 1, earlier: 0 });
  const meanings = await db
    .select({ version: petitionVersions.version, sameAs: petitionVersions.sameMeaningAs })
    .from(petitionVersions)
    .where(eq(petitionVersions.campaignId, team.campaign.id))
    .orderBy(petitionVersions.version);
  expect(meanings.map(({ sameAs }) => sameAs)).toEqual([null, 1, null, 3]);
});
