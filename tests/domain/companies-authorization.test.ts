import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { closeCampaign } from "#app/domain/campaign/closing/close-campaign.server.ts";
import { approveCompanies } from "#app/domain/campaign/company/approve-companies.server.ts";
import { changeCompanies } from "#app/domain/campaign/company/change-companies.server.ts";
import { listCompaniesOf } from "#app/domain/campaign/company/find-company.server.ts";
import { digestParts } from "#app/domain/entries/entry-digest.server.ts";
import { confirmSignature } from "#app/domain/entries/signatures/confirm-signature.server.ts";
import { confirmTogether } from "#app/domain/entries/signatures/confirm-together.server.ts";
import { findSignature } from "#app/domain/entries/signatures/queries.server.ts";
import { agreedOnceConfirmed, signatureParts } from "#app/domain/entries/signatures/signature-parts.ts";
import { readAgreed } from "#app/domain/supporters/queries.server.ts";
import { listWaitingApprovals } from "#app/domain/team/list-waiting.server.ts";
import { changeConsents } from "#app/domain/upkeep/own-data/change-own-data.server.ts";
import { signatures, supporters } from "#db/schema/index.ts";
import { aCampaign, aSignatureInput, testKeys as keys } from "#tests/support/builders.ts";
import { aSecondCompany } from "#tests/support/companies.ts";
import { aDatabase } from "#tests/support/database.ts";
import { anOrganizer, asRole } from "#tests/support/organizers.ts";
import { sign } from "#tests/support/sign.ts";

const db = await aDatabase();
const failed: unknown[] = [];
const together = { keys, onFailure: (error: unknown) => failed.push(error) };

type Campaign = Awaited<ReturnType<typeof aCampaign>>;
const operator = ({ id }: Campaign) => ({ campaignId: id, organizerId: null });
const remove = (campaign: Campaign, slug: string) =>
  changeCompanies(db, { scope: operator(campaign), change: { remove: slug }, approveAlone: true });
const freeze = ({ id }: Campaign) =>
  db.execute(sql`update campaigns set frozen_at = now(), frozen_by = 'operator' where id = ${id}`);

async function signedFor(campaign: Campaign, to: string, companyIds: number[]) {
  const input = aSignatureInput(campaign, { to, companyIds, consents: ["sign", "deliver_to_company"] });
  await sign(db, input, new Date());
  const [row] = await db
    .select({ publicId: signatures.publicId, supporterId: signatures.supporterId })
    .from(signatures)
    .innerJoin(supporters, eq(supporters.id, signatures.supporterId))
    .where(eq(supporters.email, to));
  if (!row) throw new Error("nobody signed");
  return row;
}

async function pageOf(publicId: string) {
  const signature = await findSignature(db, publicId);
  if (!signature) throw new Error("nobody signed");
  const inForce = await readAgreed(db, signature.supporterId, signature.campaignId);
  return { digest: digestParts(signatureParts(signature, agreedOnceConfirmed(inForce, signature))) };
}

const ways = {
  alone: confirmSignature.bind(null, db, keys),
  together: async (publicId: string) => confirmTogether(db, together, publicId, await pageOf(publicId)),
};

test.each(Object.entries(ways))(
  "no name goes to a company that was removed while its form was on the way, confirmed %s",
  async (way, confirm) => {
    const campaign = await aCampaign(db);
    const second = await aSecondCompany(db, campaign);
    expect(await remove(campaign, second.slug)).toEqual({ outcome: "changed" });
    const ids = [campaign.targetId, second.id];
    const signature = await signedFor(campaign, `${way}@example.org`, ids);
    expect(await confirm(signature.publicId)).toMatchObject({ outcome: "confirmed" });
    expect((await readAgreed(db, signature.supporterId, campaign.id)).nameTo).toEqual([campaign.targetId]);
    expect(failed).toEqual([]);
  },
);

test("a page of own data that was open when a company was removed gives it no name", async () => {
  const campaign = await aCampaign(db);
  const second = await aSecondCompany(db, campaign);
  const { publicId, supporterId } = await signedFor(campaign, "own@example.org", [campaign.targetId]);
  await confirmSignature(db, keys, publicId);
  expect(await remove(campaign, second.slug)).toEqual({ outcome: "changed" });
  const nameTo = [campaign.targetId, second.id];
  await changeConsents(db, { supporterId, publicId, updates: false, nameTo, locale: "en" });
  expect((await readAgreed(db, supporterId, campaign.id)).nameTo).toEqual([campaign.targetId]);
});

test("the operator changes no companies of a frozen open campaign alone", async () => {
  const campaign = await aCampaign(db);
  const second = await aSecondCompany(db, campaign);
  await freeze(campaign);
  expect(await remove(campaign, second.slug)).toEqual({ outcome: "frozen" });
  expect(await listCompaniesOf(db, campaign.id)).toHaveLength(2);
  const scope = operator(campaign);
  expect(await changeCompanies(db, { scope, change: { remove: second.slug } })).toEqual({ outcome: "asked" });
  expect(await approveCompanies(db, { scope, alone: true })).toEqual({ outcome: "frozen" });
});

test("a change of companies waits for entries in the order in which these lock companies", async () => {
  const campaign = await aCampaign(db);
  const second = await aSecondCompany(db, campaign);
  const scope = operator(campaign);
  const own = (await listCompaniesOf(db, campaign.id))[0]?.slug ?? "";
  // The one with the higher id is the first.
  const first = { order: [second.slug, own] };
  expect(await changeCompanies(db, { scope, change: first, approveAlone: true })).toEqual({
    outcome: "changed",
  });
  const lock = (id: number) => sql`select from campaign_companies
    where campaign_id = ${campaign.id} and company_id = ${id} for key share`;
  let change: Promise<unknown> | undefined;
  await db.transaction(async (tx) => {
    await tx.execute(lock(campaign.targetId));
    change = changeCompanies(db, { scope, change: { order: [own, second.slug] }, approveAlone: true });
    change.catch(() => {});
    // Not in the transaction: within one, connections opened since its first look are not listed.
    const waits = sql`select from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`;
    await expect.poll(async () => (await db.execute(waits)).length).toBeGreaterThan(0);
    await tx.execute(lock(second.id));
  });
  expect(await change).toEqual({ outcome: "changed" });
});

test("a change of companies that waits while its campaign is closed asks nobody to approve it", async () => {
  const campaign = await aCampaign(db);
  const second = await aSecondCompany(db, campaign);
  const owner = await anOrganizer(db, { campaign, role: "owner" });
  const asked = await changeCompanies(db, { scope: operator(campaign), change: { remove: second.slug } });
  expect(asked).toEqual({ outcome: "asked" });
  const who = { campaign: { ...campaign, ...asRole("owner") }, organizerId: owner.id };
  expect(await listWaitingApprovals(db, who)).toMatchObject([{ kind: "companies" }]);
  await closeCampaign(db, { campaignSlug: campaign.slug, months: 12, actor: "operator", dryRun: false });
  expect(await listWaitingApprovals(db, who)).toEqual([]);
});
