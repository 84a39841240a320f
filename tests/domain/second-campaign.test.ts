import { Writable } from "node:stream";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { findCampaignOf, listCampaignsOf } from "#app/domain/access/queries.server.ts";
import { saveClaim } from "#app/domain/campaign/claims/save-claim.server.ts";
import { listOtherCampaigns } from "#app/domain/campaign/list-campaigns.server.ts";
import { findPledgeMeeting } from "#app/domain/campaign/meetings/queries.server.ts";
import { createCampaign } from "#app/domain/campaign/opening/create-campaign.server.ts";
import { openCampaign } from "#app/domain/campaign/opening/open-campaign.server.ts";
import { publishPetition } from "#app/domain/campaign/petition/publish-petition.server.ts";
import { findCampaign, readCase, readCounts } from "#app/domain/campaign/queries.server.ts";
import {
  findEditedClaim,
  listEditedClaims,
  readEditedPetition,
  readEditedWords,
} from "#app/domain/campaign/read-edit.server.ts";
import { wholeLetterList } from "#app/domain/entries/letters/list/letter-list.ts";
import { countLetters, listLetters } from "#app/domain/entries/letters/list/list-letters.server.ts";
import { countPledgesInForce } from "#app/domain/entries/pledges/list/list-pledges.server.ts";
import { countSignatures, listSignatures } from "#app/domain/entries/signatures/list-signatures.server.ts";
import { withdrawSignature } from "#app/domain/entries/signatures/withdraw-signature.server.ts";
import { listDispatches } from "#app/domain/outgoing/dispatches/queries.server.ts";
import { createExport } from "#app/domain/outgoing/exports/create-export.server.ts";
import { exportSignatures } from "#app/domain/outgoing/exports/making/export-as-operator.server.ts";
import { wholeList } from "#app/domain/outgoing/exports/presets.ts";
import { askForPack } from "#app/domain/outgoing/packs/ask-or-discard-pack.server.ts";
import { listPacks } from "#app/domain/outgoing/packs/list-packs.server.ts";
import { countPack } from "#app/domain/outgoing/packs/making/count-pack.server.ts";
import { everyone } from "#app/domain/outgoing/updates/audience/audience.ts";
import { audienceQuery } from "#app/domain/outgoing/updates/audience/audience-query.server.ts";
import { countUpdates, findUpdate, listUpdates } from "#app/domain/outgoing/updates/queries.server.ts";
import { claims, letterRecipients } from "#db/schema/index.ts";
import { aCampaign, aSignatureInput, organization, storeRow, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aLetter, aRecipient } from "#tests/support/letters.ts";
import { anOrganizer } from "#tests/support/organizers.ts";
import { aMeeting, nextYear } from "#tests/support/pledges.ts";
import { aPledgeWithHolding } from "#tests/support/pledges-with-holdings.ts";
import { sign } from "#tests/support/sign.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";
import { anUpdate } from "#tests/support/updates.ts";

const db = await aDatabase();

let made = 0;
const aSlug = () => `second-${++made}-${Date.now() % 100_000}`;

/** A campaign with people of every kind, and an owner. */
async function aFullCampaign() {
  const campaign = await aCampaign(db, organization);
  const owner = await anOrganizer(db, { campaign, role: "owner" });
  const meeting = await aMeeting(db, campaign, nextYear);
  const person = await aStoredSignature(db, campaign, {
    name: "Secret Signer",
    consents: ["sign", "updates", "deliver_to_company"],
  });
  await aLetter(db, campaign, { name: "Secret Writer" });
  await aPledgeWithHolding(db, { campaign, meeting });
  await aRecipient(db, campaign);
  const update = await anUpdate(db, campaign, { subject: "Secret subject" });
  const actor = `organizer:${owner.id}` as const;
  const claim = await storeRow(db, claims, {
    campaignId: campaign.id,
    position: 7,
    section: "reported",
    kind: "opinion",
    text: "A statement.",
    attribution: "This campaign",
    published: true,
    timeline: [{ happenedOn: "2026-01-02", precision: "day", label: "It happened" }],
  });
  await askForPack(db, { campaignId: campaign.id, actor });
  return { campaign, owner, actor, person, update, meeting, claimId: claim.id };
}

async function aPair() {
  const first = await aFullCampaign();
  const slug = aSlug();
  const created = await createCampaign(db, {
    from: first.campaign.slug,
    slug,
    name: "The second",
    actor: first.actor,
  });
  if (created.outcome !== "created") throw new Error(created.outcome);
  return { first, second: { id: created.id, slug } };
}

test("a second campaign begins as a private draft with the first one's words", async () => {
  const { first, second } = await aPair();
  expect(await findCampaign(db, second.slug)).toBeNull();
  const edited = await readEditedWords(db, second.id);
  expect(edited?.live).toMatchObject({ title: "The second", goalSteps: [100, 1000], languages: ["en"] });
  const [copy, ...rest] = await listEditedClaims(db, second.id);
  expect([rest, copy?.position, copy?.published, copy?.wasPublished, copy?.live.text]).toEqual([
    [],
    1,
    false,
    false,
    "A statement.",
  ]);
  expect(copy?.live.timeline).toMatchObject([{ label: "It happened" }]);
  // The first campaign's method is not the second's.
  expect(edited?.live.method).toBeNull();
  expect((await readEditedPetition(db, second.id)).draft?.body).toBe(
    "We, the undersigned, ask for a sample.",
  );
  expect(await db.$count(letterRecipients, sql`campaign_id = ${second.id}`)).toBe(0);

  // An edit of one does not change the other.
  const { owner, actor, claimId } = first;
  const words = { ...(copy?.live as NonNullable<typeof copy>["live"]), text: "Its own words." };
  const on = { campaignId: second.id, actor };
  expect(await saveClaim(db, { ...on, id: copy?.id ?? 0, version: 1, words })).toMatchObject({ version: 2 });
  expect((await readCase(db, first.campaign.id)).claims.map(({ text }) => text)).toEqual(["A statement."]);
  expect(await saveClaim(db, { ...on, id: claimId, version: 1, words })).toEqual({ outcome: "gone" });
  expect(await findEditedClaim(db, second.id, claimId)).toBeNull();
  expect((await listCampaignsOf(db, owner.id)).map(({ slug, role }) => [slug, role]).sort()).toEqual(
    [first.campaign.slug, second.slug].sort().map((slug) => [slug, "owner"]),
  );
});

test("it opens once its petition is published and its addresses are given", async () => {
  const { first, second } = await aPair();
  const on = { campaignId: second.id, actor: first.actor };
  expect(await openCampaign(db, on, { localMode: false })).toEqual({ outcome: "no-petition" });
  const meaning = { is: "changed", earlier: null } as const;
  expect(await publishPetition(db, { ...on, version: 1, meaning })).toMatchObject({ version: 1 });
  await db.execute(sql`update campaigns set operator = null where id = ${second.id}`);
  expect(await openCampaign(db, on, { localMode: false })).toEqual({ outcome: "missing-organization" });
  await db.execute(sql`update campaigns set operator = 'Sample' where id = ${second.id}`);
  expect(await openCampaign(db, on, { localMode: false })).toEqual({ outcome: "opened" });
  expect(await openCampaign(db, on, { localMode: false })).toEqual({ outcome: "not-draft" });
  expect((await findCampaign(db, second.slug))?.status).toBe("open");
  expect((await listOtherCampaigns(db, "en")).map(({ slug }) => slug)).toContain(second.slug);
});

test("only who manages a campaign begins another from it, under an address that is free", async () => {
  const { campaign, actor } = await aFullCampaign();
  const writer = await anOrganizer(db, { campaign, role: "organizer" });
  const stranger = await anOrganizer(db, { campaign: await aCampaign(db), role: "owner" });
  const begin = (slug: string, as: `organizer:${string}`) =>
    createCampaign(db, { from: campaign.slug, slug, name: "Another", actor: as });
  for (const { id } of [writer, stranger])
    expect(await begin(aSlug(), `organizer:${id}`)).toEqual({ outcome: "gone" });
  expect(await begin(campaign.slug, actor)).toEqual({ outcome: "slug-taken" });
  const slug = aSlug();
  const ends = await Promise.all([begin(slug, actor), begin(slug, actor)]);
  expect(ends.map(({ outcome }) => outcome).sort()).toEqual(["created", "slug-taken"]);
});

test("an organizer of one campaign has no access to another without an invitation", async () => {
  const { first, second } = await aPair();
  const helper = await anOrganizer(db, { campaign: first.campaign, role: "organizer" });
  expect(await findCampaignOf(db, second.slug, helper.id)).toBeNull();
  const scope = { campaignId: second.id, organizerId: helper.id };
  await aStoredSignature(
    db,
    { id: second.id },
    { petitionVersion: await aFirstText(second.id, first.actor) },
  );
  const everything = { state: null, from: null, to: null };
  expect((await listSignatures(db, scope, everything, null)).signatures).toEqual([]);
  expect(await createExport(db, { ...scope, preset: "full", filter: wholeList })).toBeNull();
  const meaning = { is: "changed", earlier: "apart" } as const;
  const as = { campaignId: second.id, actor: `organizer:${helper.id}` } as const;
  expect(await publishPetition(db, { ...as, version: 1, meaning })).toEqual({ outcome: "gone" });
});

async function aFirstText(campaignId: number, actor: `organizer:${string}`): Promise<number> {
  const meaning = { is: "changed", earlier: null } as const;
  const published = await publishPetition(db, { campaignId, actor, version: 1, meaning });
  if (published.outcome !== "published") throw new Error(published.outcome);
  return published.version;
}

test("no list, count, export, update, letter or pack reveals another campaign", async () => {
  const { first, second } = await aPair();
  const scope = { campaignId: second.id, organizerId: first.owner.id };
  const everything = { state: null, from: null, to: null };
  const audience = everyone;
  const until = new Date(Date.now() + 365 * 86_400_000);
  const readers = await db.execute(
    sql`select s.id ${audienceQuery({ campaignId: second.id, audience, until, notIn: null })}`,
  );
  let exported = "";
  const output = new Writable({
    write: (chunk, _encoding, done) => {
      exported += chunk;
      done();
    },
  });
  await exportSignatures(db, testKeys, { campaignSlug: second.slug, preset: "full" }, output);
  const pack = await countPack(db, { campaignId: second.id });
  const input = {
    counts: await readCounts(db, second.id),
    list: (await listSignatures(db, scope, everything, null)).signatures,
    states: Object.values(await countSignatures(db, scope)).reduce((sum, n) => sum + n, 0),
    pledges: await countPledgesInForce(db, second.id),
    letters: (await listLetters(db, scope, wholeLetterList, null)).letters,
    letterCounts: Object.values(await countLetters(db, second.id)).reduce((sum, n) => sum + n, 0),
    updates: [await countUpdates(db, second.id), await listUpdates(db, second.id)],
    update: await findUpdate(db, second.id, first.update.publicId),
    dispatches: await listDispatches(db, second.id),
    packs: await listPacks(db, scope),
    pack: [pack.signatures, pack.letters],
    readers: readers.length,
    exported: exported.split("\r\n").length - 2,
  };
  expect(input).toEqual({
    counts: { signatures: 0, pending: 0, earlier: 0, imported: 0, onPaper: 0 },
    list: [],
    states: 0,
    pledges: 0,
    letters: [],
    letterCounts: 0,
    updates: [0, []],
    update: null,
    dispatches: [],
    packs: [],
    pack: [0, 0],
    readers: 0,
    exported: 0,
  });
  expect(exported).not.toContain("Secret");
  const again = new Writable({
    write: (chunk, _encoding, done) => {
      exported += chunk;
      done();
    },
  });
  await exportSignatures(db, testKeys, { campaignSlug: first.campaign.slug, preset: "full" }, again);
  expect(exported).toContain("Secret Signer");
  // They share the company, and with it its meeting.
  expect((await findPledgeMeeting(db, second.id))?.id).toBe(first.meeting.id);
});

test("one person signs both, and what they take back of the one stays in the other", async () => {
  const { first, second } = await aPair();
  const petitionVersion = await aFirstText(second.id, first.actor);
  const { email } = first.person.supporter;
  await sign(
    db,
    aSignatureInput({ id: second.id, petitionVersion }, { to: email, consents: ["sign", "updates"] }),
  );
  expect(await readCounts(db, second.id)).toMatchObject({ signatures: 0, pending: 1 });
  expect(await readCounts(db, first.campaign.id)).toMatchObject({ signatures: 1, pending: 0 });
  const { signature } = first.person;
  await withdrawSignature(db, { supporterId: signature.supporterId, publicId: signature.publicId });
  expect(await readCounts(db, first.campaign.id)).toMatchObject({ signatures: 0, pending: 0 });
  expect(await readCounts(db, second.id)).toMatchObject({ signatures: 0, pending: 1 });
});
