import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { digestParts } from "#app/domain/entries/entry-digest.server.ts";
import { confirmSignature } from "#app/domain/entries/signatures/confirm-signature.server.ts";
import { confirmTogether } from "#app/domain/entries/signatures/confirm-together.server.ts";
import { neverWrite } from "#app/domain/entries/signatures/pending-signatures.server.ts";
import { findSignature } from "#app/domain/entries/signatures/queries.server.ts";
import { signProven } from "#app/domain/entries/signatures/sign-proven.server.ts";
import { findNewerForm } from "#app/domain/entries/signatures/signature-forms.server.ts";
import { agreedOnceConfirmed, signatureParts } from "#app/domain/entries/signatures/signature-parts.ts";
import { withdrawSignature } from "#app/domain/entries/signatures/withdraw-signature.server.ts";
import { listSuppressions } from "#app/domain/queue/find-suppressed.server.ts";
import { findPublicId, readAgreed } from "#app/domain/supporters/queries.server.ts";
import { requestManageLink } from "#app/domain/supporters/request-manage-link.server.ts";
import { reapplyErasures } from "#app/domain/upkeep/erasure/reapply-erasures.server.ts";
import { hmac } from "#app/lib/keys.server.ts";
import {
  campaignCounts,
  consents,
  outbox,
  signatureForms,
  signatures,
  supporters,
  suppressions,
} from "#db/schema/index.ts";
import { aCampaign, aSignatureInput, testKeys as keys, rowsIn, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { sign, signatureOf } from "#tests/support/sign.ts";
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
  const { signature: row } = await signatureOf(db, to);
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
  const people = await rowsIn(db, supporters, { emailCanonical: "anasample@gmail.com" });
  expect(people).toHaveLength(1);
  const [one, ...others] = await signaturesOf(campaign.id);
  expect(others).toEqual([]);
  const forms = await db
    .select()
    .from(signatureForms)
    .where(and(eq(signatureForms.signatureId, one?.id ?? 0), isNotNull(signatureForms.emailId)));
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
  expect(await confirmSignature(db, testKeys, owned.publicId), "the link from before").toEnd("gone");
  const [again] = await signaturesOf(campaign.id);
  expect(await confirmSignature(db, testKeys, again?.publicId ?? "")).toMatchObject({ outcome: "confirmed" });
  expect(await counted(campaign.id)).toEqual({ confirmed: 1, pending: 0 });
});

test("never write to me again deletes an unconfirmed entry and keeps only a keyed hash", async () => {
  const campaign = await aCampaign(db);
  const before = await db.$count(suppressions);
  const { publicId } = await signed(campaign, "not-me@example.org");
  const { outcome, mails } = await neverWrite(db, testKeys, publicId);
  expect([outcome, mails.length]).toEqual(["suppressed", 1]);
  expect(await signaturesOf(campaign.id)).toEqual([]);
  expect(await db.select().from(supporters).where(eq(supporters.email, "not-me@example.org"))).toEqual([]);
  expect(await db.$count(suppressions)).toBe(before + 1);
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

const own = { name: "Ana Own", comment: "My words", display: "anonymous", country: "US" } as const;
const strange = { name: "X", comment: "Their words", display: "public", country: "FR" } as const;

async function linksOf(campaign: { id: number }) {
  const [row] = await db.select().from(signatures).where(eq(signatures.campaignId, campaign.id));
  const forms = await rowsIn(db, signatureForms, { signatureId: row?.id ?? 0 });
  return [row?.publicId ?? "", ...forms.map(({ publicId }) => publicId)];
}
async function read(publicId: string) {
  const signature = await findSignature(db, publicId);
  if (!signature) throw new Error("it is gone");
  const { name, comment, display, country } = signature;
  const inForce = await readAgreed(db, signature.supporterId, signature.campaignId);
  const digest = digestParts(signatureParts(signature, agreedOnceConfirmed(inForce, signature)));
  return { says: { name, comment, display, country }, page: { digest } };
}
const ways = {
  alone: (publicId: string, page: { digest: string }) =>
    confirmSignature(db, keys, publicId, new Date(), page),
  together: (publicId: string, page: { digest: string }) =>
    confirmTogether(db, { keys, onFailure: () => {} }, publicId, page),
};

test.each(Object.entries(ways))(
  "a second form changes nothing of the first: each link confirms its own words, %s",
  async (way, confirm) => {
    for (const chosen of [0, 1]) {
      const campaign = await aCampaign(db);
      const to = `twice-${way}-${chosen}@example.org`;
      await sign(db, aSignatureInput(campaign, { to, ...own }));
      await sign(db, aSignatureInput(campaign, { to, ...strange }));
      const links = await linksOf(campaign);
      expect((await findNewerForm(db, links[0] ?? ""))?.publicId).toBe(links[1]);
      expect(await findNewerForm(db, links[1] ?? "")).toBe(null);
      const pages = await Promise.all(links.map(read));
      expect(pages.map(({ says }) => says)).toEqual([own, strange]);
      const [link = "", page] = [links[chosen], pages[chosen]?.page ?? { digest: "" }];
      const publicId = links[0];
      expect(await confirm(link, page)).toEqual({ outcome: "confirmed", publicId });
      const [stored] = await db
        .select({
          name: supporters.name,
          comment: signatures.comment,
          display: signatures.display,
          country: supporters.country,
        })
        .from(signatures)
        .innerJoin(supporters, eq(supporters.id, signatures.supporterId))
        .where(and(eq(signatures.campaignId, campaign.id), eq(signatures.state, "confirmed")));
      expect(stored).toEqual([own, strange][chosen]);
      for (const other of links)
        expect(await confirmSignature(db, keys, other)).toEqual({ outcome: "already-confirmed", publicId });
    }
  },
);

test("a form for another campaign changes nothing of a signature that waits", async () => {
  const [one, other] = [await aCampaign(db), await aCampaign(db)];
  const to = "two-campaigns@example.org";
  await sign(db, aSignatureInput(one, { to, ...own }));
  await sign(db, aSignatureInput(other, { to, ...strange }));
  expect((await read((await linksOf(one))[0] ?? "")).says).toEqual(own);
  expect((await read((await linksOf(other))[1] ?? "")).says).toEqual(strange);
});

type Campaign = Awaited<ReturnType<typeof aCampaign>>;

/** Signs and confirms, stored under `earlier`. */
async function signedEarlier(campaign: Campaign, to: string, earlier: string, minute: number) {
  await sign(db, aSignatureInput(campaign, { to: `${minute}-${campaign.id}@example.org` }), at(minute));
  const [person] = await db
    .update(supporters)
    .set({ email: to, emailCanonical: earlier })
    .where(inArray(supporters.email, [`${minute}-${campaign.id}@example.org`]))
    .returning();
  const [signature] = await rowsIn(db, signatures, sql`${signatures.supporterId} = ${person?.id ?? 0}`);
  await confirmSignature(db, testKeys, signature?.publicId ?? "", at(minute + 1));
  return person as NonNullable<typeof person>;
}

const at = (minute: number) => new Date(Date.UTC(2026, 8, 1, 12, minute));
const statesOf = async (campaign: Campaign) =>
  Object.fromEntries(
    (
      await db.execute<{ stored: string; state: string }>(sql`
        select p.email_canonical as stored, s.state::text as state from signatures s
        join supporters p on p.id = s.supporter_id where s.campaign_id = ${campaign.id}`)
    ).map(({ stored, state }) => [stored, state]),
  );

test("one mailbox signs once, however its provider lets it be written", async () => {
  const campaign = await aCampaign(db);
  const hosts = ["proton.me", "protonmail.com", "pm.me"];
  for (let n = 0; n < 15; n++) {
    const local = [..."onceonly"].map((letter, i) =>
      (n >> (i % 4)) & 1 && i > 0 ? `${".-_"[i % 3]}${letter}` : letter,
    );
    await sign(db, aSignatureInput(campaign, { to: `${local.join("")}@${hosts[n % 3]}` }), at(n));
  }
  for (const host of ["icloud.com", "me.com", "mac.com"])
    await sign(db, aSignatureInput(campaign, { to: `once@${host}` }), at(20));
  for (const name of ["shop", "news"])
    await sign(db, aSignatureInput(campaign, { to: `${name}@once.fastmail.com` }), at(21));
  expect(Object.keys(await statesOf(campaign)).sort()).toEqual([
    "once@fastmail.com",
    "once@icloud.com",
    "onceonly@proton.me",
  ]);
});

test("two people of one mailbox stay, and both get a link to their own page", async () => {
  const campaign = await aCampaign(db);
  const first = await signedEarlier(campaign, "pair@pm.me", "pair@proton.me", 0);
  await signedEarlier(campaign, "P.air@protonmail.com", "pair+2@proton.me", 1);
  await sign(db, aSignatureInput(campaign, { to: "pa_ir@proton.me" }), at(9));
  expect(Object.keys(await statesOf(campaign))).toHaveLength(2);
  expect(await findPublicId(db, "pair@proton.me")).toBe(first.publicId);
  await requestManageLink(db, { canonical: "pair@proton.me" }, at(10));
  const asked = sql`${outbox.template} = 'manage-link' and ${outbox.createdAt} = ${at(10).toISOString()}`;
  expect(await db.$count(outbox, asked)).toBe(2);
});

test("who was never to be written to, or erased, under an earlier form stays so", async () => {
  const campaign = await aCampaign(db);
  const hashed = (form: string) => hmac(testKeys, "address", form);
  for (const form of ["no.more@protonmail.com", "nomail@me.com"]) {
    const { keyId, digest } = hashed(form);
    await db.insert(suppressions).values({ addressHmac: digest, keyId, reason: "never" });
  }
  expect(await listSuppressions(db, testKeys, "No.More+x@protonmail.com")).toEqual(["never"]);
  expect(await listSuppressions(db, testKeys, "nomail@icloud.com")).toEqual(["never"]);
  expect(await listSuppressions(db, testKeys, "somebody@icloud.com")).toEqual([]);

  // Erased under that form; then an archive from before was restored.
  const gone = await signedEarlier(campaign, "G.one@pm.me", "gone@proton.me", 30);
  const stays = await signedEarlier(campaign, "gone@protonmail.com", "gone+2@proton.me", 31);
  const { keyId, digest } = hashed("g.one@pm.me");
  const record = { keyId, addressHmac: digest.toString("hex"), erasedAt: at(40).toISOString() };
  const ports = { keys: testKeys, records: [record], removeMails: async () => {} };
  expect(await reapplyErasures(db, ports)).toBe(1);
  const left = await db
    .select({ id: supporters.id })
    .from(supporters)
    .where(inArray(supporters.id, [gone.id, stays.id]));
  expect(left).toEqual([{ id: stays.id }]);
});
