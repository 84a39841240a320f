import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { milestonesUpTo } from "#app/domain/campaign/milestones/milestone.ts";
import { findMilestone, noteMilestones } from "#app/domain/campaign/milestones/note-milestones.server.ts";
import { readCounts } from "#app/domain/campaign/queries.server.ts";
import { aCampaign } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";

const db = await aDatabase();
const now = new Date("2026-11-20T12:00:00Z");

/** Adds this many people (or, below 0, removes them) in an hour, as the triggers would. */
async function join(campaignId: number, at: string, n: number) {
  await db.execute(sql`insert into activity_hours (campaign_id, measure, hour, slot, n)
    values (${campaignId}, ${n > 0 ? "joined" : "left"}, ${at}::timestamptz, 3, ${Math.abs(n)})`);
  await db.execute(sql`insert into campaign_counts (campaign_id, slot, confirmed)
    values (${campaignId}, 0, ${n})
    on conflict (campaign_id, slot)
    do update set confirmed = campaign_counts.confirmed + excluded.confirmed`);
}

const reached = async (campaignId: number) => {
  const rows = await db.execute<{ signatures: number; at: string }>(sql`
    select signatures, to_char(reached_at at time zone 'UTC', 'MM-DD HH24') as at from campaign_milestones
    where campaign_id = ${campaignId} order by 1`);
  return rows.map(({ signatures, at }) => `${signatures} ${at}`);
};

test("round numbers are 100, 500, 1,000, 5,000 and so on", () => {
  expect(milestonesUpTo(99)).toEqual([]);
  expect(milestonesUpTo(100)).toEqual([100]);
  expect(milestonesUpTo(10_000)).toEqual([100, 500, 1000, 5000, 10_000]);
});

test("a milestone has the hour it was reached, however late it is noted", async () => {
  const campaign = await aCampaign(db);
  await join(campaign.id, "2026-11-12T08:00:00Z", 99);
  await noteMilestones(db, now);
  expect(await reached(campaign.id)).toEqual([]);
  await join(campaign.id, "2026-11-12T09:00:00Z", 1);
  await join(campaign.id, "2026-11-14T21:00:00Z", 900);
  await noteMilestones(db, now);
  expect(await reached(campaign.id)).toEqual(["100 11-12 09", "500 11-14 21", "1000 11-14 21"]);
  expect(await findMilestone(db, campaign.id, 1000)).toEqual({
    signatures: 1000,
    reachedAt: new Date("2026-11-14T21:00:00Z"),
  });
  await noteMilestones(db, new Date("2026-12-20T12:00:00Z"));
  expect(await reached(campaign.id)).toHaveLength(3);
});

test("a lost milestone is hidden, and shown again from its final hour", async () => {
  const campaign = await aCampaign(db);
  await join(campaign.id, "2026-11-01T08:00:00Z", 120);
  await noteMilestones(db, now);
  await join(campaign.id, "2026-11-03T08:00:00Z", -30);
  expect(await findMilestone(db, campaign.id, (await readCounts(db, campaign.id)).signatures)).toBeNull();
  await noteMilestones(db, now);
  expect(await reached(campaign.id)).toEqual([]);
  await join(campaign.id, "2026-11-05T10:00:00Z", 15);
  await noteMilestones(db, now);
  expect(await reached(campaign.id)).toEqual(["100 11-05 10"]);
});

test("campaigns are told apart, and a draft has no milestones", async () => {
  const [one, other] = [await aCampaign(db), await aCampaign(db, { status: "draft" })];
  await join(other.id, "2026-11-01T08:00:00Z", 500);
  await join(one.id, "2026-11-02T08:00:00Z", 100);
  await noteMilestones(db, now);
  expect(await reached(one.id)).toEqual(["100 11-02 08"]);
  expect(await reached(other.id)).toEqual([]);
});
