import { eq, isNotNull, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { confirmSignature } from "#app/domain/entries/signatures/confirm-signature.server.ts";
import { neverWrite } from "#app/domain/entries/signatures/pending-signatures.server.ts";
import { signProven } from "#app/domain/entries/signatures/sign-proven.server.ts";
import { withdrawSignature } from "#app/domain/entries/signatures/withdraw-signature.server.ts";
import {
  campaignCounts,
  consents,
  outbox,
  signatureForms,
  signatures,
  supporters,
  suppressions,
} from "#db/schema/index.ts";
import { aCampaign, aSignatureInput, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { sign } from "#tests/support/sign.ts";
import { aWriter } from "#tests/support/writers.ts";

const db = await aDatabase();

const counted = async (campaignId: number) => {
  const [row] = await db
    .select({
      confirmed: sql<number>`coalesce(sum(confirmed), 0)::int`,
      pending: sql<number>`coalesce(sum(pending), 0)::int`,
    })
    .from(campaignCounts)
    .where(eq(campaignCounts.campaignId, campaignId));
  return row;
};
const signaturesOf = (campaignId: number) =>
  db.select().from(signatures).where(eq(signatures.campaignId, campaignId));
const settleMails = () =>
  db.execute(
    sql`update outbox set state = 'accepted', lease_until = null, settled_at = now() where state = 'queued'`,
  );
const mailsOf = (campaignId: number) =>
  db
    .select({ template: outbox.template })
    .from(outbox)
    .where(eq(outbox.campaignId, campaignId))
    .orderBy(outbox.id);

async function signed(campaign: { id: number; petitionVersion: number }, to: string) {
  await sign(db, aSignatureInput(campaign, { to }));
  const [row] = await db
    .select({ publicId: signatures.publicId, supporterId: signatures.supporterId })
    .from(signatures)
    .innerJoin(supporters, eq(supporters.id, signatures.supporterId))
    .where(eq(supporters.email, to));
  if (!row) throw new Error("no signature was stored");
  return row;
}

test("a signature counts only once its owner confirms it", async () => {
  const campaign = await aCampaign(db);
  const { publicId } = await signed(campaign, "owner@example.org");
  expect(await counted(campaign.id)).toEqual({ confirmed: 0, pending: 1 });

  expect(await confirmSignature(db, testKeys, publicId)).toEqual({ outcome: "confirmed", publicId });
  expect(await counted(campaign.id)).toEqual({ confirmed: 1, pending: 0 });
  expect(await confirmSignature(db, testKeys, publicId)).toEqual({ outcome: "already-confirmed", publicId });
  expect(await counted(campaign.id)).toEqual({ confirmed: 1, pending: 0 });
});

test("fifty identical requests at once leave one row and one mail", async () => {
  const campaign = await aCampaign(db);
  const input = aSignatureInput(campaign, { to: "fifty@example.org" });
  await Promise.all(Array.from({ length: 50 }, () => sign(db, input)));

  expect(await signaturesOf(campaign.id)).toHaveLength(1);
  expect(await mailsOf(campaign.id)).toEqual([{ template: "confirm-signature" }]);
});

test("spellings of one address are one supporter, and the address as typed gets the mail", async () => {
  const campaign = await aCampaign(db);
  for (const to of ["Ana.Sample+news@GoogleMail.com", "anasample@gmail.com", " ANASAMPLE@gmail.com "]) {
    await sign(db, aSignatureInput(campaign, { to }));
  }
  const people = await db
    .select()
    .from(supporters)
    .where(eq(supporters.emailCanonical, "anasample@gmail.com"));
  expect(people).toHaveLength(1);
  expect(await signaturesOf(campaign.id)).toHaveLength(1);
  const forms = await db.select().from(signatureForms).where(isNotNull(signatureForms.emailId));
  expect(forms.map(({ words }) => (words as { email?: string }).email)).toEqual(["anasample@gmail.com"]);
});

test("a repeat signer keeps what they confirmed and gets the other email", async () => {
  const campaign = await aCampaign(db);
  const { publicId } = await signed(campaign, "repeat@example.org");
  await confirmSignature(db, testKeys, publicId);
  await sign(
    db,
    aSignatureInput(campaign, { to: "repeat@example.org", name: "Someone Else", comment: "Not mine" }),
  );

  const [row] = await signaturesOf(campaign.id);
  expect(row).toMatchObject({ state: "confirmed", comment: null });
  expect(await mailsOf(campaign.id)).toEqual([
    { template: "confirm-signature" },
    { template: "receipt" },
    { template: "already-signed" },
  ]);
  const [person] = await db.select().from(supporters).where(eq(supporters.email, "repeat@example.org"));
  expect(person?.name).toBe("Ana Sample");
});

test("an address is asked to confirm twice a day, three emails plus receipts", async () => {
  const campaign = await aCampaign(db);
  const input = aSignatureInput(campaign, { to: "often@example.org" });
  const start = Date.parse("2026-05-01T08:00:00Z");
  for (let hour = 0; hour < 6; hour++) {
    await db.execute(
      sql`update outbox set state = 'accepted', lease_until = null where campaign_id = ${campaign.id}`,
    );
    await sign(db, input, new Date(start + hour * 3_600_000));
  }
  expect(await mailsOf(campaign.id)).toHaveLength(2);
  const [row] = await signaturesOf(campaign.id);
  await confirmSignature(db, testKeys, row?.publicId ?? "", new Date(start + 7 * 3_600_000));
  expect((await mailsOf(campaign.id)).at(-1)).toEqual({ template: "receipt" });
  for (const hour of [8, 9, 10]) {
    await db.execute(sql`update outbox set state = 'accepted' where campaign_id = ${campaign.id}`);
    await sign(db, input, new Date(start + hour * 3_600_000));
  }
  expect(await mailsOf(campaign.id)).toHaveLength(4);
  await db.execute(sql`update outbox set state = 'accepted' where campaign_id = ${campaign.id}`);
  await sign(db, input, new Date(start + 40 * 3_600_000));
  expect(await mailsOf(campaign.id)).toHaveLength(5);
});

test("a withdrawn signature leaves the count at once and its consents are revoked", async () => {
  const campaign = await aCampaign(db);
  await sign(
    db,
    aSignatureInput(campaign, {
      to: "leaves@example.org",
      consents: ["sign", "deliver_to_company", "updates"],
    }),
  );
  const [row] = await signaturesOf(campaign.id);
  const owned = { publicId: row?.publicId ?? "", supporterId: row?.supporterId ?? 0 };
  await confirmSignature(db, testKeys, owned.publicId);

  expect(await withdrawSignature(db, { ...owned, supporterId: -1 })).toEqual({ outcome: "not-confirmed" });
  expect(await withdrawSignature(db, owned)).toEqual({ outcome: "withdrawn" });
  expect(await counted(campaign.id)).toEqual({ confirmed: 0, pending: 0 });
  const inForce = await db
    .select({ purpose: consents.purpose })
    .from(consents)
    .where(sql`${consents.supporterId} = ${owned.supporterId} and ${consents.revokedAt} is null`);
  expect(inForce).toEqual([{ purpose: "updates" }]);
  expect(await confirmSignature(db, testKeys, owned.publicId)).toEqual({ outcome: "withdrawn" });
});

test("someone who withdrew can sign and confirm again", async () => {
  const campaign = await aCampaign(db);
  const owned = await signed(campaign, "back@example.org");
  await confirmSignature(db, testKeys, owned.publicId);
  await withdrawSignature(db, owned);
  await settleMails();
  await sign(db, aSignatureInput(campaign, { to: "back@example.org" }), new Date(Date.now() + 120_000));
  expect(await counted(campaign.id)).toEqual({ confirmed: 0, pending: 1 });
  expect(await confirmSignature(db, testKeys, owned.publicId), "the link from before").toEqual({
    outcome: "gone",
  });
  const [again] = await signaturesOf(campaign.id);
  expect(await confirmSignature(db, testKeys, again?.publicId ?? "")).toMatchObject({ outcome: "confirmed" });
  expect(await counted(campaign.id)).toEqual({ confirmed: 1, pending: 0 });
});

test("never write to me again deletes an unconfirmed entry and keeps only a keyed hash", async () => {
  const campaign = await aCampaign(db);
  const { publicId } = await signed(campaign, "not-me@example.org");
  const { outcome, mails } = await neverWrite(db, testKeys, publicId);
  expect([outcome, mails.length]).toEqual(["suppressed", 1]);
  expect(await signaturesOf(campaign.id)).toEqual([]);
  expect(await db.select().from(supporters).where(eq(supporters.email, "not-me@example.org"))).toEqual([]);
  expect(await db.select().from(suppressions)).toHaveLength(1);
  expect(await neverWrite(db, testKeys, publicId)).toEqual({ outcome: "gone", mails: [] });
});

test("a stranger with a withdrawn address changes nothing without an email", async () => {
  const campaign = await aCampaign(db);
  await sign(db, aSignatureInput(campaign, { to: "withdrew@example.org", consents: ["sign", "updates"] }));
  const [row] = await signaturesOf(campaign.id);
  const owned = { publicId: row?.publicId ?? "", supporterId: row?.supporterId ?? 0 };
  await confirmSignature(db, testKeys, owned.publicId);
  await withdrawSignature(db, owned);
  await settleMails();
  const hijack = aSignatureInput(campaign, {
    to: "withdrew@example.org",
    display: "public",
    comment: "hijack",
  });

  await db.execute(sql`
    insert into outbox (supporter_id, template, lane, state)
    select ${owned.supporterId}, 'already-signed', 'asked', 'accepted' from generate_series(1, 2)`);
  await sign(db, { ...hijack, consents: ["sign", "public_name"] }, new Date(Date.now() + 120_000));
  expect(await signaturesOf(campaign.id)).toMatchObject([
    { state: "withdrawn", comment: null, display: "anonymous" },
  ]);

  await sign(db, { ...hijack, consents: ["sign"] }, new Date(Date.now() + 2 * 86_400_000));
  const inForce = await db
    .select({ purpose: consents.purpose })
    .from(consents)
    .where(sql`${consents.supporterId} = ${owned.supporterId} and ${consents.revokedAt} is null`);
  expect(inForce).toEqual([{ purpose: "updates" }]);
  expect(await signaturesOf(campaign.id)).toMatchObject([{ state: "pending", askedConsents: ["sign"] }]);
});

test("a stranger cannot sign someone who confirmed once up for news", async () => {
  const campaign = await aCampaign(db);
  const other = await aCampaign(db);
  const owned = await signed(campaign, "no-news@example.org");
  await confirmSignature(db, testKeys, owned.publicId);
  await sign(db, aSignatureInput(other, { to: "no-news@example.org", consents: ["sign", "updates"] }));
  const inForce = await db
    .select({ purpose: consents.purpose })
    .from(consents)
    .where(sql`${consents.supporterId} = ${owned.supporterId} and ${consents.purpose} = 'updates'`);
  expect(inForce).toEqual([]);
});

test("a known signer takes over nothing that a stranger entered with their address", async () => {
  const campaign = await aCampaign(db);
  const { letter } = await aWriter(db, campaign, { to: "known@example.org" });
  const stranger = {
    to: "known@example.org",
    comment: "Words of somebody else.",
    display: "public",
    source: "elsewhere",
    consents: ["sign", "deliver_to_company", "public_name"],
  } as const;
  await sign(db, aSignatureInput(campaign, stranger));
  const [person] = await db.select().from(supporters).where(eq(supporters.id, letter.supporterId));
  const input = { campaign, display: "anonymous", locale: "en", consents: ["sign"] } as const;
  const whose = { supporterPublicId: person?.publicId ?? "", linkFrom: new Date() };
  expect(await signProven(db, testKeys, { ...input, ...whose })).toMatchObject({ outcome: "signed" });
  expect(await signaturesOf(campaign.id)).toMatchObject([
    { state: "confirmed", display: "anonymous", comment: null, source: null },
  ]);
  const inForce = await db
    .select({ purpose: consents.purpose })
    .from(consents)
    .where(sql`${consents.supporterId} = ${letter.supporterId} and ${consents.revokedAt} is null`);
  expect(inForce.map(({ purpose }) => purpose).sort()).toEqual(["deliver_letter", "letter", "sign"]);
});
