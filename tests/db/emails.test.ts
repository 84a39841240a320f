import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Db } from "#db/index.ts";
import { outbox, signatures, supporters } from "#db/schema/index.ts";
import { aCampaign, storeRow } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { anOrganizer } from "#tests/support/organizers.ts";
import { causeOf } from "#tests/support/refusals.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";
import { anUpdate } from "#tests/support/updates.ts";

/** By a trigger, not a table's constraint. */
const outside = { code: "23514", constraint: "" };

/** A request for an approval, inserted directly. */
async function aRequest(db: Db, campaignId: number): Promise<number> {
  const [row] = await db.execute<{ id: number }>(sql`
    insert into approval_requests (campaign_id, kind, subject, asked_at)
    values (${campaignId}, 'petition', gen_random_uuid(), now()) returning id::float8 as id`);
  return row?.id ?? 0;
}

test("an email is about a thing of the campaign that it speaks for, and about one thing", async () => {
  const db = await aDatabase();
  const [campaign, other] = [await aCampaign(db), await aCampaign(db)];
  const { signature, supporter } = await aStoredSignature(db, campaign, { state: "confirmed" });
  const organizerId = (await anOrganizer(db)).id;
  const update = await anUpdate(db, campaign);
  const approvalRequestId = await aRequest(db, campaign.id);
  const about = [
    { supporterId: supporter.id, signatureId: signature.id, template: "receipt" },
    { organizerId, updateId: update.id, template: "update-paused" },
    { organizerId, approvalRequestId, template: "approval-sent-back" },
  ];
  for (const email of about) {
    const refused = db.insert(outbox).values({ ...email, campaignId: other.id });
    expect(await causeOf(refused)).toMatchObject(outside);
    await db.insert(outbox).values({ ...email, campaignId: campaign.id });
  }
  const moved = db.update(outbox).set({ campaignId: other.id }).where(eq(outbox.updateId, update.id));
  expect(await causeOf(moved)).toMatchObject(outside);

  const both = { organizerId, campaignId: campaign.id, updateId: update.id, approvalRequestId };
  expect(await causeOf(db.insert(outbox).values({ ...both, template: "update-paused" }))).toMatchObject({
    constraint: "outbox_about_one_thing",
  });
  const unknown = storeRow(db, outbox, {
    supporterId: supporter.id,
    signatureId: 4_000_000,
    template: "receipt",
    campaignId: campaign.id,
  });
  expect(await causeOf(unknown)).toMatchObject({ code: "23503" });
});

test("an email goes with what it is about, and with its person", async () => {
  const db = await aDatabase();
  const campaign = await aCampaign(db);
  const [one, two] = [await aStoredSignature(db, campaign), await aStoredSignature(db, campaign)];
  for (const { signature, supporter } of [one, two])
    await storeRow(db, outbox, {
      supporterId: supporter.id,
      signatureId: signature.id,
      campaignId: campaign.id,
      template: "confirm-signature",
    });
  await db.delete(signatures).where(eq(signatures.id, one.signature.id));
  await db.delete(supporters).where(eq(supporters.id, two.supporter.id));
  expect(await db.$count(outbox)).toBe(0);
});
