import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import {
  closeCampaign,
  erasesOn,
  reopenCampaign,
} from "#app/domain/campaign/closing/close-campaign.server.ts";
import { readCounts } from "#app/domain/campaign/queries.server.ts";
import { listCounterDrift } from "#app/domain/upkeep/check-counters.server.ts";
import { eraseClosed } from "#app/domain/upkeep/retention/erase-closed.server.ts";
import { campaigns, supporters } from "#db/schema/index.ts";
import { aCampaign } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";

const closedOn = new Date("2026-01-31T12:00:00Z");
const monthsLater = (months: number, seconds = 0) =>
  new Date(erasesOn(closedOn, months).getTime() + seconds * 1000);
const files = { list: async () => [], remove: async () => {} };
const close = (campaignSlug: string, months = 12, dryRun = false) =>
  ({ campaignSlug, months, actor: "operator", dryRun }) as const;

test("months follow the calendar, and a short month uses its last day", () => {
  expect(erasesOn(closedOn, 1).toISOString()).toBe("2026-02-28T12:00:00.000Z");
  expect(erasesOn(closedOn, 12).toISOString()).toBe("2027-01-31T12:00:00.000Z");
});

test("a dry run tells what would go and when, and changes nothing", async () => {
  const db = await aDatabase();
  const campaign = await aCampaign(db);
  await aStoredSignature(db, campaign);
  const ran = await closeCampaign(db, close(campaign.slug, 12, true), closedOn);
  expect(ran).toMatchObject({ outcome: "would-close", erasesOn: monthsLater(12) });
  expect("due" in ran && ran.due.find(({ what }) => what === "signatures")?.rows).toBe(1);
  const [row] = await db.select().from(campaigns).where(eq(campaigns.id, campaign.id));
  expect(row?.status).toBe("open");
});

test("nothing goes a second too early; then all of it goes and the count stays", async () => {
  const db = await aDatabase();
  const campaign = await aCampaign(db);
  const other = await aCampaign(db);
  for (const name of ["Wanda Wiped", "Walter Wiped"])
    await aStoredSignature(db, campaign, { name, comment: "Wiped words", consents: ["sign", "updates"] });
  await aStoredSignature(db, campaign, { state: "withdrawn", name: "Wilma Wiped" });
  await aStoredSignature(db, other, { name: "Karl Kept" });
  await closeCampaign(db, close(campaign.slug, 2), closedOn);

  expect(await eraseClosed(db, files, monthsLater(2, -1))).toBe(0);
  expect(await db.$count(supporters)).toBe(4);
  expect(await eraseClosed(db, files, monthsLater(2))).toBe(3);
  expect((await readCounts(db, campaign.id)).signatures).toBe(2);
  expect((await readCounts(db, other.id)).signatures).toBe(1);
  expect((await db.select({ name: supporters.name }).from(supporters)).map(({ name }) => name)).toEqual([
    "Karl Kept",
  ]);
  const [left] = await db.execute<{ n: string }>(
    sql`select count(*) as n from consents where campaign_id = ${campaign.id}`,
  );
  expect(Number(left?.n)).toBe(0);
  expect(await listCounterDrift(db)).toEqual([]);
  expect(await eraseClosed(db, files, monthsLater(3))).toBe(0);
});

test("it opens again until erasing begins, and never after", async () => {
  const db = await aDatabase();
  const campaign = await aCampaign(db);
  const reopen = () => reopenCampaign(db, { campaignSlug: campaign.slug, actor: "operator" });
  expect(await reopen()).toEqual({ outcome: "not-closed" });
  await closeCampaign(db, close(campaign.slug), closedOn);
  expect(await closeCampaign(db, close(campaign.slug), closedOn)).toMatchObject({
    outcome: "already-closed",
  });
  expect(await reopen()).toEqual({ outcome: "reopened" });
  await closeCampaign(db, close(campaign.slug), closedOn);
  await eraseClosed(db, files, monthsLater(12));
  expect(await reopen()).toEqual({ outcome: "erasing" });
});
