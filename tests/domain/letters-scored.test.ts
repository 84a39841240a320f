import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { scoreLetters } from "#app/domain/entries/letters/score-letters.server.ts";
import { letterPrints, letters, letterTemplates, supporters } from "#db/schema/index.ts";
import { aCampaign, changeRows } from "#tests/support/builders.ts";
import { aSecondCompany } from "#tests/support/companies.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aLetter } from "#tests/support/letters.ts";

const db = await aDatabase();

const ask = "I ask you to end all agreements with this agency and to publish what you supply to it today.";
const story = "My brother was taken from his workshop on a Tuesday morning in May, before his children.";

const read = async (id: number) => (await db.select().from(letters).where(eq(letters.id, id)))[0];

test("a letter is scored against all wordings of the ask and the nearest letter", async () => {
  const campaign = await aCampaign(db);
  await db.insert(letterTemplates).values({ campaignId: campaign.id, locale: "en", ask });
  const first = await aLetter(db, campaign, { body: ask });
  const own = await aLetter(db, campaign, { body: story });
  const both = await aLetter(db, campaign, { body: `${story}\n\n${ask}` });
  await changeRows(db, letterTemplates, { campaignId: campaign.id }, { ask: "Please stop." });
  const elsewhere = await aLetter(db, await aCampaign(db), { body: story });
  const hers = await aLetter(db, campaign, { body: "Nobody else wrote this one, in words that nobody has." });
  const company = await aSecondCompany(db, campaign);
  await aLetter(db, campaign, { body: hers.body, supporterId: hers.supporterId, companyId: company.id });

  expect(await scoreLetters(db)).toBe(6);
  expect(await read(first.id)).toMatchObject({
    templateSimilarity: 1,
    nearestSimilarity: 1,
    nearestLetterId: both.id,
  });
  expect(await read(own.id)).toMatchObject({
    templateSimilarity: 0,
    nearestSimilarity: 1,
    nearestLetterId: both.id,
  });
  const mixed = await read(both.id);
  expect(mixed?.templateSimilarity).toBeCloseTo(0.52, 1);
  expect(mixed?.nearestSimilarity).toBeCloseTo(0.52, 1);
  for (const { id } of [elsewhere, hers])
    expect(await read(id)).toMatchObject({ nearestSimilarity: 0, nearestLetterId: null });
  expect(await scoreLetters(db)).toBe(0);
});

test("an unconfirmed letter waits for its score, a withdrawn one is nobody's nearest", async () => {
  const campaign = await aCampaign(db);
  const pending = await aLetter(db, campaign, { state: "email_pending", body: story });
  await aLetter(db, campaign, { state: "withdrawn", withdrawnAt: new Date(), body: story });
  const own = await aLetter(db, campaign, { body: story });
  expect(await scoreLetters(db)).toBe(2);
  expect((await read(pending.id))?.scoredAt).toBe(null);
  expect(await read(own.id)).toMatchObject({ nearestSimilarity: 0, nearestLetterId: null });
});

test("an erased letter leaves no shingles behind", async () => {
  const campaign = await aCampaign(db);
  const letter = await aLetter(db, campaign, { body: story });
  await scoreLetters(db);
  const kept = () => db.$count(letterPrints, eq(letterPrints.campaignId, campaign.id));
  expect(await kept()).toBeGreaterThan(0);
  await db.delete(supporters).where(eq(supporters.id, letter.supporterId));
  expect(await kept()).toBe(0);
});

test("a run takes a bounded piece, and a second worker leaves it alone", async () => {
  const campaign = await aCampaign(db);
  for (let n = 0; n < 5; n++) await aLetter(db, campaign, { body: `${story} ${n}` });
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('score-letters', 0))`);
    expect(await scoreLetters(db)).toBe(0);
  });
  expect(await scoreLetters(db, 2)).toBe(2);
  const stopped = AbortSignal.abort();
  expect(await scoreLetters(db, 9, stopped)).toBe(0);
  expect(await scoreLetters(db)).toBe(3);
});

test("of many letters over one ask, the one that shares the own words is found", async () => {
  const campaign = await aCampaign(db);
  const copied = await aLetter(db, campaign, { body: `${ask} ${story}` });
  for (let n = 0; n < 60; n++) await aLetter(db, campaign, { body: `${ask} ${"word ".repeat(n)}${n}` });
  const copy = await aLetter(db, campaign, { body: `${story} ${ask}` });
  await scoreLetters(db);
  expect((await read(copy.id))?.nearestLetterId).toBe(copied.id);
});
