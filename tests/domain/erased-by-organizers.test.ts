import { desc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { eraseSupporter } from "#app/domain/upkeep/erasure/erase-supporter.server.ts";
import { findToErase } from "#app/domain/upkeep/erasure/find-to-erase.server.ts";
import { auditEntries, campaignOrganizers, supporters } from "#db/schema/index.ts";
import { aCampaign, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aLetter } from "#tests/support/letters.ts";
import { anOrganizer, asRole } from "#tests/support/organizers.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";

const db = await aDatabase();
const ports = { keys: testKeys, record: async () => {}, removeMails: async () => {} };

async function aScene() {
  const campaign = await aCampaign(db);
  const owner = await anOrganizer(db, { campaign });
  const { supporter } = await aStoredSignature(db, campaign, { consents: ["sign", "updates"] });
  const by = { campaignId: campaign.id, organizerId: owner.id };
  const erase = (who = by) =>
    eraseSupporter(db, ports, {
      publicId: supporter.publicId,
      actor: `organizer:${who.organizerId}`,
      by: who,
    });
  const isThere = async () => (await db.$count(supporters, eq(supporters.id, supporter.id))) === 1;
  return { campaign, by, supporter, erase, isThere };
}

test("a manager finds a person by address and erases them, logged without it", async () => {
  const { by, supporter, erase, isThere } = await aScene();
  const found = await findToErase(db, by, supporter.emailCanonical);
  expect(found).toMatchObject({
    publicId: supporter.publicId,
    mayErase: true,
    counts: { signatures: 1, letters: 0 },
  });
  expect(await findToErase(db, by, "nobody@example.org")).toBeNull();
  expect(await erase()).toMatchObject({ outcome: "erased" });
  expect(await isThere()).toBe(false);
  expect(await erase()).toEqual({ outcome: "gone" });
  const [entry] = await db.select().from(auditEntries).orderBy(desc(auditEntries.id)).limit(1);
  expect(entry).toMatchObject({
    action: "supporter-erased",
    actor: `organizer:${by.organizerId}`,
    campaignId: by.campaignId,
  });
  expect(JSON.stringify(entry)).not.toContain(supporter.email);
});

test("erasing needs the right, in every campaign that holds the person", async () => {
  const { campaign, by, supporter, erase, isThere } = await aScene();
  const other = await aScene();
  expect(await findToErase(db, other.by, supporter.emailCanonical)).toBeNull();
  expect(await erase(other.by)).toEqual({ outcome: "gone" });
  const organizer = await anOrganizer(db, { campaign, role: "organizer" });
  const without = { ...by, organizerId: organizer.id };
  expect(await findToErase(db, without, supporter.emailCanonical)).toBeNull();
  expect(await erase(without)).toEqual({ outcome: "gone" });
  const disabled = await anOrganizer(db, { campaign, disabledAt: new Date() });
  expect(await erase({ ...by, organizerId: disabled.id })).toEqual({ outcome: "gone" });

  await aLetter(db, other.campaign, { supporterId: supporter.id });
  expect(await findToErase(db, by, supporter.emailCanonical)).toMatchObject({ mayErase: false });
  expect(await erase()).toEqual({ outcome: "gone" });
  expect(await isThere()).toBe(true);
  await db
    .insert(campaignOrganizers)
    .values({ campaignId: other.campaign.id, organizerId: by.organizerId, ...asRole("owner") });
  expect(await findToErase(db, by, supporter.emailCanonical)).toMatchObject({ mayErase: true });
  expect((await erase()).outcome).toBe("erased");
  const logs = await db
    .select({ campaign: auditEntries.campaignId })
    .from(auditEntries)
    .where(eq(auditEntries.actor, `organizer:${by.organizerId}`))
    .orderBy(auditEntries.id);
  expect(logs.map((entry) => entry.campaign)).toEqual([campaign.id, other.campaign.id]);
});
