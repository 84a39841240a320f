import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { claimSections, nextGoal, type OrganizationDetails } from "#app/domain/campaign/campaign.ts";
import { readOpening } from "#app/domain/campaign/opening/open-campaign.server.ts";
import { missingBeforeOpening, readSigning } from "#app/domain/campaign/opening/readiness.server.ts";
import {
  findCampaign,
  findFeaturedCampaign,
  listPetitions,
  readCase,
  readCounts,
} from "#app/domain/campaign/queries.server.ts";
import { listRecipients } from "#app/domain/campaign/recipients/queries.server.ts";
import type { Db } from "#db/index.ts";
import { campaigns, claims, corrections } from "#db/schema/index.ts";
import { seed } from "#db/seed/index.ts";
import { microsoftIceClaims } from "#db/seed/microsoft-ice-claims.ts";
import { aDatabase } from "#tests/support/database.ts";

const now = new Date("2026-11-24T12:00:00Z");
const nobody: OrganizationDetails = {
  operator: null,
  postalAddress: null,
  contactEmail: null,
  privacyContact: null,
  fundingLine: null,
};

async function aSeededDatabase() {
  const db = await aDatabase();
  await seed(db, now);
  const campaign = await findCampaign(db, "microsoft-ice");
  if (!campaign) throw new Error("the seed left no campaign");
  return { db, campaign };
}

const dump = async (db: Db) => {
  const tables = ["targets", "meetings", "ballot_items", "issuer_snapshots", "campaigns", "claims"];
  return Promise.all(tables.map((table) => db.execute(sql.raw(`select * from ${table} order by id`))));
};

test("the seed has the whole case in order, with nothing marked verified", async () => {
  const { db, campaign } = await aSeededDatabase();
  const rows = await db.select().from(claims).orderBy(claims.position);

  expect(rows.map((row) => row.position)).toEqual(rows.map((_, i) => i + 1));
  const sections = [...new Set(rows.map((row) => row.section))];
  expect(sections.join(" ")).toBe("thesis people reported company acted image matters ask conclusion");
  expect(
    rows.every((row) => row.sourceTitle === null && row.sourceUrl === null && row.urlVerifiedAt === null),
  ).toBe(true);
  expect([rows[0]?.kind, rows.at(-1)?.kind]).toEqual(["reported", "opinion"]);
  expect(rows.filter((row) => row.kind === "opinion" && row.limits !== null)).toEqual([]);
  const people = rows.filter((row) => row.section === "people" && row.kind !== "opinion");
  expect(people.map((row) => row.publisher)).toHaveLength(7);
  expect(rows.filter((row) => !row.published).map((row) => row.text)).toEqual([
    expect.stringContaining("May 2025"),
    expect.stringContaining("inauguration"),
  ]);
  for (const table of ["targets", "meetings", "ballot_items", "issuer_snapshots", "co_filing_rules"]) {
    const [count] = await db.execute<{ n: number }>(
      sql.raw(
        `select count(*)::int as n from ${table} where verified_at is not null or source_url is not null`,
      ),
    );
    expect(count?.n).toBe(0);
  }
  expect(await listPetitions(db, campaign.id)).toEqual([
    { ...campaign.petition, version: 1, publishedAt: now },
  ]);
  expect(await listRecipients(db, campaign.id)).toMatchObject([
    { name: "Investor Relations", email: "msft@microsoft.com", verified: null },
  ]);
});

test("a second seed leaves alone what organizers edited, added and removed", async () => {
  const { db, campaign } = await aSeededDatabase();
  await db.update(campaigns).set({ title: "Another title", operator: "An association" });
  await db.update(claims).set({ text: "Reworded." }).where(eq(claims.position, 5));
  await db.delete(claims).where(eq(claims.section, "ask"));
  const before = await dump(db);

  expect(await seed(db, new Date("2027-01-01T00:00:00Z"))).toEqual({ campaign: "kept" });
  expect(await dump(db)).toEqual(before);
  expect((await findCampaign(db, "microsoft-ice"))?.id).toBe(campaign.id);
});

test("two seeds at once make one campaign", async () => {
  const db = await aDatabase();
  const outcomes = await Promise.all([seed(db, now), seed(db, now)]);

  expect(outcomes.map(({ campaign }) => campaign).sort()).toEqual(["inserted", "kept"]);
  expect(await db.$count(claims)).toBe(microsoftIceClaims.length);
});

test("claims are printed and numbered by section and place", async () => {
  const { db, campaign } = await aSeededDatabase();
  const { claims: printed } = await readCase(db, campaign.id);

  expect(printed.map(({ number }) => number)).toEqual(printed.map((_, i) => i + 1));
  expect([...new Set(printed.map(({ section }) => section))]).toEqual([...claimSections]);
  const grew = printed.find(({ text }) => /nearly 1,400/.test(text));
  expect(grew?.picture).toMatchObject({ kind: "growth", points: [{ value: 400 }, { value: 1400 }] });
});

test("what is not published appears nowhere, not even in the timeline", async () => {
  const { db, campaign } = await aSeededDatabase();
  const caseData = await readCase(db, campaign.id);
  expect(JSON.stringify(caseData)).not.toMatch(/inauguration/i);

  await db.update(claims).set({ published: false }).where(sql`${claims.picture} ->> 'kind' = 'growth'`);
  const without = await readCase(db, campaign.id);
  expect(without.claims).toHaveLength(caseData.claims.length - 1);
  expect(without.claims.map(({ number }) => number)).toEqual(without.claims.map((_, i) => i + 1));
  expect(JSON.stringify(without)).not.toMatch(/terabytes/);
});

test("the timeline runs in the order of time and points at the notes", async () => {
  const { db, campaign } = await aSeededDatabase();
  const { timeline, claims: printed } = await readCase(db, campaign.id);
  const days = timeline.map(({ happened }) => happened.on);

  expect(days).toEqual([...days].sort());
  const [stored] = await db.execute<{ lines: number }>(
    sql`select sum(jsonb_array_length(timeline))::int as lines from claims where published`,
  );
  expect(timeline).toHaveLength(stored?.lines ?? 0);
  expect(timeline.length).toBeGreaterThan(5);
  const handedIn = timeline.find(({ label }) => label.includes("Redmond"));
  expect(printed.find(({ number }) => number === handedIn?.claim)?.text).toMatch(/300,000/);
});

test("a source's title and address appear only once an organizer has opened the page", async () => {
  const { db, campaign } = await aSeededDatabase();
  expect((await readCase(db, campaign.id)).claims.every(({ source }) => source === null)).toBe(true);

  await db
    .update(claims)
    .set({ sourceTitle: "A title", sourceUrl: "https://example.org/a", urlVerifiedAt: now })
    .where(eq(claims.position, 5));
  const { claims: printed } = await readCase(db, campaign.id);
  expect(printed.flatMap(({ source }) => source ?? [])).toEqual([
    { title: "A title", url: "https://example.org/a", archive: null },
  ]);
});

test("a claim of a newsroom cannot be published without publisher and date", async () => {
  const { db } = await aSeededDatabase();
  const inauguration = eq(claims.published, false);
  await expect(db.update(claims).set({ published: true }).where(inauguration)).rejects.toMatchObject({
    cause: { constraint_name: "claims_published_with_source" },
  });
});

test("corrections come newest first", async () => {
  const { db, campaign } = await aSeededDatabase();
  await db.insert(corrections).values([
    { campaignId: campaign.id, correctedOn: "2026-03-01", text: "First" },
    { campaignId: campaign.id, correctedOn: "2026-03-09", text: "Second" },
  ]);
  expect((await readCase(db, campaign.id)).corrections.map(({ text }) => text)).toEqual(["Second", "First"]);
});

test("a draft is not found, by its slug or as the featured one", async () => {
  const { db } = await aSeededDatabase();
  expect((await findFeaturedCampaign(db))?.slug).toBe("microsoft-ice");

  await db.update(campaigns).set({ status: "draft" });
  expect(await findCampaign(db, "microsoft-ice")).toBeNull();
  expect(await findFeaturedCampaign(db)).toBeNull();
});

test("the count adds confirmed and erased signatures of one campaign over all slots", async () => {
  const { db, campaign } = await aSeededDatabase();
  expect(await readCounts(db, campaign.id)).toEqual({
    signatures: 0,
    pending: 0,
    earlier: 0,
    imported: 0,
    onPaper: 0,
  });

  await db.execute(sql`insert into campaign_counts (campaign_id, slot, pending, confirmed, withdrawn, erased,
      imported, on_paper)
    values (${campaign.id}, 0, 5, 10, 3, 1, 8, 4), (${campaign.id}, 7, -2, 20, 0, 0, -1, 2)`);
  expect(await readCounts(db, campaign.id)).toEqual({
    signatures: 31,
    pending: 3,
    earlier: 0,
    imported: 7,
    onPaper: 6,
  });
});

test("signing opens in public once operator, funding and contact are set", async () => {
  const { db, campaign } = await aSeededDatabase();
  expect(readSigning(campaign, false)).toEqual({
    outcome: "not-open",
    missing: ["operator", "postal-address", "contact", "funding", "privacy-contact"],
  });
  expect(readSigning(campaign, true)).toEqual({ outcome: "open" });
  const noSender = { senderName: null, senderAddress: null, replyTo: null };
  expect(missingBeforeOpening({ ...nobody, ...noSender, operator: "A", postalAddress: " " })).toContain(
    "postal-address",
  );

  await db
    .update(campaigns)
    .set({
      operator: "An association",
      postalAddress: "1 Street",
      contactEmail: "us@campaign.net",
      privacyContact: "privacy@campaign.net",
      fundingLine: "Gifts.",
    })
    .where(and(eq(campaigns.id, campaign.id)));
  const stated = await findCampaign(db, "microsoft-ice");
  expect(stated && readSigning(stated, false)).toEqual({ outcome: "open" });
  const closed = { status: "closed", organization: nobody, signsAsExample: false } as const;
  expect(readSigning(closed, true)).toEqual({ outcome: "closed" });

  for (const sender of [
    { senderName: "Example Campaign Association" },
    { senderAddress: "campaign@example.org" },
    { replyTo: "campaign@example.org" },
  ]) {
    await db.update(campaigns).set({ ...noSender, ...sender });
    const signed = await findCampaign(db, "microsoft-ice");
    const missing = { outcome: "not-open", missing: ["campaign-sender"] };
    expect(signed && readSigning(signed, false), JSON.stringify(sender)).toEqual(missing);
    expect(signed && readSigning(signed, true)).toEqual({ outcome: "open" });
    expect((await readOpening(db, campaign.id)).missing).toEqual(["campaign-sender"]);
  }
});

test("the next step is the first above the count, and there is always one", () => {
  const steps = [1000, 5000, 300_000];
  expect([0, 999, 1000, 4999].map((count) => nextGoal(steps, count))).toEqual([1000, 1000, 5000, 5000]);
  expect([300_000, 599_999, 600_000].map((count) => nextGoal(steps, count))).toEqual([
    600_000, 600_000, 900_000,
  ]);
});
