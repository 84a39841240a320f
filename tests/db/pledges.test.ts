import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { eraseSupporter } from "#app/domain/upkeep/erasure/erase-supporter.server.ts";
import type { Db } from "#db/index.ts";
import { pledgeIntentions, pledges, pledgeTotals, pledgeWilling } from "#db/schema/index.ts";
import { aCampaign, testKeys } from "#tests/support/builders.ts";
import { aDatabase, openAs } from "#tests/support/database.ts";
import { aBallotItem, aCiphertext, aMeeting, aPledge, pledgeValues } from "#tests/support/pledges.ts";
import { causeOf } from "#tests/support/refusals.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";

const db = await aDatabase();
const later = new Date("2026-10-03T00:00:00Z");

/** Someone who may pledge, and the meeting of their campaign's company. */
async function aHolder(on: Db = db) {
  const campaign = await aCampaign(on);
  const meeting = await aMeeting(on, campaign);
  const { supporter } = await aStoredSignature(on, campaign);
  return {
    campaign,
    meeting,
    supporter,
    holder: { campaignId: campaign.id, supporterId: supporter.id, meetingId: meeting.id },
  };
}

type PledgeChange = Partial<typeof pledges.$inferInsert>;

/** The database's answer to each change of one valid pledge. */
async function onePledge(values: PledgeChange = {}) {
  const { holder } = await aHolder();
  const pledge = await aPledge(db, holder, values);
  const set = (change: PledgeChange) =>
    causeOf(db.update(pledges).set(change).where(eq(pledges.id, pledge.id)));
  return { holder, pledge, set };
}

test("one pledge a person, meeting and kind is active at a time", async () => {
  const { holder, set } = await onePledge();
  const insert = (values: PledgeChange) => causeOf(db.insert(pledges).values(pledgeValues(holder, values)));

  expect(await insert({ version: 2 })).toMatchObject({ constraint: "pledges_one_active" });
  expect(await insert({ kind: "fund" })).toBeNull();
  expect(await insert({ version: 2, status: "email_pending", confirmedAt: null })).toBeNull();
  expect(await set({ status: "superseded" })).toBeNull();
  expect(await insert({ version: 3 })).toBeNull();
});

test("a pledge is of one meeting that there is, under a public id of its own", async () => {
  const { holder, pledge } = await onePledge();
  const other = pledgeValues({ ...holder, meetingId: (await aHolder()).meeting.id });
  const insert = (values: PledgeChange) => causeOf(db.insert(pledges).values({ ...other, ...values }));
  expect(await insert({ publicId: pledge.publicId })).toBreak("pledges_public_id_unique");
  expect(await insert({ meetingId: -1 })).toMatchObject({ constraint: "pledges_meeting_id_meetings_id_fk" });
  expect(await insert({})).toBeNull();
});

test("an edit is a new version, and a version is given once", async () => {
  const { holder, set } = await onePledge({ status: "superseded" });
  const again = db.insert(pledges).values(pledgeValues(holder));
  expect(await causeOf(again)).toMatchObject({ constraint: "pledges_one_row_a_version" });
  expect(await set({ version: 0 })).toMatchObject({ constraint: "pledges_versions_count_up" });
});

for (const kind of ["direct", "institution"] as const) {
  test(`a pledge of kind ${kind} holds a number of shares or a bucket, exactly one`, async () => {
    const { set } = await onePledge({ kind });
    const refused = { constraint: "pledges_one_holding_unless_fund" };
    expect(await set({ bucketEnc: aCiphertext() })).toMatchObject(refused);
    expect(await set({ sharesEnc: null, keyId: null })).toMatchObject(refused);
    expect(await set({ sharesEnc: null, bucketEnc: aCiphertext() })).toBeNull();
  });
}

test("a fund pledge has no shares", async () => {
  const { set } = await onePledge({ kind: "fund" });
  const refused = { constraint: "pledges_one_holding_unless_fund" };
  expect(await set({ sharesEnc: aCiphertext(), keyId: "0123abcd" })).toMatchObject(refused);
  expect(await set({ bucketEnc: aCiphertext(), keyId: "0123abcd" })).toMatchObject(refused);
});

test("a holding is stored with the id of its key, and nothing else has one", async () => {
  const direct = await onePledge();
  expect(await direct.set({ keyId: null })).toMatchObject({ constraint: "pledges_holding_has_key" });
  const fund = await onePledge({ kind: "fund" });
  expect(await fund.set({ keyId: "0123abcd" })).toMatchObject({ constraint: "pledges_holding_has_key" });
});

test("what is too short for a ciphertext is refused as a holding", async () => {
  const { set } = await onePledge();
  const refused = { constraint: "pledges_holding_is_ciphertext" };
  expect(await set({ sharesEnc: Buffer.from("1250.5") })).toMatchObject(refused);
  expect(await set({ sharesEnc: null, bucketEnc: Buffer.from("100-999") })).toMatchObject(refused);
  expect(await set({ sharesEnc: aCiphertext(129) })).toMatchObject(refused);
  expect(await set({ sharesEnc: aCiphertext(29) })).toBeNull();
});

test("held since is a month from the first sale of the shares to the day of the pledge", async () => {
  const { set } = await onePledge({ createdAt: new Date("2026-10-01T00:00:00Z") });
  const refused = { constraint: "pledges_held_since_possible" };
  expect(await set({ heldSinceMonth: "1986-02-01" })).toMatchObject(refused);
  expect(await set({ heldSinceMonth: "2026-11-01" })).toMatchObject(refused);
  expect(await set({ heldSinceMonth: "2020-05-13" })).toBreak("pledges_held_since_is_a_month");
  expect(await set({ heldSinceMonth: "1986-03-01" })).toBeNull();
  expect(await set({ heldSinceMonth: "2026-10-01" })).toBeNull();
});

test("how long shares are held is told as a month or as a bucket, not as both", async () => {
  const { set } = await onePledge({ heldSinceMonth: "2020-05-01" });
  expect(await set({ tenureBucket: "3_years_or_more" })).toBreak("pledges_tenure_given_once");
  expect(await set({ heldSinceMonth: null, tenureBucket: "3_years_or_more" })).toBeNull();
});

test("account flags are known words, each at most once", async () => {
  const { set } = await onePledge();
  const refused = { constraint: "pledges_account_flags_known" };
  expect(await set({ accountFlags: ["cash", "options"] })).toMatchObject(refused);
  expect(await set({ accountFlags: ["cash", "cash"] })).toMatchObject(refused);
  expect(await set({ accountFlags: sql`array[null]::text[]` as never })).toMatchObject(refused);
  expect(await set({ accountFlags: ["unsure", "lending", "margin", "cash"] })).toBeNull();
});

test("a pledge is active only once its e-mail is confirmed", async () => {
  const { set } = await onePledge({ status: "email_pending", confirmedAt: null });
  expect(await set({ status: "active" })).toMatchObject({ constraint: "pledges_active_is_confirmed" });
  expect(await set({ confirmedAt: later })).toMatchObject({ constraint: "pledges_pending_is_unconfirmed" });
  expect(await set({ status: "active", confirmedAt: later })).toBeNull();
});

test("a pledge is withdrawn when and only when it says since when", async () => {
  const { set } = await onePledge();
  const refused = { constraint: "pledges_withdrawn_has_time" };
  expect(await set({ status: "withdrawn" })).toMatchObject(refused);
  expect(await set({ withdrawnAt: later })).toMatchObject(refused);
  expect(await set({ status: "withdrawn", withdrawnAt: later })).toBeNull();
});

test("an unconfirmed pledge has neither a confirmed address nor a known outcome", async () => {
  const { set } = await onePledge({ status: "email_pending", confirmedAt: null });
  expect(await set({ verification: "email_confirmed" })).toBreak("pledges_verified_is_confirmed");
  expect(await set({ outcome: "did_not_vote", outcomeAt: later })).toBreak("pledges_outcome_of_confirmed");
});

test("a pledge names the version of the disclosure that its person attested", async () => {
  const { set } = await onePledge();
  expect(await set({ disclosureVersion: "" })).toBreak("pledges_disclosure_version_given");
});

test("an intention is for an item of the pledge's own meeting, or in general", async () => {
  const { campaign, meeting, holder } = await aHolder();
  const next = await aMeeting(db, campaign, 2027);
  const [own, foreign] = [await aBallotItem(db, meeting), await aBallotItem(db, next)];
  const pledge = await aPledge(db, holder);
  const base = { pledgeId: pledge.id, meetingId: meeting.id, kind: pledge.kind, intention: "for" as const };
  const insert = (values: Partial<typeof pledgeIntentions.$inferInsert>) =>
    causeOf(db.insert(pledgeIntentions).values({ ...base, ...values }));

  expect(await insert({ ballotItemId: foreign.id })).toBreak("pledge_intentions_item_of_meeting");
  expect(await insert({ ballotItemId: foreign.id, meetingId: next.id })).toBreak("pledge_intentions_pledge");
  expect(await insert({ ballotItemId: own.id })).toBeNull();
  expect(await insert({})).toBeNull();
});

test("a pledge has one intention an item and one in general", async () => {
  const { meeting, holder } = await aHolder();
  const item = await aBallotItem(db, meeting);
  const pledge = await aPledge(db, holder);
  const base = { pledgeId: pledge.id, meetingId: meeting.id, kind: pledge.kind, intention: "for" as const };
  for (const ballotItemId of [item.id, null]) {
    const values = { ...base, ballotItemId };
    await db.insert(pledgeIntentions).values(values);
    const second = db.insert(pledgeIntentions).values({ ...values, intention: "against" });
    expect(await causeOf(second)).toMatchObject({ constraint: "pledge_intentions_one_an_item" });
  }
});

test("a fund pledge has no intention for an item, even if the intention claims another kind", async () => {
  const { meeting, holder } = await aHolder();
  const item = await aBallotItem(db, meeting);
  const pledge = await aPledge(db, holder, { kind: "fund" });
  const insert = (kind: "fund" | "direct", ballotItemId: number | null) =>
    causeOf(
      db
        .insert(pledgeIntentions)
        .values({ pledgeId: pledge.id, meetingId: meeting.id, kind, ballotItemId, intention: "for" }),
    );
  expect(await insert("fund", item.id)).toMatchObject({ constraint: "pledge_intentions_fund_in_general" });
  expect(await insert("direct", item.id)).toMatchObject({ constraint: "pledge_intentions_pledge" });
  expect(await insert("fund", null)).toBeNull();
});

test("a pledge with intentions keeps its meeting and kind", async () => {
  const { meeting, holder } = await aHolder();
  const pledge = await aPledge(db, holder);
  await db
    .insert(pledgeIntentions)
    .values({ pledgeId: pledge.id, meetingId: meeting.id, kind: "direct", intention: "for" });
  const change = db.update(pledges).set({ kind: "institution" }).where(eq(pledges.id, pledge.id));
  expect(await causeOf(change)).toMatchObject({ constraint: "pledge_intentions_pledge" });
});

test("a holder is willing to do a thing once", async () => {
  const { pledge } = await onePledge();
  const willing = { pledgeId: pledge.id, willing: "cofile" as const };
  await db.insert(pledgeWilling).values(willing);
  expect(await causeOf(db.insert(pledgeWilling).values(willing))).toMatchObject({
    constraint: "pledge_willing_pledge_id_willing_pk",
  });
  expect(await causeOf(db.insert(pledgeWilling).values({ ...willing, willing: "attend" }))).toBeNull();
});

test("the product's role can pledge, and erase a person with all their pledges", async () => {
  const app = openAs("app", await aDatabase());
  const people = [await aHolder(app), await aHolder(app)];
  for (const { meeting, holder } of people) {
    const pledge = await aPledge(app, holder);
    const intention = { pledgeId: pledge.id, meetingId: meeting.id, kind: pledge.kind };
    await app.insert(pledgeIntentions).values({ ...intention, intention: "for" });
    await app.insert(pledgeWilling).values({ pledgeId: pledge.id, willing: "attend" });
  }
  const ports = { keys: testKeys, record: async () => {}, removeMails: async () => {} };
  const publicId = people[0]?.supporter.publicId ?? "";
  expect(await eraseSupporter(app, ports, { publicId, actor: "supporter" })).toMatchObject({
    outcome: "erased",
  });
  expect(await app.select({ of: pledges.supporterId }).from(pledges)).toEqual([
    { of: people[1]?.supporter.id },
  ]);
  for (const table of [pledgeIntentions, pledgeWilling]) expect(await app.$count(table)).toBe(1);
});

type TotalChange = Partial<typeof pledgeTotals.$inferInsert>;

/** A cell of three holders: two gave numbers, one a range. */
async function aTotal() {
  const { campaign, meeting } = await aHolder();
  const cell = {
    campaignId: campaign.id,
    meetingId: meeting.id,
    kind: "direct",
    verification: "email_confirmed",
    holdingForm: "broker",
    intention: "for",
    holders: 3,
    shares: "151.250001",
    wholeShares: "150",
    bucketHolders: 1,
    bucketMin: "100",
    bucketMax: "999",
  } as const;
  const insert = (values: TotalChange) =>
    causeOf(db.insert(pledgeTotals).values({ ...cell, ...values } as typeof pledgeTotals.$inferInsert));
  expect(await insert({})).toBeNull();
  const set = (values: TotalChange) =>
    causeOf(db.update(pledgeTotals).set(values).where(eq(pledgeTotals.meetingId, meeting.id)));
  return { campaign, meeting, insert, set };
}

test("totals are exact beyond what a float can hold", async () => {
  const { meeting, set } = await aTotal();
  const shares = "9007199254740993.000001";
  expect(await set({ shares })).toBeNull();
  expect(await set({ shares: sql`shares + 0.000001` as never })).toBeNull();
  const [row] = await db.select().from(pledgeTotals).where(eq(pledgeTotals.meetingId, meeting.id));
  expect(row?.shares).toBe("9007199254740993.000002");
});

test("no total falls below zero, and none is not a number", async () => {
  const { set } = await aTotal();
  const noBucket = { bucketMin: "0", bucketMax: "0" };
  for (const values of [
    { holders: -1, bucketHolders: -2, ...noBucket },
    { shares: "-0.000001", wholeShares: "-1" },
    { wholeShares: "-1" },
    { bucketHolders: -1, ...noBucket },
    { bucketMin: "-1" },
  ]) {
    const refusal = await set(values);
    expect([values, refusal?.constraint]).toEqual([values, "pledge_totals_never_negative"]);
  }
  expect(await set({ shares: "NaN" })).toMatchObject({ constraint: "pledge_totals_are_numbers" });
  expect(await set({ bucketMax: "NaN" })).toMatchObject({ constraint: "pledge_totals_are_numbers" });
});

test("the parts of a total agree with each other", async () => {
  const { set } = await aTotal();
  expect(await set({ wholeShares: "152" })).toBreak("pledge_totals_whole_within_shares");
  expect(await set({ bucketMin: "1000" })).toMatchObject({ constraint: "pledge_totals_bucket_is_a_range" });
  expect(await set({ bucketHolders: 4, shares: "0", wholeShares: "0" })).toMatchObject({
    constraint: "pledge_totals_bucket_holders_within",
  });
  const empty = { constraint: "pledge_totals_shares_have_holders" };
  expect(await set({ holders: 1 })).toMatchObject(empty);
  expect(await set({ bucketHolders: 0 })).toMatchObject(empty);
  const zero = {
    holders: 0,
    shares: "0",
    wholeShares: "0",
    bucketHolders: 0,
    bucketMin: "0",
    bucketMax: "0",
  };
  expect(await set(zero)).toBeNull();
});

test("each cell of the totals is one row, by ballot item or in general", async () => {
  const { campaign, meeting, insert } = await aTotal();
  const item = await aBallotItem(db, meeting);
  const foreign = await aBallotItem(db, await aMeeting(db, campaign, 2027));
  expect(await insert({ meetingId: -1 })).toBreak("pledge_totals_meeting_id_meetings_id_fk");
  expect(await insert({})).toMatchObject({ constraint: "pledge_totals_one_row_a_cell" });
  expect(await insert({ intention: null })).toBeNull();
  expect(await insert({ intention: null })).toMatchObject({ constraint: "pledge_totals_one_row_a_cell" });
  expect(await insert({ ballotItemId: item.id })).toBeNull();
  expect(await insert({ ballotItemId: item.id, intention: null })).toMatchObject({
    constraint: "pledge_totals_item_has_intention",
  });
  expect(await insert({ ballotItemId: foreign.id })).toBreak("pledge_totals_item_of_meeting");
});

test("fund holders are counted apart and never add shares or votes on an item", async () => {
  const { meeting, insert } = await aTotal();
  const item = await aBallotItem(db, meeting);
  const fund = { kind: "fund", wholeShares: "0", bucketMin: "0", bucketMax: "0" } as const;
  const refused = { constraint: "pledge_totals_fund_in_general" };
  expect(await insert({ ...fund, bucketHolders: 0, shares: "1" })).toMatchObject(refused);
  expect(await insert({ ...fund, bucketHolders: 1, shares: "0" })).toMatchObject(refused);
  expect(await insert({ ...fund, bucketHolders: 0, shares: "0", ballotItemId: item.id })).toMatchObject(
    refused,
  );
  expect(await insert({ ...fund, bucketHolders: 0, shares: "0" })).toBeNull();
});
