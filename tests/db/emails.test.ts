import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Db } from "#db/index.ts";
import { outbox, petitionNotices, signatures, supporters } from "#db/schema/index.ts";
import { aCampaign } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aDatabaseOf010, bringUpToDate } from "#tests/support/migrations.ts";
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
  const unknown = db
    .insert(outbox)
    .values({
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
    await db
      .insert(outbox)
      .values({
        supporterId: supporter.id,
        signatureId: signature.id,
        campaignId: campaign.id,
        template: "confirm-signature",
      });
  await db.delete(signatures).where(eq(signatures.id, one.signature.id));
  await db.delete(supporters).where(eq(supporters.id, two.supporter.id));
  expect(await db.$count(outbox)).toBe(0);
});

test("emails of 0.1.0 get their lane, and those of a notice on hold keep it", async () => {
  const db = await aDatabaseOf010();
  const [signed] = await db
    .select({ id: signatures.id, supporterId: signatures.supporterId })
    .from(signatures)
    .limit(1);
  // Its columns had other names then.
  const [notice] = await db.select({ id: petitionNotices.id }).from(petitionNotices).limit(1);
  const { id: organizerId } = await anOrganizer(db);
  await db.execute(sql`
    insert into deliveries (supporter_id, organizer_id, signature_id, notice_id, held_notice_id, template,
      state, created_at)
    select case when org is null then ${signed?.supporterId ?? null}::bigint end, org::uuid,
      case when org is null then ${signed?.id ?? null}::bigint end,
      case when template = 'petition-changed' then ${notice?.id ?? null}::bigint end,
      case when template = 'notice-held' then ${notice?.id ?? null}::bigint end,
      template::delivery_template, state::delivery_state, now() - days::int * interval '1 day'
    from (values ('already-signed', 'accepted', 0, null), ('already-signed', 'accepted', 9, null),
      ('receipt', 'accepted', 0, null), ('petition-changed', 'queued', 9, null),
      ('notice-held', 'accepted', 9, ${organizerId})) v (template, state, days, org)`);
  await bringUpToDate(db);
  const rows = await db
    .select({ template: outbox.template, lane: outbox.lane, noticeId: outbox.noticeId })
    .from(outbox)
    .orderBy(sql`${outbox.id} desc`)
    .limit(5);
  expect(rows.toReversed()).toEqual([
    { template: "already-signed", lane: "asked", noticeId: null },
    { template: "already-signed", lane: "free", noticeId: null },
    { template: "receipt", lane: "free", noticeId: null },
    { template: "petition-changed", lane: "bulk", noticeId: notice?.id },
    { template: "notice-held", lane: "free", noticeId: notice?.id },
  ]);
});
