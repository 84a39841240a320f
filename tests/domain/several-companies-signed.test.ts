import { randomBytes } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { readNoticeFrame } from "#app/domain/campaign/notices/notice-frame.server.ts";
import { makeShareLink } from "#app/domain/campaign/share-links/share-link.server.ts";
import { digestParts } from "#app/domain/entries/entry-digest.server.ts";
import { confirmSignature } from "#app/domain/entries/signatures/confirm-signature.server.ts";
import { confirmTogether } from "#app/domain/entries/signatures/confirm-together.server.ts";
import { findSignature } from "#app/domain/entries/signatures/queries.server.ts";
import { signProven } from "#app/domain/entries/signatures/sign-proven.server.ts";
import { agreedOnceConfirmed, signatureParts } from "#app/domain/entries/signatures/signature-parts.ts";
import { withdrawSignature } from "#app/domain/entries/signatures/withdraw-signature.server.ts";
import { screenNewNames } from "#app/domain/names/screen-new-names.server.ts";
import { submitDispatch } from "#app/domain/outgoing/dispatches/submit-dispatch.server.ts";
import { approvePack } from "#app/domain/outgoing/packs/approve-pack.server.ts";
import { askForPack } from "#app/domain/outgoing/packs/ask-or-discard-pack.server.ts";
import { fetchPack } from "#app/domain/outgoing/packs/making/fetch-pack.server.ts";
import { readCampaignDigest } from "#app/domain/outgoing/updates/update-content.server.ts";
import { readFrameOf } from "#app/domain/outgoing/updates/words/read-update.server.ts";
import { readAgreed } from "#app/domain/supporters/queries.server.ts";
import { eraseSupporter } from "#app/domain/upkeep/erasure/erase-supporter.server.ts";
import { changeConsents } from "#app/domain/upkeep/own-data/change-own-data.server.ts";
import { exportOwnData } from "#app/domain/upkeep/own-data/export-own-data.server.ts";
import { purgePending } from "#app/domain/upkeep/retention/purge-pending.server.ts";
import type { Transport } from "#app/mail/transport.ts";
import {
  consents,
  letterNames,
  outbox,
  packs,
  petitionNotices,
  signatures,
  supporters,
} from "#db/schema/index.ts";
import { aCampaign, aSignatureInput, testKeys as keys, organization } from "#tests/support/builders.ts";
import { aSecondCompany } from "#tests/support/companies.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aDispatch, aLetterCampaign } from "#tests/support/dispatches.ts";
import { findEmail } from "#tests/support/find-email.ts";
import { aRecipient } from "#tests/support/letters.ts";
import { mailingBy } from "#tests/support/mail.ts";
import { anOrganizer } from "#tests/support/organizers.ts";
import { aTeam, packPorts } from "#tests/support/packs.ts";
import { aChangeOfMeaning } from "#tests/support/petitions.ts";
import { sign, signatureOf } from "#tests/support/sign.ts";
import { anUpdate } from "#tests/support/updates.ts";
import { aWriter } from "#tests/support/writers.ts";
import { unzipped } from "#tests/support/zip.ts";

const db = await aDatabase();
const failed: unknown[] = [];
const together = { keys, onFailure: (error: unknown) => failed.push(error) };
const ports = { keys, record: async () => {}, removeMails: async () => {} };
const deliver = ["sign", "deliver_to_company"] as const;

async function aPair() {
  const campaign = await aCampaign(db);
  const second = await aSecondCompany(db, campaign);
  return { campaign, first: campaign.targetId, second: second.id };
}
type Campaign = Awaited<ReturnType<typeof aCampaign>>;

const anAddress = () => `${randomBytes(5).toString("hex")}@example.org`;

/** Somebody who filled in the form an hour ago. */
async function signed(campaign: Campaign, values: Parameters<typeof aSignatureInput>[1] = {}) {
  const to = values.to ?? anAddress();
  const input = aSignatureInput(campaign, { consents: deliver, ...values, to });
  await sign(db, input, new Date(Date.now() - 3_600_000));
  const row = await signatureOf(db, to);
  return { ...row.signature, personId: row.supporter.publicId, to };
}

/** Fields of the confirming page's form. */
async function pageOf(publicId: string) {
  const signature = await findSignature(db, publicId);
  if (!signature) throw new Error("nobody signed");
  const inForce = await readAgreed(db, signature.supporterId, signature.campaignId);
  return { digest: digestParts(signatureParts(signature, agreedOnceConfirmed(inForce, signature))) };
}

const nameTo = async ({ supporterId, campaignId }: { supporterId: number; campaignId: number }) =>
  (await readAgreed(db, supporterId, campaignId)).nameTo;
const rowsOf = (supporterId: number) =>
  db.select().from(consents).where(eq(consents.supporterId, supporterId)).orderBy(consents.id);

const ways = {
  alone: confirmSignature.bind(null, db, keys),
  together: async (publicId: string) => confirmTogether(db, together, publicId, await pageOf(publicId)),
};

test.each(Object.entries(ways))(
  "a form waits with its companies, and its owner gives each one consent, confirmed %s",
  async (_way, confirm) => {
    const { campaign, first, second } = await aPair();
    for (const [companyIds, expected] of [
      [
        [first, second],
        [first, second],
      ],
      [[second], [second]],
      // As sent by a program written for one company.
      [null, [first]],
    ] as const) {
      const one = await signed(campaign, { companyIds });
      expect(one.askedCompanyIds).toEqual(companyIds);
      expect(await rowsOf(one.supporterId)).toEqual([]);
      expect(await confirm(one.publicId)).toMatchObject({ outcome: "confirmed" });
      expect(await nameTo(one)).toEqual(expected);
      expect(await rowsOf(one.supporterId)).toHaveLength(expected.length + 1);
      const [row] = await db.select().from(signatures).where(eq(signatures.id, one.id));
      expect(row).toMatchObject({ askedConsents: null, askedCompanyIds: null });
      await confirm(one.publicId);
      expect(await rowsOf(one.supporterId)).toHaveLength(expected.length + 1);
    }
    expect(failed.splice(0)).toEqual([]);
  },
);

test("many who confirm at one moment give each company what they chose", async () => {
  const { campaign, first, second } = await aPair();
  const choices = [[first, second], [second], [first], null];
  const crowd = [];
  for (let n = 0; n < 24; n++) crowd.push(await signed(campaign, { companyIds: choices[n % 4] ?? null }));
  const asked = await Promise.all(crowd.map(async (one) => ({ ...one, page: await pageOf(one.publicId) })));
  await Promise.all(asked.map(({ publicId, page }) => confirmTogether(db, together, publicId, page)));
  for (const [n, one] of crowd.entries()) expect(await nameTo(one)).toEqual(choices[n % 4] ?? [first]);
  expect(failed.splice(0)).toEqual([]);
});

test("a group whose connection is killed gives nothing twice and loses no company", async () => {
  const { campaign, first, second } = await aPair();
  const crowd = [];
  for (let n = 0; n < 8; n++) crowd.push(await signed(campaign, { companyIds: [first, second] }));
  const sharer = await signed(campaign);
  await confirmSignature(db, keys, sharer.publicId);
  await makeShareLink(db, sharer);
  const ofSharer = sql`(select id from share_links where supporter_id = ${sharer.supporterId})`;
  // One used a link whose row another transaction locks: the group waits for it, and is killed.
  await db.execute(sql`
    update signatures set share_link_id = ${ofSharer}
    where id = ${crowd[5]?.id ?? 0}`);
  const asked = await Promise.all(crowd.map(async (one) => ({ ...one, page: await pageOf(one.publicId) })));
  let ends: Promise<unknown[]> = Promise.resolve([]);
  await db.transaction(async (tx) => {
    const [holder] = await tx.execute<{ pid: number }>(sql`
      select pg_backend_pid() as pid from share_links where id = ${ofSharer} for update`);
    ends = Promise.all(asked.map(({ publicId, page }) => confirmTogether(db, together, publicId, page)));
    await expect
      .poll(async () => {
        const [row] = await db.execute<{ killed: number }>(sql`
          select count(pg_terminate_backend(pid))::int as killed from pg_stat_activity
          where ${holder?.pid ?? 0} = any (pg_blocking_pids(pid))`);
        return row?.killed ?? 0;
      })
      .toBeGreaterThan(0);
  });
  for (const end of await ends) expect(end).toMatchObject({ outcome: "confirmed" });
  expect(failed.splice(0).length).toBeGreaterThan(0);
  for (const one of crowd) {
    expect(await nameTo(one)).toEqual([first, second]);
    expect(await rowsOf(one.supporterId)).toHaveLength(3);
  }
});

test("a page confirms only the companies that it displayed, whatever a later form says", async () => {
  const { campaign, first, second } = await aPair();
  for (const [before, after] of [
    [[first], [second]],
    [[first], [first, second]],
    [[first, second], [second]],
  ] as const) {
    const to = anAddress();
    const { publicId } = await signed(campaign, { to, companyIds: before });
    const page = await pageOf(publicId);
    const again = await signed(campaign, { to, companyIds: after });
    expect(await confirmTogether(db, together, publicId, page)).toMatchObject({ outcome: "confirmed" });
    expect(await nameTo(again)).toEqual(before);
  }
});

test("what nobody confirms expires with its companies, and an erasure takes all of them", async () => {
  const { campaign, first, second } = await aPair();
  const pending = await signed(campaign, { companyIds: [first, second] });
  await purgePending(
    db,
    { list: async () => [], remove: async () => {} },
    new Date(Date.now() + 30 * 86_400_000),
  );
  expect(await db.$count(signatures, eq(signatures.id, pending.id))).toBe(0);
  expect(await db.$count(supporters, eq(supporters.id, pending.supporterId))).toBe(0);

  const one = await signed(campaign, { companyIds: [first, second] });
  await confirmSignature(db, keys, one.publicId);
  expect(await rowsOf(one.supporterId)).toHaveLength(3);
  const waits = await signed(campaign, { companyIds: [second] });
  for (const { personId: publicId, supporterId } of [one, waits]) {
    await eraseSupporter(db, ports, { publicId, actor: "supporter" });
    expect(await rowsOf(supporterId)).toEqual([]);
    expect(await db.$count(signatures, eq(signatures.supporterId, supporterId))).toBe(0);
  }
});

test("emails, updates and notices name every company, as their readers call them", async () => {
  const campaign = await aCampaign(db, { ...organization, languages: ["en", "es"] });
  const actor = `organizer:${(await anOrganizer(db, { campaign })).id}` as const;
  const approver = `organizer:${(await anOrganizer(db, { campaign })).id}` as const;
  const mailing = mailingBy({} as Transport);
  const update = await anUpdate(db, campaign, { others: [{ locale: "es", subject: "Hola", body: "Eso." }] });
  const one = await signed(campaign, { locale: "es", consents: ["sign"] });
  await confirmSignature(db, keys, one.publicId);
  await aChangeOfMeaning(db, { campaignId: campaign.id, actor }, { tell: "It asks more.", approver });
  const ofCampaign = eq(petitionNotices.campaignId, campaign.id);
  const [notice] = await db.select().from(petitionNotices).where(ofCampaign);

  const companiesInEmails = async () => {
    const frames = [await readFrameOf(db, update.id), await readNoticeFrame(db, notice?.id ?? 0)];
    const [mail] = await db
      .select()
      .from(outbox)
      .where(and(eq(outbox.signatureId, one.id), eq(outbox.template, "receipt")));
    const receipt = await findEmail(db, mailing, mail?.id ?? 0);
    const props = receipt?.email.props as { campaign: { company: string } };
    return [...frames.flatMap(({ en, es }) => [en?.company, es?.company]), props.campaign.company];
  };
  const alone = "Sample Corporation";
  expect(await companiesInEmails()).toEqual([alone, alone, alone, alone, alone]);
  const digest = await readCampaignDigest(db, campaign.id);
  await aSecondCompany(db, campaign);
  const [en, es] = [`${alone} and Hoshino`, `${alone} y Hoshino Motores`];
  expect(await companiesInEmails()).toEqual([en, es, en, es, es]);
  // A page on which somebody writes an update refers to what emails said then.
  expect(await readCampaignDigest(db, campaign.id)).not.toBe(digest);
});

test("a withdrawal takes the name from every company", async () => {
  const { campaign, first, second } = await aPair();
  const one = await signed(campaign, { companyIds: [first, second] });
  await confirmSignature(db, keys, one.publicId);
  await withdrawSignature(db, one);
  expect(await nameTo(one)).toEqual([]);
});

test("somebody gives their name to one company more, or one fewer, and sees it in their data", async () => {
  const { campaign, first, second } = await aPair();
  const one = await signed(campaign, { companyIds: [first] });
  await confirmSignature(db, keys, one.publicId);
  const choose = (companyIds: readonly number[]) =>
    changeConsents(db, { ...one, updates: true, nameTo: companyIds, locale: "en" });
  for (const [chosen, expected] of [
    [
      [first, second],
      [first, second],
    ],
    [[second], [second]],
    [[second], [second]],
    [[], []],
    [[first], [first]],
  ] as const) {
    await choose(chosen);
    expect(await nameTo(one)).toEqual(expected);
  }
  // Sign, updates, first, second, first.
  expect(await rowsOf(one.supporterId)).toHaveLength(5);
  const exported = await exportOwnData(db, keys, one.personId);
  expect(exported?.consents.map(({ purpose, company }) => [purpose, company])).toEqual([
    ["sign", undefined],
    ["deliver_to_company", "Sample Corporation"],
    ["updates", undefined],
    ["deliver_to_company", "Hoshino"],
    ["deliver_to_company", "Sample Corporation"],
  ]);
});

test("what its owner chose stays when a form that waits asked for more", async () => {
  const { campaign, first, second } = await aPair();
  const one = await signed(campaign, { companyIds: [first, second] });
  const exported = await exportOwnData(db, keys, one.personId);
  expect(exported?.signatures).toMatchObject([{ askedCompanies: ["Sample Corporation", "Hoshino"] }]);
  await changeConsents(db, { ...one, updates: false, nameTo: [second], locale: "en" });
  await confirmSignature(db, keys, one.publicId);
  expect(await nameTo(one)).toEqual([second]);
});

test("a known signer takes over no company that a stranger ticked", async () => {
  const { campaign, first, second } = await aPair();
  const to = anAddress();
  const { letter } = await aWriter(db, campaign, { to });
  const stranger = await signed(campaign, { to, companyIds: [first, second] });
  const known = {
    supporterPublicId: stranger.personId,
    campaign,
    display: "anonymous",
    locale: "en",
    linkFrom: new Date(),
  } as const;
  const whose = { supporterId: letter.supporterId, campaignId: campaign.id };
  await signProven(db, keys, { ...known, consents: deliver, companyIds: [second] });
  expect(await nameTo(whose)).toEqual([second]);

  const [row] = await db.select().from(signatures).where(eq(signatures.supporterId, letter.supporterId));
  await withdrawSignature(db, { ...whose, publicId: row?.publicId ?? "" });
  await changeConsents(db, {
    ...whose,
    publicId: row?.publicId ?? "",
    updates: false,
    nameTo: [first, second],
    locale: "en",
  });
  await signProven(db, keys, { ...known, consents: deliver, companyIds: [first], linkFrom: new Date() });
  expect(await nameTo(whose)).toEqual([first]);
});

test("from form to pack and dispatch, a name goes to each company that its signer ticked", async () => {
  const { campaign, recipient, team } = await aLetterCampaign(db);
  const [owner] = team;
  if (!owner) throw new Error("no team");
  const second = await aSecondCompany(db, campaign);
  const abroad = await aRecipient(db, campaign, { companyId: second.id, email: "ir@hoshino.example" });
  const [here, there] = [campaign.targetId, second.id];
  for (const [name, companyIds] of [
    ["Berta Both", [here, there]],
    ["Selma Second", [there]],
    ["Fred First", [here]],
  ] as const) {
    const one = await signed(campaign, { name, companyIds });
    await confirmSignature(db, keys, one.publicId);
  }
  const nobody = await signed(campaign, { name: "Nora None", consents: ["sign"] });
  await confirmSignature(db, keys, nobody.publicId);
  await signed(campaign, { name: "Paul Pending", companyIds: [here, there] });
  await screenNewNames(db);

  const namesIn = async (companyId: number) => {
    const { asker, approver } = await aTeam(db, campaign);
    const asked = await askForPack(db, { campaignId: campaign.id, actor: asker });
    if (asked.outcome !== "asked") throw new Error(asked.outcome);
    const on = { campaignId: campaign.id, publicId: asked.publicId };
    await db.transaction(async (tx) => {
      await tx.execute(sql`alter table packs disable trigger user`);
      await tx.update(packs).set({ companyId }).where(eq(packs.publicId, asked.publicId));
      await tx.execute(sql`alter table packs enable trigger user`);
    });
    await approvePack(db, { ...on, actor: approver });
    const fetched = await fetchPack(db, packPorts, { ...on, actor: asker });
    if (fetched.outcome !== "streaming") throw new Error(fetched.outcome);
    const chunks = [];
    for await (const chunk of fetched.file) chunks.push(chunk);
    const files = await unzipped(Buffer.concat(chunks));
    const list = files["signatures.csv"] ?? "";
    return ["Berta Both", "Selma Second", "Fred First", "Nora None", "Paul Pending"].filter((name) =>
      list.includes(name),
    );
  };
  expect(await namesIn(here)).toEqual(["Berta Both", "Fred First"]);
  expect(await namesIn(there)).toEqual(["Berta Both", "Selma Second"]);

  for (const to of [recipient, abroad]) {
    const { publicId } = await aDispatch(db, { campaign, recipient: to }, owner.actor);
    const on = { campaignId: campaign.id, publicId, actor: owner.actor, version: 1 };
    expect(await submitDispatch(db, on)).toMatchObject({ outcome: "submitted", names: 2 });
  }
  expect(await db.$count(letterNames, eq(letterNames.companyId, there))).toBe(2);
});
