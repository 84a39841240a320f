import { and, asc, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { OrganizerRole } from "#app/domain/access/organizer.ts";
import { closeCampaign } from "#app/domain/campaign/closing/close-campaign.server.ts";
import {
  approveCompanies,
  withdrawCompanies,
} from "#app/domain/campaign/company/approve-companies.server.ts";
import {
  type CompaniesChange,
  changeCompanies,
} from "#app/domain/campaign/company/change-companies.server.ts";
import { chooseCompany, listCompanies } from "#app/domain/campaign/company/change-company.server.ts";
import { listCompaniesOf } from "#app/domain/campaign/company/find-company.server.ts";
import { readCompanies } from "#app/domain/campaign/company/read-companies.server.ts";
import { featureMeeting } from "#app/domain/campaign/meetings/meeting-settings.server.ts";
import { findPledgeMeeting } from "#app/domain/campaign/meetings/queries.server.ts";
import { digestParts } from "#app/domain/entries/entry-digest.server.ts";
import {
  writeLetter,
  writeLettersTogether,
} from "#app/domain/entries/letters/writing/write-letter.server.ts";
import { pledge, pledgeTogether } from "#app/domain/entries/pledges/pledge.server.ts";
import { confirmSignature } from "#app/domain/entries/signatures/confirm-signature.server.ts";
import { confirmTogether } from "#app/domain/entries/signatures/confirm-together.server.ts";
import { findSignature } from "#app/domain/entries/signatures/queries.server.ts";
import { agreedOnceConfirmed, signatureParts } from "#app/domain/entries/signatures/signature-parts.ts";
import { askForPack } from "#app/domain/outgoing/packs/ask-or-discard-pack.server.ts";
import { readAgreed } from "#app/domain/supporters/queries.server.ts";
import { listWaitingApprovals } from "#app/domain/team/list-waiting.server.ts";
import { changeConsents } from "#app/domain/upkeep/own-data/change-own-data.server.ts";
import { auditEntries, campaigns, companyProposals, consents, signatures } from "#db/schema/index.ts";
import { aCampaign, aSignatureInput, existing, testKeys as keys, testKeys } from "#tests/support/builders.ts";
import { aSecondCompany, companyValues } from "#tests/support/companies.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aDispatch } from "#tests/support/dispatches.ts";
import { aPledgeInput } from "#tests/support/holders.ts";
import { aLetter, aRecipient } from "#tests/support/letters.ts";
import { anOrganizer, asRole } from "#tests/support/organizers.ts";
import { aMeeting, aPledge, nextYear } from "#tests/support/pledges.ts";
import { sign, signatureOf } from "#tests/support/sign.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";
import { aLetterInput } from "#tests/support/writers.ts";

const db = await aDatabase();

async function aTeam(status: "draft" | "open" | "closed" = "draft", roles: OrganizerRole[] = ["owner"]) {
  const campaign = await aCampaign(db, { status });
  const people = [];
  for (const role of roles) people.push(await anOrganizer(db, { campaign, role }));
  const scopes = people.map(({ id }) => ({ campaignId: campaign.id, organizerId: id }));
  const scope = existing(scopes[0]);
  return { campaign, scope, scopes, people };
}
const operator = (campaign: { id: number }) => ({ campaignId: campaign.id, organizerId: null });
const slugsOf = async (campaign: { id: number }) =>
  (await listCompaniesOf(db, campaign.id)).map(({ slug }) => slug);
const actionsOf = async ({ id }: { id: number }) =>
  (
    await db.select().from(auditEntries).where(eq(auditEntries.campaignId, id)).orderBy(asc(auditEntries.id))
  ).map(({ action, detail }) => [action, detail]);
const add = (name: string): CompaniesChange => ({ addNew: companyValues({ name }), checked: false });

test("who manages a draft adds companies, orders them and removes one", async () => {
  const { campaign, scope } = await aTeam();
  const change = (change: CompaniesChange) => changeCompanies(db, { scope, change });
  const [own = ""] = await slugsOf(campaign);
  expect(await change(add("Aoi"))).toEqual({ outcome: "changed" });
  expect(await change(add("Umi"))).toEqual({ outcome: "changed" });
  expect(await slugsOf(campaign)).toEqual([own, "aoi", "umi"]);

  expect(await change({ order: ["umi", own, "aoi"] })).toEqual({ outcome: "changed" });
  expect(await slugsOf(campaign)).toEqual(["umi", own, "aoi"]);
  const [row] = await db.select().from(campaigns).where(eq(campaigns.id, campaign.id));
  expect(row?.targetId).toBe((await listCompaniesOf(db, campaign.id))[0]?.id);
  expect(await change({ order: ["umi", own, "aoi"] })).toEqual({ outcome: "there" });
  for (const order of [["umi", own], ["umi", own, "aoi", "aoi"], ["umi", "umi", own], []])
    expect(await change({ order })).toEqual({ outcome: "unknown" });

  expect(await change({ remove: "umi" })).toEqual({ outcome: "changed" });
  expect(await slugsOf(campaign)).toEqual([own, "aoi"]);
  expect(await change({ remove: "umi" })).toEqual({ outcome: "unknown" });
  expect(await change({ remove: "aoi" })).toEqual({ outcome: "changed" });
  expect(await change({ remove: own })).toEqual({ outcome: "last" });
  expect((await actionsOf(campaign)).map(([action]) => action)).toEqual(Array(5).fill("companies-changed"));
});

test("a company of others' campaigns, or one that is there, is not added", async () => {
  const { campaign, scope, people } = await aTeam();
  const other = await aCampaign(db);
  const [theirs = ""] = await slugsOf(other);
  const [own = ""] = await slugsOf(campaign);
  const change = (slug: string) => changeCompanies(db, { scope, change: { add: slug } });
  expect(await change(theirs)).toEqual({ outcome: "unknown" });
  expect(await change(own)).toEqual({ outcome: "there" });
  const organizerId = people[0]?.id ?? "";
  await db.execute(sql`
    insert into campaign_organizers (campaign_id, organizer_id, role, rights)
    values (${other.id}, ${organizerId}, 'organizer', ${sql.param(asRole("organizer").rights)})`);
  expect(await change(theirs)).toEqual({ outcome: "changed" });
  expect(await chooseCompany(db, { scope, slug: theirs }), "it is the second already").toEnd("unknown");
});

test("who does not manage the campaign changes nothing", async () => {
  const { campaign, scopes } = await aTeam("draft", ["organizer", "viewer"]);
  const { scope: stranger } = await aTeam();
  for (const scope of [...scopes, { ...stranger, campaignId: campaign.id }])
    expect(await changeCompanies(db, { scope, change: add("No") })).toEqual({ outcome: "gone" });
  expect(await slugsOf(campaign)).toHaveLength(1);
});

test("an open campaign takes another company by the word of two who manage it", async () => {
  const { campaign, scopes, people } = await aTeam("open", ["owner", "owner", "organizer"]);
  const [ada, bea, member] = scopes as [(typeof scopes)[0], (typeof scopes)[0], (typeof scopes)[0]];
  const before = await slugsOf(campaign);
  expect(await changeCompanies(db, { scope: ada, change: add("Kaze") })).toEqual({ outcome: "asked" });
  expect(await slugsOf(campaign)).toEqual(before);
  expect(await changeCompanies(db, { scope: bea, change: add("Kaze") })).toEqual({ outcome: "waiting" });
  const { asked } = await readCompanies(db, campaign.id);
  expect(asked).toMatchObject({ by: { name: people[0]?.name }, companies: [expect.any(String), "Kaze"] });
  const subject = asked?.subject ?? "";
  const who = { campaign: { ...campaign, ...asRole("owner") }, organizerId: bea.organizerId };
  expect(await listWaitingApprovals(db, who)).toMatchObject([
    { kind: "companies", page: `/organize/c/${campaign.slug}/meetings/companies` },
  ]);

  expect(await approveCompanies(db, { scope: ada, subject })).toEqual({ outcome: "own" });
  expect(await approveCompanies(db, { scope: member, subject })).toEqual({ outcome: "gone" });
  const other = "00000000-0000-4000-8000-000000000000";
  expect(await approveCompanies(db, { scope: bea, subject: other })).toEqual({ outcome: "not-waiting" });
  await db.execute(
    sql`update campaigns set frozen_at = now(), frozen_by = 'operator' where id = ${campaign.id}`,
  );
  expect(await approveCompanies(db, { scope: bea, subject })).toEqual({ outcome: "frozen" });
  await db.execute(sql`update campaigns set frozen_at = null, frozen_by = null where id = ${campaign.id}`);
  expect(await approveCompanies(db, { scope: bea, subject })).toEqual({ outcome: "approved" });
  expect(await slugsOf(campaign)).toEqual([...before, "kaze"]);
  expect(await approveCompanies(db, { scope: bea, subject })).toEqual({ outcome: "not-waiting" });
  expect((await actionsOf(campaign)).map(([action]) => action)).toEqual([
    "companies-asked",
    "companies-changed",
  ]);
});

test("a change that waits is withdrawn, and its new company can be chosen again", async () => {
  const { campaign, scopes } = await aTeam("open", ["owner", "owner"]);
  const [ada, bea] = scopes as [(typeof scopes)[0], (typeof scopes)[0]];
  await changeCompanies(db, { scope: ada, change: add("Nagi") });
  expect(await withdrawCompanies(db, { scope: bea, subject: "no id" })).toEqual({ outcome: "not-waiting" });
  const subject = (await readCompanies(db, campaign.id)).asked?.subject;
  expect(await withdrawCompanies(db, { scope: bea, subject })).toEqual({ outcome: "withdrawn" });
  expect(await approveCompanies(db, { scope: bea, subject })).toEqual({ outcome: "not-waiting" });
  expect((await listCompanies(db, ada.organizerId)).map(({ slug }) => slug)).toContain("nagi");
  const { scope: stranger } = await aTeam();
  expect((await listCompanies(db, stranger.organizerId)).map(({ slug }) => slug)).not.toContain("nagi");
  expect(await changeCompanies(db, { scope: ada, change: { add: "nagi" } })).toEqual({ outcome: "asked" });
});

test("who manages an open campaign alone approves alone, which is stored and in the log", async () => {
  const { campaign, scope } = await aTeam("open");
  await changeCompanies(db, { scope, change: add("Sora") });
  const subject = (await readCompanies(db, campaign.id)).asked?.subject;
  expect(await approveCompanies(db, { scope, subject })).toEqual({ outcome: "approved" });
  const [row] = await db.select().from(companyProposals).where(eq(companyProposals.campaignId, campaign.id));
  expect(row).toMatchObject({ approvedAlone: true, approvedById: scope.organizerId });
  expect((await actionsOf(campaign)).at(-1)).toEqual([
    "companies-changed",
    { companies: [expect.any(String), "Sora"], alone: true },
  ]);
});

test("the operator's change of an open campaign waits too, unless the operator says so", async () => {
  const { campaign } = await aTeam("open", ["owner"]);
  const scope = operator(campaign);
  expect(await changeCompanies(db, { scope, change: add("Yuki") })).toEqual({ outcome: "asked" });
  expect(await approveCompanies(db, { scope })).toEqual({ outcome: "own" });
  expect(await approveCompanies(db, { scope, alone: true })).toEqual({ outcome: "approved" });
  expect(await changeCompanies(db, { scope, change: { remove: "yuki" }, approveAlone: true })).toEqual({
    outcome: "changed",
  });
  expect(await slugsOf(campaign)).toHaveLength(1);
});

test("a closed campaign keeps its companies", async () => {
  const campaign = await aCampaign(db, { status: "closed", closedAt: new Date() });
  expect(await changeCompanies(db, { scope: operator(campaign), change: add("Late") })).toEnd("closed");
});

test("each thing that names a company keeps it in the campaign, and says so", async () => {
  type Scene = { campaign: Awaited<ReturnType<typeof aCampaign>>; second: { id: number; zone: string } };
  const things: [string[], (scene: Scene) => Promise<unknown>][] = [
    [["recipients"], ({ campaign, second }) => aRecipient(db, campaign, { companyId: second.id })],
    [["letters", "consents"], ({ campaign, second }) => aLetter(db, campaign, { companyId: second.id })],
    [
      ["pledges"],
      async ({ campaign, second }) => {
        const meeting = await aMeeting(db, { targetId: second.id, zone: second.zone }, nextYear);
        const { signature } = await aStoredSignature(db, campaign);
        await aPledge(db, {
          campaignId: campaign.id,
          supporterId: signature.supporterId,
          meetingId: meeting.id,
        });
      },
    ],
    [
      ["packs"],
      ({ campaign, second }) =>
        askForPack(db, { campaignId: campaign.id, companyId: second.id, actor: "operator" }),
    ],
    [
      ["consents"],
      async ({ campaign, second }) => {
        const { signature } = await aStoredSignature(db, campaign);
        const { supporterId } = signature;
        const given = { textVersion: "2026-11", locale: "en", purpose: "deliver_to_company" } as const;
        await db
          .insert(consents)
          .values({ campaignId: campaign.id, companyId: second.id, supporterId, ...given });
      },
    ],
    [
      ["unconfirmed"],
      async ({ campaign, second }) => {
        const { signature } = await aStoredSignature(db, campaign, { state: "pending" });
        await db
          .update(signatures)
          .set({ askedConsents: ["sign", "deliver_to_company"], askedCompanyIds: [second.id] })
          .where(eq(signatures.id, signature.id));
      },
    ],
    [
      ["recipients", "dispatches"],
      async ({ campaign, second }) => {
        const recipient = await aRecipient(db, campaign, { companyId: second.id });
        await aDispatch(db, { campaign, recipient }, "operator");
      },
    ],
  ];
  for (const [holds, make] of things) {
    const { campaign, scope } = await aTeam();
    const second = await aSecondCompany(db, campaign);
    await make({ campaign, second });
    const removed = await changeCompanies(db, { scope, change: { remove: second.slug } });
    expect(removed, holds.join()).toMatchObject({ outcome: "held", company: "Hoshino", holds });
    expect(await slugsOf(campaign)).toHaveLength(2);
    expect((await readCompanies(db, campaign.id)).companies[1]).toMatchObject({ holds });
  }
});

test("what comes to name a company while its removal waits keeps it", async () => {
  const { campaign, scopes } = await aTeam("open", ["owner", "owner"]);
  const [ada, bea] = scopes as [(typeof scopes)[0], (typeof scopes)[0]];
  const second = await aSecondCompany(db, campaign);
  expect(await changeCompanies(db, { scope: ada, change: { remove: second.slug } })).toEnd("asked");
  await aRecipient(db, campaign, { companyId: second.id });
  const subject = (await readCompanies(db, campaign.id)).asked?.subject;
  expect(await approveCompanies(db, { scope: bea, subject })).toEqual({
    outcome: "held",
    company: "Hoshino",
    holds: ["recipients"],
  });
  expect(await slugsOf(campaign)).toHaveLength(2);
});

test("another order leaves meetings, and what waits unconfirmed, with their company", async () => {
  const { campaign, scope } = await aTeam();
  const second = await aSecondCompany(db, campaign);
  const here = await aMeeting(db, campaign, nextYear);
  await featureMeeting(db, { scope: operator(campaign), year: nextYear });
  const { signature } = await aStoredSignature(db, campaign, { state: "pending" });
  await db
    .update(signatures)
    .set({ askedConsents: ["sign", "deliver_to_company"] })
    .where(eq(signatures.id, signature.id));
  const [own = ""] = await slugsOf(campaign);
  expect(await changeCompanies(db, { scope, change: { order: [second.slug, own] } })).toEnd("changed");
  expect(await findPledgeMeeting(db, campaign.id)).toBeNull();
  expect(await findPledgeMeeting(db, campaign.id, campaign.targetId)).toMatchObject({ id: here.id });
  const [row] = await db
    .select()
    .from(signatures)
    .where(and(eq(signatures.id, signature.id)));
  expect(row?.askedCompanyIds).toEqual([campaign.targetId]);
});

test("a form on its way when its company was removed is stored, and the company is back", async () => {
  const campaign = await aCampaign(db);
  const [own = ""] = await slugsOf(campaign);
  for (const kind of ["letter", "pledge", "letters", "pledges"] as const) {
    const second = await aSecondCompany(db, campaign);
    const meeting = await aMeeting(db, { targetId: second.id, zone: second.zone }, nextYear);
    const scope = operator(campaign);
    expect(await changeCompanies(db, { scope, change: { remove: second.slug }, approveAlone: true })).toEqual(
      { outcome: "changed" },
    );
    const to = `${kind}@example.org`;
    const letter = aLetterInput(campaign, { to, companyId: second.id });
    const pledged = aPledgeInput({ campaign, meeting }, { to });
    if (kind === "letter") await writeLetter(db, testKeys, letter);
    if (kind === "pledge") await pledge(db, testKeys, pledged);
    const at = new Date();
    if (kind === "letters")
      await db.transaction((tx) => writeLettersTogether(tx, testKeys, [{ input: letter, at }]));
    if (kind === "pledges")
      await db.transaction((tx) => pledgeTogether(tx, testKeys, [{ input: pledged, at }]));
    expect((await slugsOf(campaign)).slice(0, 1), kind).toEqual([own]);
    expect((await slugsOf(campaign)).at(-1), kind).toBe(second.slug);
    expect((await actionsOf(campaign)).at(-1)).toEqual([
      "companies-changed",
      { company: "Hoshino", cause: "entry" },
    ]);
    const removed = await changeCompanies(db, { scope, change: { remove: second.slug }, approveAlone: true });
    expect(removed).toMatchObject({ outcome: "held" });
    // The next one is after it.
    await db.execute(
      sql`update campaign_companies set place = place + 10 where campaign_id = ${campaign.id} and place > 1`,
    );
  }
});

const failed: unknown[] = [];
const together = { keys, onFailure: (error: unknown) => failed.push(error) };

type Campaign = Awaited<ReturnType<typeof aCampaign>>;
const remove = (campaign: Campaign, slug: string) =>
  changeCompanies(db, { scope: operator(campaign), change: { remove: slug }, approveAlone: true });
const freeze = ({ id }: Campaign) =>
  db.execute(sql`update campaigns set frozen_at = now(), frozen_by = 'operator' where id = ${id}`);

async function signedFor(campaign: Campaign, to: string, companyIds: number[]) {
  const input = aSignatureInput(campaign, { to, companyIds, consents: ["sign", "deliver_to_company"] });
  await sign(db, input, new Date());
  const { signature: row } = await signatureOf(db, to);
  return row;
}

async function pageOf(publicId: string) {
  const signature = existing(await findSignature(db, publicId));
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
  expect(await changeCompanies(db, { scope, change: first, approveAlone: true })).toEnd("changed");
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
