import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { findUpdateMail } from "#app/domain/outgoing/updates/sending/write-update.server.ts";
import { unsubscribeUrl } from "#app/domain/outgoing/updates/unsubscribe-link.server.ts";
import { unsubscribe } from "#app/domain/supporters/consents.server.ts";
import { eraseSupporter } from "#app/domain/upkeep/erasure/erase-supporter.server.ts";
import { makeKeys } from "#app/lib/keys.server.ts";
import { createToken, openToken } from "#app/lib/token.server.ts";
import { auditEntries, consents, outbox } from "#db/schema/index.ts";
import { aCampaign, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";
import { anUpdate } from "#tests/support/updates.ts";

const db = await aDatabase();
const now = new Date("2026-11-25T10:00:00Z");

async function aReader() {
  const campaign = await aCampaign(db);
  const agreed = ["sign", "updates", "deliver_to_company"] as const;
  const { supporter } = await aStoredSignature(db, campaign, { consents: agreed });
  const mail = await aMail(campaign, supporter);
  return { campaign, supporter, mail };
}

async function aMail(campaign: { id: number }, supporter: { id: number }) {
  const update = await anUpdate(db, campaign);
  const [mail] = await db
    .insert(outbox)
    .values({ template: "update", campaignId: campaign.id, supporterId: supporter.id, updateId: update.id })
    .returning();
  if (!mail) throw new Error("no mail was stored");
  return mail;
}

const inForce = async (supporterId: number, campaignId: number) => {
  const rows = await db.execute<{ purpose: string }>(sql`
    select purpose from consents where supporter_id = ${supporterId} and campaign_id = ${campaignId}
      and revoked_at is null order by purpose::text`);
  return rows.map(({ purpose }) => purpose);
};
const entries = (campaignId: number) =>
  db.select().from(auditEntries).where(eq(auditEntries.campaignId, campaignId));

test("unsubscribing ends the consent to updates of that campaign and nothing else", async () => {
  const { campaign, supporter, mail } = await aReader();
  const other = await aCampaign(db);
  await db
    .insert(consents)
    .values({
      supporterId: supporter.id,
      campaignId: other.id,
      purpose: "updates",
      textVersion: "1",
      locale: "en",
    });

  expect(await unsubscribe(db, mail.publicId, now)).toEqual({ outcome: "unsubscribed" });
  expect(await inForce(supporter.id, campaign.id)).toEqual(["deliver_to_company", "sign"]);
  expect(await inForce(supporter.id, other.id)).toEqual(["updates"]);
  expect(await findUpdateMail(db, mail.publicId)).toMatchObject({ campaign: campaign.slug, agrees: false });
});

test("unsubscribing logs one anonymous entry, however often it is repeated", async () => {
  const { campaign, mail } = await aReader();
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => unsubscribe(db, mail.publicId, now)));
  expect(outcomes.filter(({ outcome }) => outcome === "unsubscribed")).toHaveLength(1);
  await unsubscribe(db, mail.publicId, now);

  const found = await entries(campaign.id);
  expect(found).toMatchObject([{ actor: "supporter", action: "unsubscribed", subject: null, detail: {} }]);
});

test("somebody who agrees again gets updates again, and an old link ends them again", async () => {
  const { campaign, supporter, mail } = await aReader();
  await unsubscribe(db, mail.publicId, now);
  await db
    .insert(consents)
    .values({
      supporterId: supporter.id,
      campaignId: campaign.id,
      purpose: "updates",
      textVersion: "1",
      locale: "en",
    });
  expect(await inForce(supporter.id, campaign.id)).toContain("updates");
  expect(await unsubscribe(db, mail.publicId)).toEqual({ outcome: "unsubscribed" });
  expect(await inForce(supporter.id, campaign.id)).not.toContain("updates");
  expect(await entries(campaign.id)).toHaveLength(2);
});

test("after an erasure there is nothing to end and nothing is written", async () => {
  const { campaign, supporter, mail } = await aReader();
  const ports = { keys: testKeys, record: async () => {}, removeMails: async () => {} };
  await eraseSupporter(db, ports, { publicId: supporter.publicId, actor: "supporter" }, now);
  expect(await unsubscribe(db, mail.publicId, now)).toEqual({ outcome: "not-subscribed" });
  expect(await unsubscribe(db, randomUUID(), now)).toEqual({ outcome: "not-subscribed" });
  expect(await findUpdateMail(db, mail.publicId)).toBeNull();
  const about = await entries(campaign.id);
  expect(about.filter(({ action }) => action === "unsubscribed")).toEqual([]);
});

test("the id of a mail that is no update's unsubscribes nobody", async () => {
  const { campaign, supporter } = await aReader();
  const [mail] = await db
    .insert(outbox)
    .values({ template: "manage-link", campaignId: campaign.id, supporterId: supporter.id })
    .returning();
  expect(await unsubscribe(db, mail?.publicId ?? "", now)).toEqual({ outcome: "not-subscribed" });
  expect(await inForce(supporter.id, campaign.id)).toContain("updates");
});

test("a row's link is stable, in its language, and survives a rotated secret", async () => {
  const { mail } = await aReader();
  const site = { keys: testKeys, appUrl: "https://sign.test" };
  const row = { publicId: mail.publicId, createdAt: mail.createdAt };
  const link = unsubscribeUrl(site, { ...row, locale: "en" });
  expect(unsubscribeUrl(site, { ...row, locale: "en" })).toBe(link);
  expect(unsubscribeUrl(site, { ...row, locale: "es" })).toBe(
    link.replace("https://sign.test", "https://sign.test/es"),
  );

  const token = link.split("/").at(-1) ?? "";
  const rotated = makeKeys([
    "a-newer-secret-that-signs-from-now-on-0003",
    "a-secret-for-tests-that-is-long-enough-0001",
  ]);
  const inTwentyYears = new Date("2046-01-01T00:00:00Z");
  for (const keys of [testKeys, rotated]) {
    expect(openToken(keys, "unsubscribe", token, inTwentyYears)).toMatchObject({
      outcome: "valid",
      subject: mail.publicId,
    });
  }
  const without = makeKeys(["a-newer-secret-that-signs-from-now-on-0003"]);
  expect(openToken(without, "unsubscribe", token, now).outcome).toBe("invalid");
});

test("a link to unsubscribe opens nothing else, and no other link unsubscribes", () => {
  const given = { subject: randomUUID(), issuedAt: now, expiresAt: null };
  const purposes = ["confirm", "thanks", "manage", "unsubscribe"] as const;
  for (const made of purposes) {
    for (const asked of purposes) {
      const { outcome } = openToken(testKeys, asked, createToken(testKeys, made, given), now);
      expect(outcome).toBe(made === asked ? "valid" : "invalid");
    }
  }
});
