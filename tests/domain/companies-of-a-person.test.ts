// Somebody who pledges at two companies and writes to both: all of it is theirs.
import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { confirmLetter } from "#app/domain/entries/letters/confirm-letter.server.ts";
import { withdrawLetter } from "#app/domain/entries/letters/withdraw-letter.server.ts";
import { writeLetter } from "#app/domain/entries/letters/writing/write-letter.server.ts";
import { reportOutcome } from "#app/domain/entries/pledges/report-outcome.server.ts";
import { listTotalDrift } from "#app/domain/entries/pledges/totals/check-totals.server.ts";
import { withdrawPledge } from "#app/domain/entries/pledges/withdraw-pledge.server.ts";
import { findNextStep } from "#app/domain/pages/next-step.server.ts";
import { listCounterDrift } from "#app/domain/upkeep/check-counters.server.ts";
import { eraseSupporter } from "#app/domain/upkeep/erasure/erase-supporter.server.ts";
import { exportOwnData } from "#app/domain/upkeep/own-data/export-own-data.server.ts";
import { letterEvents, letters, meetings, pledgeReminders, supporters } from "#db/schema/index.ts";
import { aCampaign, testKeys } from "#tests/support/builders.ts";
import { aSecondCompany } from "#tests/support/companies.ts";
import { aDatabase } from "#tests/support/database.ts";
import { everythingStored } from "#tests/support/everything-stored.ts";
import { aHolder, pledgeAnswers } from "#tests/support/holders.ts";
import { nextYear } from "#tests/support/pledges.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";
import { aLetterInput, written } from "#tests/support/writers.ts";

const db = await aDatabase();
const now = new Date(`${nextYear}-07-01T12:00:00Z`);
const checked = {
  status: "announced" as const,
  asOf: `${nextYear}-06-20`,
  verifiedAt: new Date(`${nextYear}-06-20T12:00:00Z`),
  verifiedBy: "Olga",
};
const name = "Quetzalcoatl Twocompanies";

async function aMeetingAt(target: { targetId: number; zone?: string }, dates: object) {
  const [meeting] = await db
    .insert(meetings)
    .values({ ...target, year: nextYear, ...checked, ...dates } as typeof meetings.$inferInsert)
    .returning();
  if (!meeting) throw new Error("no meeting was stored");
  return meeting;
}

async function aScene() {
  const campaign = await aCampaign(db, { contactEmail: "hello@campaign.test" });
  const second = await aSecondCompany(db, campaign);
  const here = await aMeetingAt(
    { targetId: campaign.targetId },
    {
      meetingOn: `${nextYear}-12-07`,
      recordDate: `${nextYear}-10-05`,
      voteBy: new Date(`${nextYear}-12-07T04:59:00Z`),
    },
  );
  // The vote ends at half past midnight in Tokyo, a day earlier in New York.
  const there = await aMeetingAt(
    { targetId: second.id, zone: second.zone },
    {
      meetingOn: `${nextYear}-12-20`,
      recordDate: `${nextYear}-11-02`,
      voteBy: new Date(`${nextYear}-12-18T15:30:00Z`),
    },
  );
  return { campaign, second, here, there };
}

async function aPerson({ campaign, second, here, there }: Awaited<ReturnType<typeof aScene>>) {
  const to = `two-${campaign.id}@unique-domain.example`;
  const pledged: Awaited<ReturnType<typeof aHolder>>["pledge"][] = [];
  for (const meeting of [here, there])
    pledged.push(
      (await aHolder(db, { campaign, meeting }, { to, name, answers: pledgeAnswers() }, { now })).pledge,
    );
  for (const companyId of [undefined, second.id]) {
    const answers = written({ body: `A remark nobody else makes, ${companyId ? "abroad" : "at home"}.` });
    await writeLetter(db, testKeys, aLetterInput(campaign, { to, name, companyId, answers }));
  }
  const [one, other] = pledged;
  if (!one || !other) throw new Error("nothing is pledged");
  const wrote = await db
    .select()
    .from(letters)
    .where(eq(letters.supporterId, one.supporterId))
    .orderBy(asc(letters.id));
  for (const { publicId } of wrote) await confirmLetter(db, testKeys, publicId);
  const [person] = await db.select().from(supporters).where(eq(supporters.id, one.supporterId));
  if (!person) throw new Error("nobody was stored");
  return { person, one, other, wrote };
}

const remindersOf = async (series: string) =>
  Object.fromEntries(
    (await db.select().from(pledgeReminders).where(eq(pledgeReminders.series, series))).map((row) => [
      row.reminder,
      { due: row.dueAt.toISOString(), state: row.state },
    ]),
  );

test("own data holds what is pledged and written at both companies, each by name", async () => {
  const scene = await aScene();
  const { person } = await aPerson(scene);
  const own = await exportOwnData(db, testKeys, person.publicId, now);
  expect(own?.pledges.map(({ company, meeting }) => [company, meeting.on]).sort()).toEqual([
    ["Hoshino", `${nextYear}-12-20`],
    ["Sample Corporation", `${nextYear}-12-07`],
  ]);
  expect(own?.letters.map(({ company, body }) => [company, body]).sort()).toEqual([
    ["Hoshino", "A remark nobody else makes, abroad."],
    ["Sample Corporation", "A remark nobody else makes, at home."],
  ]);
  const agreed = own?.consents.filter(({ purpose }) => ["pledge", "deliver_letter"].includes(purpose)) ?? [];
  expect(agreed.map((one) => [one.purpose, "company" in one && one.company]).sort()).toEqual([
    ["deliver_letter", "Hoshino"],
    ["deliver_letter", "Sample Corporation"],
    ["pledge", "Hoshino"],
    ["pledge", "Sample Corporation"],
  ]);
});

test("erasing takes what is at both companies, and no counter of either drifts", async () => {
  const scene = await aScene();
  const { person } = await aPerson(scene);
  expect(await everythingStored(db)).toContain(`two-${scene.campaign.id}@unique`);
  const ports = { keys: testKeys, record: async () => {}, removeMails: async () => {} };
  const erased = await eraseSupporter(db, ports, { publicId: person.publicId, actor: "supporter" });
  expect(erased).toMatchObject({ outcome: "erased" });
  const stored = await everythingStored(db);
  expect(stored).not.toContain(`two-${scene.campaign.id}@unique`);
  expect(stored).not.toContain(person.publicId);
  expect(await db.$count(letters, eq(letters.campaignId, scene.campaign.id))).toBe(0);
  const drift = [...(await listCounterDrift(db)), ...(await listTotalDrift(db, testKeys))];
  expect(drift.filter(({ campaign }) => campaign === scene.campaign.slug)).toEqual([]);
});

test("reminders go by each company's days and clock, and end with that company's vote alone", async () => {
  const { one, other } = await aPerson(await aScene());
  const [here, there] = [await remindersOf(one.series), await remindersOf(other.series)];
  // Nine in New York, where the holder is.
  expect(here["record-date-5"]?.due).toBe(`${nextYear}-09-30T13:00:00.000Z`);
  expect(there["record-date-5"]?.due).toBe(`${nextYear}-10-28T13:00:00.000Z`);
  expect(here["vote-by-3"]?.due).toBe(`${nextYear}-12-03T14:00:00.000Z`);
  expect(there["vote-by-3"]?.due).toBe(`${nextYear}-12-16T14:00:00.000Z`);
  expect(here.outcome?.due).toBe(`${nextYear}-12-08T14:00:00.000Z`);
  expect(there.outcome?.due).toBe(`${nextYear}-12-21T14:00:00.000Z`);

  const at = new Date(`${nextYear}-12-08T12:00:00Z`);
  const report = { publicId: one.publicId, outcome: "voted_as_pledged" } as const;
  expect(await reportOutcome(db, testKeys, report, at)).toMatchObject({ outcome: "recorded" });
  const states = async (series: string) =>
    new Set(Object.values(await remindersOf(series)).map(({ state }) => state));
  expect(await states(one.series)).not.toContain("scheduled");
  expect(await states(other.series)).toEqual(new Set(["scheduled"]));
  await withdrawPledge(db, testKeys, other);
  expect(await states(other.series)).not.toContain("scheduled");
});

test("one pledge and one letter are enough for the next step; a company without a meeting is passed by", async () => {
  const { campaign, here, there, second } = await aScene();
  const { signature } = await aStoredSignature(db, campaign, { name: "Next" });
  const [person] = await db.select().from(supporters).where(eq(supporters.id, signature.supporterId));
  const whose = { supporterId: signature.supporterId, campaignId: campaign.id };
  const next = (at = now) => findNextStep(db, whose, at);
  expect(await next()).toBe("pledge");
  const to = person?.email ?? "";
  await aHolder(db, { campaign, meeting: there }, { to }, { now });
  expect(await next()).toBe("letter");
  await writeLetter(db, testKeys, aLetterInput(campaign, { to, companyId: second.id }));
  const [letter] = await db.select().from(letters).where(eq(letters.campaignId, campaign.id));
  await confirmLetter(db, testKeys, letter?.publicId ?? "");
  expect(await next()).toBe(null);
  // Voting at the first company's meeting is over; the second's is upcoming.
  const other = await aScene();
  const { signature: late } = await aStoredSignature(db, other.campaign, { name: "Late" });
  const lateWhose = { supporterId: late.supporterId, campaignId: other.campaign.id };
  await db.update(meetings).set({ status: "closed" }).where(eq(meetings.id, other.here.id));
  expect(await findNextStep(db, lateWhose, new Date(`${nextYear}-12-10T12:00:00Z`))).toBe("pledge");
  await db.update(meetings).set({ status: "closed" }).where(eq(meetings.id, other.there.id));
  expect(await findNextStep(db, lateWhose, new Date(`${nextYear}-12-30T12:00:00Z`))).toBe("letter");
  expect(here.id).not.toBe(there.id);
});

test("the ledger of each letter tells what became of it alone", async () => {
  const { person, wrote } = await aPerson(await aScene());
  const [first, second] = wrote.map(({ publicId }) => publicId);
  await withdrawLetter(db, { supporterId: person.id, publicId: first ?? "" });
  const eventsOf = async (publicId = "") => {
    const entries = await db
      .select({ event: letterEvents.event })
      .from(letterEvents)
      .innerJoin(letters, eq(letters.id, letterEvents.letterId))
      .where(eq(letters.publicId, publicId));
    return entries.map(({ event }) => event);
  };
  expect(await eventsOf(first)).toContain("withdrawn");
  expect(await eventsOf(second)).toContain("confirmed");
  expect(await eventsOf(second)).not.toContain("withdrawn");
});
