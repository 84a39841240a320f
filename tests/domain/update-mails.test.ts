import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { findUpdate } from "#app/domain/outgoing/updates/queries.server.ts";
import { findUpdateMail } from "#app/domain/outgoing/updates/sending/write-update.server.ts";
import { readerOf, readerUrl, unsubscribeUrl } from "#app/domain/outgoing/updates/unsubscribe-link.server.ts";
import { readUpdate } from "#app/domain/outgoing/updates/words/read-update.server.ts";
import { unsubscribe } from "#app/domain/supporters/consents.server.ts";
import { eraseSupporter } from "#app/domain/upkeep/erasure/erase-supporter.server.ts";
import { makeKeys } from "#app/lib/keys.server.ts";
import { createToken, openToken } from "#app/lib/token.server.ts";
import { render } from "#app/mail/render.server.ts";
import { auditEntries, outbox, updates, updateTexts } from "#db/schema/index.ts";
import { aCampaign, storeRow, testKeys } from "#tests/support/builders.ts";
import { aStoredClaim, ofReuters } from "#tests/support/claims.ts";
import { aDatabase } from "#tests/support/database.ts";
import { findEmail } from "#tests/support/find-email.ts";
import { aFileMailing } from "#tests/support/mail.ts";
import { anOrganizer } from "#tests/support/organizers.ts";
import { agreeTo, aStoredSignature } from "#tests/support/signatures.ts";
import { anUpdate, approved } from "#tests/support/updates.ts";

const db = await aDatabase();
const createdAt = new Date("2026-11-25T10:00:00Z");

async function aMailAbout(
  template: "update-test" | "update-paused",
  {
    locale = null,
    ...values
  }: Partial<typeof updates.$inferInsert> & { body?: string; locale?: string | null } = {},
) {
  const campaign = await aCampaign(db, { contactEmail: "hello@campaign.test", languages: ["en", "es"] });
  const organizer = await anOrganizer(db, { campaign, name: "Olga Organizer" });
  const update = await anUpdate(db, campaign, { subject: "What happened", ...values });
  const mail = await storeRow(db, outbox, {
    template,
    campaignId: campaign.id,
    organizerId: organizer.id,
    updateId: update.id,
    locale,
    createdAt,
  });
  return { campaign, organizer, update, mail };
}

test("a test is the very update, says that it is one, and its link unsubscribes nobody", async () => {
  const { mailing } = await aFileMailing();
  const { campaign, organizer, update, mail } = await aMailAbout("update-test", {
    body: "Look:\n\n[claim 9]",
  });
  const reported = { ...ofReuters, text: "Our policy bars it." };
  await aStoredClaim(db, campaign, reported);
  const found = await findEmail(db, mailing, mail.id);
  expect(found).toMatchObject({ to: organizer.email, replyTo: "hello@campaign.test" });
  if (found?.email.name !== "update-test") throw new Error("no test was found");

  const { subject, text } = await render(found.email);
  expect(subject).toBe("Test: What happened");
  expect(text).toContain("*** This is a test, sent only to you.");
  expect(text).toContain("Dear Olga,");
  expect(text).toContain("COMPANY STATEMENT\n  Our policy bars it.\n  Limits: Nobody has looked.");
  expect(text).toContain("(Reported by Reuters, February 18, 2026)");
  expect(text).toContain(`/c/${campaign.slug}/updates/${update.number}\n`);

  const token = found.email.props.unsubscribeUrl.split("/").at(-1) ?? "";
  expect(openToken(testKeys, "unsubscribe", token, new Date())).toMatchObject({ subject: mail.publicId });
  expect(await findUpdateMail(db, testKeys, mail.publicId)).toMatchObject({ isTest: true });
  expect(await unsubscribe(db, mail.publicId)).toEqual({ outcome: "not-subscribed" });
});

test("a test speaks the language that was asked for, else the campaign's first", async () => {
  const { mailing } = await aFileMailing();
  const { update, mail } = await aMailAbout("update-test", { locale: "es", inArchive: false });
  const subjectOf = async () => {
    const found = await findEmail(db, mailing, mail.id);
    return found?.email.name === "update-test" ? found.email.props : null;
  };
  expect(await subjectOf()).toMatchObject({ locale: "en", subject: "What happened", pageUrl: null });
  await db
    .insert(updateTexts)
    .values({ updateId: update.id, locale: "es", subject: "Lo que pasó", body: "Hola." });
  expect(await subjectOf()).toMatchObject({ locale: "es", subject: "Lo que pasó" });
});

test("a continuation links its update's page, or none if that has none", async () => {
  const { mailing } = await aFileMailing();
  const campaign = await aCampaign(db);
  const pages = async (inArchive: { root: boolean; own: boolean }) => {
    const root = await anUpdate(db, campaign, { ...approved, inArchive: inArchive.root });
    const own = { continuesId: root.id, inArchive: inArchive.own };
    const continued = await anUpdate(db, campaign, own);
    const mail = await readUpdate(db, mailing, continued.id, "en");
    const view = await findUpdate(db, campaign.id, continued.publicId);
    const page = `${mailing.appUrl}/c/${campaign.slug}/updates/${root.number}`;
    return [mail?.props.pageUrl === page ? "linked" : mail?.props.pageUrl, view?.hasPage];
  };
  expect(await pages({ root: true, own: true })).toEqual(["linked", true]);
  expect(await pages({ root: false, own: true })).toEqual([null, false]);
  expect(await pages({ root: true, own: false })).toEqual([null, false]);
});

test("an update that cannot be read makes no mail", async () => {
  const { mailing } = await aFileMailing();
  const { mail } = await aMailAbout("update-test", { body: "<script>" });
  expect(await findEmail(db, mailing, mail.id)).toBeNull();
});

test("an email about a paused update says why, and none is made once it is resumed", async () => {
  const { mailing } = await aFileMailing();
  const { campaign, organizer, update, mail } = await aMailAbout("update-paused", {
    ...approved,
    state: "paused",
    startedAt: createdAt,
    pausedAt: createdAt,
    pauseReason: "quota",
    pauseProblem: "daily_quota_exceeded",
  });
  const found = await findEmail(db, mailing, mail.id);
  expect(found).toMatchObject({ to: organizer.email });
  if (!found) throw new Error("no mail was found");
  const { subject, text } = await render(found.email);
  expect(subject).toBe("Sending stopped: people are still waiting");
  expect(text).toContain("The email provider’s quota is used up.");
  expect(text).toContain("daily_quota_exceeded");
  expect(text).toContain(`${mailing.appUrl}/organize/c/${campaign.slug}/updates/${update.publicId}\n`);

  await db
    .update(updates)
    .set({ state: "sending", pausedAt: null, pauseReason: null, pauseProblem: null })
    .where(eq(updates.id, update.id));
  expect(await findEmail(db, mailing, mail.id)).toBeNull();
});

test("in local mode a marked example stands in for the postal address, and nowhere else", async () => {
  const { mailing } = await aFileMailing();
  const { update } = await aMailAbout("update-test");
  const address = async (localMode: boolean) =>
    (await readUpdate(db, { ...mailing, localMode }, update.id, "en"))?.props.campaign.postalAddress;
  expect(await address(true)).toBe("1 Example Street, Example City (Example)");
  expect(await address(false)).toBeNull();
});

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
  await agreeTo(db, "updates", supporter.id, other, { textVersion: "1" });

  expect(await unsubscribe(db, mail.publicId, now)).toEqual({ outcome: "unsubscribed" });
  expect(await inForce(supporter.id, campaign.id)).toEqual(["deliver_to_company", "sign"]);
  expect(await inForce(supporter.id, other.id)).toEqual(["updates"]);
  expect(await findUpdateMail(db, testKeys, mail.publicId)).toMatchObject({
    campaign: campaign.slug,
    agrees: false,
  });
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
  await agreeTo(db, "updates", supporter.id, campaign, { textVersion: "1" });
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
  expect(await findUpdateMail(db, testKeys, mail.publicId)).toBeNull();
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

test("a reader's link works without the email's row, and only for them", async () => {
  const { campaign, supporter, mail } = await aReader();
  const reader = { supporterId: supporter.id, campaignId: campaign.id };
  const site = { keys: testKeys, appUrl: "https://sign.test" };
  const link = readerUrl(site, { ...reader, createdAt: mail.createdAt, locale: "en" });
  expect(readerUrl(site, { ...reader, createdAt: mail.createdAt, locale: "en" })).toBe(link);
  const opened = openToken(testKeys, "unsubscribe", link.split("/").at(-1) ?? "", now);
  if (opened.outcome !== "valid") throw new Error(opened.outcome);
  expect(readerOf(testKeys, opened.subject)).toEqual(reader);
  const rotated = makeKeys([
    "another-secret-that-is-long-enough-000000",
    "a-secret-for-tests-that-is-long-enough-0001",
  ]);
  expect(readerOf(rotated, opened.subject)).toEqual(reader);
  expect(readerOf(testKeys, mail.publicId)).toBeNull();
  const neighbor = readerUrl(site, {
    ...reader,
    supporterId: reader.supporterId + 1,
    createdAt: mail.createdAt,
    locale: "en",
  });
  expect(neighbor.slice(-54, -40)).not.toBe(link.slice(-54, -40));

  await db.delete(outbox).where(eq(outbox.id, mail.id));
  expect(await findUpdateMail(db, testKeys, opened.subject)).toMatchObject({ agrees: true, isTest: false });
  expect(await unsubscribe(db, reader, now)).toEqual({ outcome: "unsubscribed" });
  expect(await findUpdateMail(db, testKeys, opened.subject)).toMatchObject({ agrees: false });
  const other = await aCampaign(db);
  expect(await unsubscribe(db, { ...reader, campaignId: other.id }, now)).toEqual({
    outcome: "not-subscribed",
  });
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
