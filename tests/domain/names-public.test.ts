// Who is named on the public lists of signers and holders, and in the totals.
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { hidePledge } from "#app/domain/entries/pledges/change-own-pledge.server.ts";
import type { PledgeAnswers } from "#app/domain/entries/pledges/pledge.ts";
import { publishTotals } from "#app/domain/entries/pledges/totals/publish-totals.server.ts";
import { readPublishedTotals } from "#app/domain/entries/pledges/totals/read-published.server.ts";
import { withdrawPledge } from "#app/domain/entries/pledges/withdraw-pledge.server.ts";
import { confirmSignature } from "#app/domain/entries/signatures/confirm-signature.server.ts";
import { consentTextVersion } from "#app/domain/entries/signatures/signature.ts";
import { withdrawSignature } from "#app/domain/entries/signatures/withdraw-signature.server.ts";
import { listNamedHolders } from "#app/domain/names/list-named-holders.server.ts";
import { listSigners, namesPerPage } from "#app/domain/names/list-signers.server.ts";
import { screenNewNames } from "#app/domain/names/screen-new-names.server.ts";
import { changeDisplay } from "#app/domain/upkeep/own-data/change-own-data.server.ts";
import { consents, nameReviews, signatures, supporters, watchedNames } from "#db/schema/index.ts";
import {
  aCampaign,
  aSignatureInput,
  changeRows,
  testKeys as keys,
  storeRow,
} from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aHolder, pledgeAnswers } from "#tests/support/holders.ts";
import { aMeeting, nextYear } from "#tests/support/pledges.ts";
import { sign, signatureOf } from "#tests/support/sign.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";

const db = await aDatabase();
type Campaign = Awaited<ReturnType<typeof aCampaign>>;

/** Somebody who signs by today's form and confirms. */
async function aSigner(campaign: Campaign, values: Parameters<typeof aSignatureInput>[1] = {}) {
  const display = values.display ?? "public";
  const agreed = display === "anonymous" ? (["sign"] as const) : (["sign", "public_name"] as const);
  const input = aSignatureInput(campaign, { display, consents: agreed, ...values });
  await sign(db, input);
  const { signature: row } = await signatureOf(db, input.email.address);
  await confirmSignature(db, keys, row.publicId);
  return { ...row, locale: "en" };
}

const listed = async (campaign: Campaign) =>
  (await listSigners(db, campaign.id))?.names.map(({ name, country }) => `${name}, ${country}`);

test("a signer who chose to be shown on the list is on it once their name was screened", async () => {
  const campaign = await aCampaign(db);
  expect(await listed(campaign)).toEqual([]);
  await aSigner(campaign, { name: "Maren Lindqvist", country: "SE" });
  await aSigner(campaign, { name: "Teo Marchetti", country: "IT", display: "initials" });
  await aSigner(campaign, { name: "Counted Alone", display: "anonymous" });
  expect(await listed(campaign)).toEqual([]);
  await screenNewNames(db);
  expect(await listed(campaign)).toEqual(["T. M., IT", "Maren Lindqvist, SE"]);
  expect(await listed(await aCampaign(db))).toEqual([]);
});

test("who chose to be shown under a text that spoke of no list is not on it", async () => {
  const campaign = await aCampaign(db);
  for (const textVersion of ["2026-11", "2026-12"]) {
    const agreed = { display: "public", consents: ["sign", "public_name"], textVersion } as const;
    await aStoredSignature(db, campaign, { ...agreed, name: `Of ${textVersion}` });
  }
  // A consent to today's text given with a pledge or a letter does not add them to the list of signers.
  const pledged = { display: "public", consents: ["sign", "public_name"] } as const;
  await aStoredSignature(db, campaign, { ...pledged, textVersion: consentTextVersion, name: "Of a pledge" });
  await screenNewNames(db);
  expect(await listed(campaign)).toEqual([]);
});

test("confirming the choice under today's text lists a signer; saving alone does not", async () => {
  const campaign = await aCampaign(db);
  const { signature, supporter } = await aStoredSignature(db, campaign, {
    display: "public",
    consents: ["sign", "public_name"],
    textVersion: "2026-12",
    name: "Maren Lindqvist",
  });
  const owned = { supporterId: supporter.id, publicId: signature.publicId, locale: "en" };
  await changeDisplay(db, { ...owned, display: "public" });
  await screenNewNames(db);
  expect(await listed(campaign)).toEqual([]);
  await changeDisplay(db, { ...owned, display: "initials" });
  await screenNewNames(db);
  expect(await listed(campaign)).toEqual(["M. L., US"]);
  const given = await db
    .select({ version: consents.textVersion, isOver: sql<boolean>`${consents.revokedAt} is not null` })
    .from(consents)
    .where(sql`${consents.supporterId} = ${supporter.id} and ${consents.purpose} = 'public_name'`)
    .orderBy(consents.id);
  expect(given).toEqual([
    { version: "2026-12", isOver: true },
    { version: consentTextVersion, isOver: false },
  ]);
});

test("a hidden, revoked, withdrawn, invalid, held or erased name leaves the list", async () => {
  const campaign = await aCampaign(db);
  const leave: Record<string, (person: Awaited<ReturnType<typeof aSigner>>) => Promise<unknown>> = {
    hidden: (person) => changeDisplay(db, { ...person, display: "anonymous" }),
    withdrawn: (person) => withdrawSignature(db, person),
    invalidated: ({ id }) =>
      changeRows(db, signatures, id, { state: "invalidated", invalidatedAt: new Date() }),
    "held back": ({ id }) => db.update(signatures).set({ state: "quarantined" }).where(eq(signatures.id, id)),
    "taken back": ({ supporterId }) =>
      db.execute(sql`update consents set revoked_at = now() + interval '1 minute'
        where supporter_id = ${supporterId} and purpose = 'public_name'`),
    erased: ({ supporterId }) => db.delete(supporters).where(eq(supporters.id, supporterId)),
    "hidden by an organizer": ({ id }) =>
      storeRow(db, nameReviews, {
        signatureId: id,
        campaignId: campaign.id,
        reasons: ["slogan"],
        nameSha256: Buffer.alloc(32),
        state: "hidden",
        decidedAt: new Date(),
      }),
    renamed: ({ supporterId }) =>
      db.update(supporters).set({ name: "Nobody Has Screened" }).where(eq(supporters.id, supporterId)),
  };
  for (const [how, act] of Object.entries(leave)) {
    const person = await aSigner(campaign, { name: "Maren Lindqvist" });
    await screenNewNames(db);
    expect(await listed(campaign), how).toEqual(["Maren Lindqvist, US"]);
    await act(person);
    expect(await listed(campaign), how).toEqual([]);
    await db.delete(supporters).where(eq(supporters.id, person.supporterId));
  }
});

test("the list pages from any name, even one that left it since", async () => {
  const campaign = await aCampaign(db);
  const all = namesPerPage + 30;
  for (let n = 0; n < all; n++)
    await aStoredSignature(db, campaign, {
      name: `Signer ${String.fromCharCode(65 + (n % 26))}`,
      display: "public",
      listed: true,
      consents: ["sign", "public_name"],
      textVersion: consentTextVersion,
    });
  await db.execute(sql`delete from names_awaiting_review`);
  const first = await listSigners(db, campaign.id);
  expect(first?.names).toHaveLength(namesPerPage);
  const last = await listSigners(db, campaign.id, first?.older);
  expect([last?.names.length, last?.older]).toEqual([30, null]);
  const ids = [...(first?.names ?? []), ...(last?.names ?? [])].map(({ publicId }) => publicId);
  expect(new Set(ids).size).toBe(all);
  await changeRows(db, signatures, { publicId: first?.older ?? "" }, { display: "anonymous" });
  expect(await listSigners(db, campaign.id, first?.older)).toEqual(last);
  const another = await aCampaign(db);
  expect(await listSigners(db, another.id, first?.older)).toBeNull();
  for (const bad of ["", "1", "' or true", "00000000-0000-4000-8000-000000000000"])
    expect(await listSigners(db, campaign.id, bad), bad).toBeNull();
});

async function aMeetingScene() {
  const campaign = await aCampaign(db);
  const meeting = await aMeeting(db, campaign, nextYear);
  const of = { campaignId: campaign.id, meetingId: meeting.id };
  const holder = (values: Partial<PledgeAnswers> & { name?: string; country?: string } = {}) => {
    const { name = "Teo Marchetti", country = "IT", ...says } = values;
    const isPublic = (says.display ?? "anonymous") !== "anonymous";
    return aHolder(
      db,
      { campaign, meeting },
      {
        name,
        country,
        answers: pledgeAnswers(says),
        consents: isPublic ? ["pledge", "public_name"] : ["pledge"],
      },
    );
  };
  const named = async () =>
    (await listNamedHolders(db, of))?.names.map(({ name, country }) => `${name}, ${country}`);
  return { campaign, of, holder, named };
}

test("holders who chose it are named with country, until they hide or withdraw", async () => {
  const { holder, named, of } = await aMeetingScene();
  await db.insert(watchedNames).values({ campaignId: of.campaignId, name: "watched name" });
  const one = await holder({ display: "public", name: "Maren Lindqvist", country: "SE" });
  const two = await holder({ display: "initials" });
  await holder();
  await holder({ display: "public", name: "Watched Name" });
  await holder({ display: "public", name: "www.buy-now.example" });
  expect(await named()).toEqual(["T. M., IT", "Maren Lindqvist, SE"]);
  expect(Object.keys((await listNamedHolders(db, of))?.names[0] ?? {}).sort()).toEqual([
    "country",
    "name",
    "publicId",
  ]);
  await hidePledge(db, { supporterId: two.pledge.supporterId, publicId: two.pledge.publicId, locale: "en" });
  expect(await named()).toEqual(["Maren Lindqvist, SE"]);
  await withdrawPledge(db, keys, { supporterId: one.pledge.supporterId, publicId: one.pledge.publicId });
  expect(await named()).toEqual([]);
  expect(await listNamedHolders(db, of, "00000000-0000-4000-8000-000000000000")).toBeNull();
});

test("unanimous totals are hidden once one of their holders is named", async () => {
  const { holder, of } = await aMeetingScene();
  const says = { intentions: [{ item: null, intention: "for" as const }], holdingForm: "broker" as const };
  for (let n = 0; n < 5; n++) await holder(says);
  await publishTotals(db, keys);
  const before = await readPublishedTotals(db, of);
  expect([before?.general.for?.holders, before?.byHolding.broker?.holders]).toEqual([5, 5]);

  for (let n = 0; n < 5; n++) await holder({ ...says, display: n === 0 ? "public" : "anonymous" });
  await publishTotals(db, keys);
  const named = await readPublishedTotals(db, of);
  expect(named?.all?.holders).toBe(10);
  expect([named?.general, named?.byHolding]).toEqual([{}, {}]);

  for (let n = 0; n < 5; n++)
    await holder({ intentions: [{ item: null, intention: "against" }], holdingForm: "registered" });
  await publishTotals(db, keys);
  const apart = await readPublishedTotals(db, of);
  expect([apart?.general.for?.holders, apart?.byHolding.broker?.holders]).toEqual([10, 10]);
});
