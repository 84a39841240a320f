import { expect, test } from "vitest";
import { countHolders } from "#app/domain/entries/pledges/queries.server.ts";
import { publishTotals } from "#app/domain/entries/pledges/totals/publish-totals.server.ts";
import { readPublishedTotals } from "#app/domain/entries/pledges/totals/read-published.server.ts";
import { withdrawPledge } from "#app/domain/entries/pledges/withdraw-pledge.server.ts";
import { aCampaign, testKeys as keys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aHolder, pledgeAnswers } from "#tests/support/holders.ts";
import { aMeeting, nextYear } from "#tests/support/pledges.ts";

const db = await aDatabase();

async function aScene() {
  const campaign = await aCampaign(db);
  const meeting = await aMeeting(db, campaign, nextYear);
  const of = { campaignId: campaign.id, meetingId: meeting.id };
  const holding = (shares: string, values = {}) =>
    aHolder(
      db,
      { campaign, meeting },
      { answers: pledgeAnswers({ holding: { shares, bucket: null }, ...values }) },
    );
  return {
    of,
    holding,
    read: () => readPublishedTotals(db, of),
    live: () => countHolders(db, of.campaignId, of.meetingId),
  };
}

test("the sum of shares is published at five holders, then per five changes", async () => {
  const { of, holding, read, live } = await aScene();
  const sums: (string | null)[] = [];
  for (let n = 1; n <= 11; n++) {
    await holding(`${n * n}.75`);
    await publishTotals(db, keys);
    sums.push((await read())?.all?.wholeShares ?? null);
  }
  expect(await live()).toBe(11);
  expect(sums).toEqual([null, null, null, null, "55", "55", "55", "55", "55", "385", "385"]);
  expect(await readPublishedTotals(db, { ...of, campaignId: of.campaignId + 1 })).toBeNull();
});

test("one holder who changes five times moves nothing", async () => {
  const { holding, read, of } = await aScene();
  const first = [];
  for (let n = 1; n <= 5; n++) first.push(await holding("10"));
  await publishTotals(db, keys);
  const one = first[0];
  for (let n = 1; n <= 6 && one; n++) {
    await aHolder(
      db,
      { campaign: { id: of.campaignId }, meeting: { id: of.meetingId } },
      { ...one.input, answers: pledgeAnswers({ holding: { shares: `${n * 1000}`, bucket: null } }) },
    );
    await publishTotals(db, keys);
    expect((await read())?.all?.wholeShares).toBe("50");
  }
});

test("nothing is shown under five holders, even if it was published before", async () => {
  const { holding, read } = await aScene();
  const all = [];
  for (let n = 1; n <= 5; n++) all.push(await holding("10"));
  await publishTotals(db, keys);
  expect(await read()).toMatchObject({
    all: { holders: 5, wholeShares: "50" },
    byHolding: { broker: { holders: 5 } },
  });
  const [gone] = all;
  if (gone) await withdrawPledge(db, keys, gone.pledge);
  await publishTotals(db, keys);
  expect(await read()).toMatchObject({ all: null, byHolding: {} });
});

test("small parts of a split stay hidden, with the smallest that would reveal them", async () => {
  const { holding, read } = await aScene();
  for (let n = 1; n <= 8; n++) await holding("10");
  for (let n = 1; n <= 6; n++) await holding("20", { holdingForm: "registered" });
  for (let n = 1; n <= 2; n++) await holding("30", { holdingForm: "employee_plan" });
  for (let n = 1; n <= 5; n++) await holding("1", { kind: "fund", holding: null });
  await publishTotals(db, keys);
  const totals = await read();
  expect(totals).toMatchObject({ hidden: true, fundHolders: 5, all: { holders: 16, wholeShares: "260" } });
  // With two in the employee plan, the six registered ones are withheld: the total reveals only all eight.
  expect(Object.keys(totals?.byHolding ?? {})).toEqual(["broker"]);
});

test("holders who say the same again are no change that another could hide among", async () => {
  const { holding, read, of } = await aScene();
  const all = [];
  for (let n = 1; n <= 6; n++) all.push(await holding("10"));
  await publishTotals(db, keys);
  const about = { campaign: { id: of.campaignId }, meeting: { id: of.meetingId } };
  for (const [n, { input }] of all.entries()) {
    const shares = n === 0 ? "4711" : "10";
    await aHolder(db, about, {
      ...input,
      answers: pledgeAnswers({ holding: { shares, bucket: null }, comment: "Again." }),
    });
  }
  await publishTotals(db, keys);
  expect((await read())?.all?.wholeShares).toBe("60");
});

test("one holder who gives no intention is not told by the whole and those who gave one", async () => {
  const { holding, read } = await aScene();
  for (let n = 1; n <= 5; n++) await holding("100");
  await holding("432", { intentions: [] });
  await publishTotals(db, keys);
  const totals = await read();
  expect(totals?.all).toMatchObject({ holders: 6, wholeShares: "932" });
  expect(totals?.general).toEqual({});
});

test("those who come and go are no crowd that another could hide among", async () => {
  const { holding, read } = await aScene();
  for (let n = 1; n <= 6; n++) await holding("10");
  await publishTotals(db, keys);
  for (let n = 1; n <= 4; n++) await withdrawPledge(db, keys, (await holding(`${n}00`)).pledge);
  await holding("4321");
  await publishTotals(db, keys);
  expect((await read())?.all?.wholeShares).toBe("60");
});

test("fund holders are published whatever shareholders pledge", async () => {
  const { holding, read } = await aScene();
  for (let n = 1; n <= 8; n++) await holding("1", { kind: "fund", holding: null, intentions: [] });
  await holding("10");
  await publishTotals(db, keys);
  expect((await read())?.fundHolders).toBe(8);
});

test("a person counts once, in whatever capacities: two addresses frame nobody", async () => {
  const { holding, read, of, live } = await aScene();
  const about = { campaign: { id: of.campaignId }, meeting: { id: of.meetingId } };
  for (const to of ["one@example.org", "other@example.org"])
    for (const kind of ["direct", "institution"] as const) {
      const answers = pledgeAnswers({ kind, holding: { shares: "1", bucket: null } });
      await aHolder(db, about, { to, answers });
    }
  await holding("4321");
  await publishTotals(db, keys);
  expect(await live()).toBe(5);
  expect(await read()).toBeNull();
});

test("a sum of which one holder is most is not published, nor told by a difference", async () => {
  const first = await aScene();
  for (let n = 1; n <= 6; n++) await first.holding("10");
  await first.holding("4711");
  await publishTotals(db, keys);
  expect((await first.read())?.all).toMatchObject({ holders: 7, wholeShares: null });
  for (let n = 1; n <= 5; n++) await first.holding("1000");
  await publishTotals(db, keys);
  expect((await first.read())?.all).toMatchObject({ holders: 12, wholeShares: "9771" });

  const { holding, read } = await aScene();
  for (let n = 1; n <= 10; n++) await holding("1000");
  await publishTotals(db, keys);
  for (let n = 1; n <= 4; n++) await holding("1");
  const whale = await holding("4500");
  await publishTotals(db, keys);
  expect((await read())?.all).toMatchObject({ holders: 15, wholeShares: "10000" });
  await withdrawPledge(db, keys, whale.pledge);
  await holding("1");
  await publishTotals(db, keys);
  expect((await read())?.all).toMatchObject({ holders: 15, wholeShares: "10005" });
});
