import { randomUUID } from "node:crypto";
import { desc, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { countByVersion } from "#app/domain/campaign/petition-signers.server.ts";
import { readCounts } from "#app/domain/campaign/queries.server.ts";
import { confirmSignature } from "#app/domain/entries/signatures/confirm-signature.server.ts";
import { listCounterDrift } from "#app/domain/upkeep/check-counters.server.ts";
import { eraseSupporter } from "#app/domain/upkeep/erasure/erase-supporter.server.ts";
import { findToErase } from "#app/domain/upkeep/erasure/find-to-erase.server.ts";
import { reapplyErasures } from "#app/domain/upkeep/erasure/reapply-erasures.server.ts";
import type { ErasureLine } from "#app/lib/erasure-record.ts";
import { makeKeys } from "#app/lib/keys.server.ts";
import { auditEntries, campaignOrganizers, supporters } from "#db/schema/index.ts";
import { aCampaign, aSignatureInput, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { everythingStored } from "#tests/support/everything-stored.ts";
import { aLetter } from "#tests/support/letters.ts";
import { anOrganizer, asRole } from "#tests/support/organizers.ts";
import { sign } from "#tests/support/sign.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";

const db = await aDatabase();

async function confirmed(
  campaign: { id: number; petitionVersion: number },
  to: string,
  values: { name?: string; comment?: string } = {},
) {
  await sign(db, aSignatureInput(campaign, { to, consents: ["sign", "updates"], ...values }));
  const [row] = await db.execute<{ person: string; signature: string }>(sql`
    select p.public_id as person, s.public_id as signature
    from supporters p join signatures s on s.supporter_id = p.id where p.email = ${to}`);
  if (!row) throw new Error("nothing was stored");
  await confirmSignature(db, testKeys, row.signature);
  return row;
}

test("erasure leaves nothing of the person in any column, and the count stays", async () => {
  const campaign = await aCampaign(db);
  const { person } = await confirmed(campaign, "quetzal@unique-domain.example", {
    name: "Quetzalcoatl Uniquename",
    comment: "A remark nobody else makes",
  });
  expect(await everythingStored(db)).toContain("Quetzalcoatl");

  const records: ErasureLine[] = [];
  const removed: string[][] = [];
  const ports = {
    keys: testKeys,
    record: async (record: ErasureLine) => void records.push(record),
    removeMails: async (ids: string[]) => void removed.push(ids),
  };
  const result = await eraseSupporter(db, ports, { publicId: person, actor: "supporter" });
  expect(result).toEqual({ outcome: "erased" });

  const stored = await everythingStored(db);
  for (const trace of ["Quetzalcoatl", "quetzal", "unique-domain", "A remark nobody", person]) {
    expect(stored).not.toContain(trace);
    expect(stored).not.toContain(Buffer.from(trace).toString("hex"));
  }
  expect(records).toHaveLength(1);
  expect(removed[0]).toHaveLength(2);
  const [counts] = await db.execute(
    sql`select sum(confirmed + erased)::int as n from campaign_counts where campaign_id = ${campaign.id}`,
  );
  expect(counts?.n).toBe(1);
  expect(await eraseSupporter(db, ports, { publicId: person, actor: "supporter" })).toEnd("gone");
});

test("an erasure whose record cannot be written does not happen", async () => {
  const campaign = await aCampaign(db);
  const { person } = await confirmed(campaign, "stays@example.org");
  const ports = {
    keys: testKeys,
    record: async () => {
      throw new Error("disk full");
    },
    removeMails: async () => {},
  };
  await expect(eraseSupporter(db, ports, { publicId: person, actor: "supporter" })).rejects.toThrow(
    "disk full",
  );
  const rows = await db.execute(sql`select 1 from supporters where public_id = ${person}`);
  expect(rows).toHaveLength(1);
});

test("the record of an erasure is on the disk before anything is locked or erased", async () => {
  const campaign = await aCampaign(db);
  const { person } = await confirmed(campaign, "first-the-line@example.org");
  let seen: unknown[] = [];
  const ports = {
    keys: testKeys,
    record: async () => {
      seen = await db.execute(sql`select 1 from supporters where public_id = ${person} for update nowait`);
    },
    removeMails: async () => {},
  };
  await eraseSupporter(db, ports, { publicId: person, actor: "supporter" });
  expect(seen).toHaveLength(1);
});

test("an erased signer stays counted under the text they signed, and under no other", async () => {
  const campaign = await aCampaign(db);
  const first = await confirmed(campaign, "first-text@example.org");
  await db.execute(sql`
    insert into petition_versions (campaign_id, version, summary, body, published_at, earlier_signers)
    values (${campaign.id}, 2, 'We ask more.', 'We ask for more.', now(), 'apart')`);
  await db.execute(sql`update campaigns set petition_version = 2 where id = ${campaign.id}`);
  const second = { ...campaign, petitionVersion: 2 };
  const newer = await confirmed(second, "second-text@example.org");
  const counts = async () => {
    const { signatures, earlier } = await readCounts(db, campaign.id);
    return { signatures, earlier, byVersion: Object.fromEntries(await countByVersion(db, campaign.id)) };
  };
  const before = await counts();
  expect(before).toEqual({ signatures: 1, earlier: 1, byVersion: { 1: 1, 2: 1 } });

  const ports = { keys: testKeys, record: async () => {}, removeMails: async () => {} };
  await eraseSupporter(db, ports, { publicId: first.person, actor: "supporter" });
  expect(await counts()).toEqual(before);
  await eraseSupporter(db, ports, { publicId: newer.person, actor: "supporter" });
  expect(await counts()).toEqual(before);

  await confirmed(second, "first-text@example.org");
  expect(await counts()).toEqual({ signatures: 2, earlier: 0, byVersion: { 2: 2 } });
  expect((await listCounterDrift(db)).filter((one) => one.campaign === campaign.slug)).toEqual([]);
});

test("an erased signer who signs again counts once, even after a secret's rotation", async () => {
  const campaign = await aCampaign(db);
  const { person } = await confirmed(campaign, "again@example.org");
  const ports = { keys: testKeys, record: async () => {}, removeMails: async () => {} };
  await eraseSupporter(db, ports, { publicId: person, actor: "supporter" });

  await sign(db, aSignatureInput(campaign, { to: "again@example.org" }));
  const [row] = await db.execute<{ signature: string }>(sql`
    select s.public_id as signature from supporters p join signatures s on s.supporter_id = p.id
    where p.email = 'again@example.org'`);
  const rotated = makeKeys([
    "a-newer-secret-for-tests-long-enough-00002",
    "a-secret-for-tests-that-is-long-enough-0001",
  ]);
  await confirmSignature(db, rotated, row?.signature ?? randomUUID());
  const [counts] = await db.execute(
    sql`select sum(confirmed)::int as confirmed, sum(erased)::int as erased from campaign_counts
      where campaign_id = ${campaign.id}`,
  );
  expect(counts).toEqual({ confirmed: 1, erased: 0 });
});

test("erasures are reapplied to older rows, not to people who came back", async () => {
  const campaign = await aCampaign(db);
  const older = await confirmed(campaign, "older@example.org");
  const newer = await confirmed(campaign, "newer@example.org");
  const records: ErasureLine[] = [];
  const ports = {
    keys: testKeys,
    record: async (record: ErasureLine) => void records.push(record),
    removeMails: async () => {},
  };
  for (const { person } of [older, newer])
    await eraseSupporter(db, ports, { publicId: person, actor: "supporter" });

  // As in a restored backup: the same addresses, one from before its erasure, one from after.
  await sign(db, aSignatureInput(campaign, { to: "older@example.org" }), new Date(Date.now() - 86_400_000));
  await sign(db, aSignatureInput(campaign, { to: "newer@example.org" }), new Date(Date.now() + 86_400_000));
  expect(await reapplyErasures(db, { keys: testKeys, records, removeMails: async () => {} })).toBe(1);
  const left = await db.execute<{ email: string }>(
    sql`select email from supporters where email in ('older@example.org', 'newer@example.org')`,
  );
  expect(left).toEqual([{ email: "newer@example.org" }]);
});

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
