import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { confirmLetter } from "#app/domain/entries/letters/confirm-letter.server.ts";
import { countLetters } from "#app/domain/entries/letters/list/list-letters.server.ts";
import { findOwnLetter } from "#app/domain/entries/letters/queries.server.ts";
import { withdrawLetter } from "#app/domain/entries/letters/withdraw-letter.server.ts";
import { writeLetter } from "#app/domain/entries/letters/writing/write-letter.server.ts";
import { confirmPledge } from "#app/domain/entries/pledges/confirm-pledge.server.ts";
import { pledge } from "#app/domain/entries/pledges/pledge.server.ts";
import { findPledge } from "#app/domain/entries/pledges/queries.server.ts";
import { reportOutcome } from "#app/domain/entries/pledges/report-outcome.server.ts";
import { listTotalDrift } from "#app/domain/entries/pledges/totals/check-totals.server.ts";
import { readPledgeCount } from "#app/domain/entries/pledges/totals/read-totals.server.ts";
import { withdrawPledge } from "#app/domain/entries/pledges/withdraw-pledge.server.ts";
import { screenNewNames } from "#app/domain/names/screen-new-names.server.ts";
import { draftDispatch } from "#app/domain/outgoing/dispatches/drafting/draft-dispatch.server.ts";
import { draftDueDispatches } from "#app/domain/outgoing/dispatches/drafting/draft-due-dispatches.server.ts";
import { countWaiting } from "#app/domain/outgoing/dispatches/eligible.server.ts";
import { saveDispatch } from "#app/domain/outgoing/dispatches/save-dispatch.server.ts";
import { submitDispatch } from "#app/domain/outgoing/dispatches/submit-dispatch.server.ts";
import { countPack } from "#app/domain/outgoing/packs/making/count-pack.server.ts";
import { findNextStep } from "#app/domain/pages/next-step.server.ts";
import { listCounterDrift } from "#app/domain/upkeep/check-counters.server.ts";
import { eraseSupporter } from "#app/domain/upkeep/erasure/erase-supporter.server.ts";
import { exportOwnData } from "#app/domain/upkeep/own-data/export-own-data.server.ts";
import {
  consents,
  letterDispatches,
  letterEvents,
  letterNames,
  letters,
  meetings,
  pledgeReminders,
  pledges,
  supporters,
  targets,
} from "#db/schema/index.ts";
import { aCampaign, changeRows, rowIn, rowsIn, testKeys } from "#tests/support/builders.ts";
import { aSecondCompany, giveNameTo } from "#tests/support/companies.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aDispatch, aLetterCampaign } from "#tests/support/dispatches.ts";
import { everythingStored } from "#tests/support/everything-stored.ts";
import { aHolder, aPledgeInput, pledgeAnswers } from "#tests/support/holders.ts";
import { aLetter, aRecipient } from "#tests/support/letters.ts";
import { aMeeting, nextYear } from "#tests/support/pledges.ts";
import { causeOf } from "#tests/support/refusals.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";
import { aLetterInput, written } from "#tests/support/writers.ts";

const db = await aDatabase();

/** A campaign about two companies, each with a verified recipient. */
async function aPair() {
  const { campaign, recipient, team } = await aLetterCampaign(db);
  const [owner, other] = team;
  if (!owner || !other) throw new Error("no team");
  const second = await aSecondCompany(db, campaign);
  const abroad = await aRecipient(db, campaign, { companyId: second.id, email: "ir@hoshino.example" });
  return { campaign, first: campaign.targetId, second, recipient, abroad, owner, other };
}

const agreedOf = async (supporterId: number, purpose: (typeof consents.purpose.enumValues)[number]) => {
  const inForce = and(
    eq(consents.supporterId, supporterId),
    eq(consents.purpose, purpose),
    isNull(consents.revokedAt),
  );
  const rows = await rowsIn(db, consents, inForce, asc(consents.companyId));
  return rows.map(({ companyId }) => companyId);
};

test("somebody writes to each company; each letter has its consent, its receipt and its end", async () => {
  const { campaign, first, second } = await aPair();
  const to = "both@example.org";
  for (const companyId of [undefined, second.id])
    await writeLetter(db, testKeys, aLetterInput(campaign, { to, companyId }));
  const waiting = await rowsIn(db, letters, { campaignId: campaign.id });
  expect(waiting.map(({ companyId, state }) => [companyId, state])).toEqual([
    [first, "email_pending"],
    [second.id, "email_pending"],
  ]);
  for (const { publicId } of waiting)
    expect(await confirmLetter(db, testKeys, publicId)).toMatchObject({ outcome: "confirmed" });
  const [one, other] = waiting as [(typeof waiting)[number], (typeof waiting)[number]];
  expect(await agreedOf(one.supporterId, "deliver_letter")).toEqual([first, second.id]);
  expect(await findOwnLetter(db, testKeys, other.publicId)).toMatchObject({ company: "Hoshino" });
  expect((await countLetters(db, campaign.id)).confirmed).toBe(2);
  expect((await countLetters(db, campaign.id, second.id)).confirmed).toBe(1);

  await withdrawLetter(db, { supporterId: other.supporterId, publicId: other.publicId });
  expect(await agreedOf(one.supporterId, "deliver_letter")).toEqual([first]);
  expect(await countWaiting(db, { campaignId: campaign.id })).toMatchObject({ letters: 1 });
  expect(await countWaiting(db, { campaignId: campaign.id, companyId: second.id })).toMatchObject({
    letters: 0,
  });
});

test("a second letter to the same company waits, with or without one to another", async () => {
  const { campaign, second } = await aPair();
  const to = "again@example.org";
  const write = (body: string, companyId?: number) =>
    writeLetter(db, testKeys, aLetterInput(campaign, { to, companyId, answers: written({ body }) }));
  await write("To the first.");
  const [first] = await db.select().from(letters).where(eq(letters.campaignId, campaign.id));
  await confirmLetter(db, testKeys, first?.publicId ?? "");
  await write("Again to the first.");
  await write("To the second.", second.id);
  const rows = await db.select().from(letters).where(eq(letters.campaignId, campaign.id)).orderBy(letters.id);
  expect(rows.map(({ body }) => body)).toEqual(["To the first.", "To the second."]);
});

test("a letter is to a company of its campaign", async () => {
  const { campaign } = await aPair();
  const { second: foreign } = await aPair();
  const input = aLetterInput(campaign, { companyId: foreign.id });
  expect(await causeOf(writeLetter(db, testKeys, input))).toBreak("letters_to_a_company_of_the_campaign");
});

test("a dispatch takes the letters to its company alone", async () => {
  const { campaign, first, second, recipient, abroad, owner } = await aPair();
  const here = await aLetter(db, campaign, { name: "Here" });
  const there = await aLetter(db, campaign, { name: "There", companyId: second.id });
  const begin = (to: { publicId: string }, chosen?: { publicId: string }[]) =>
    aDispatch(db, { campaign, recipient: to }, owner.actor, chosen ? { letters: chosen } : {});

  // Letters sent separately: the other company's is refused.
  const alone = await draftDispatch(db, {
    campaignId: campaign.id,
    actor: owner.actor,
    cause: "organizer",
    kind: "individual",
    recipientPublicId: abroad.publicId,
    letterPublicIds: [here.publicId],
  });
  expect(alone).toEqual({ outcome: "other-company" });

  const { publicId } = await begin(abroad);
  const content = {
    recipientPublicId: recipient.publicId,
    subject: "Letters",
    body: "Here.",
    withNames: true,
  };
  const on = { campaignId: campaign.id, publicId, actor: owner.actor, version: 1 };
  expect(await saveDispatch(db, { ...on, content })).toEqual({ outcome: "no-recipient" });
  expect(await submitDispatch(db, on)).toMatchObject({ outcome: "submitted", letters: 1 });
  const states = await db
    .select({ id: letters.id, state: letters.state })
    .from(letters)
    .where(eq(letters.campaignId, campaign.id))
    .orderBy(letters.id);
  expect(states).toEqual([
    { id: here.id, state: "confirmed" },
    { id: there.id, state: "queued" },
  ]);
  const [dispatch] = await db.select().from(letterDispatches).where(eq(letterDispatches.publicId, publicId));
  expect([
    dispatch?.companyId,
    dispatch?.body.includes("Hoshino") || dispatch?.subject.includes("Hoshino"),
  ]).toEqual([second.id, true]);
  const moved = changeRows(db, letters, here.id, { dispatchId: dispatch?.id ?? 0 });
  expect(await causeOf(moved)).toMatchObject({ constraint: "letters_in_a_dispatch_to_their_company" });
  const turned = db.execute(sql`
    update letter_dispatches set recipient_id = ${recipient.id} where public_id = ${publicId}`);
  expect(await causeOf(turned)).toBeTruthy();
  expect(here.companyId).toBe(first);
});

test("a name goes once to each company that its signer agreed to", async () => {
  const { campaign, first, second, recipient, abroad, owner } = await aPair();
  const { signature: both } = await aStoredSignature(db, campaign, {
    name: "Both",
    consents: ["sign", "deliver_to_company"],
  });
  await aStoredSignature(db, campaign, { name: "First", consents: ["sign", "deliver_to_company"] });
  await giveNameTo(db, both, second);
  await screenNewNames(db);
  const waits = (companyId: number) => countWaiting(db, { campaignId: campaign.id, companyId });
  expect((await waits(first)).names).toBe(2);
  expect((await waits(second.id)).names).toBe(1);
  expect((await countPack(db, { campaignId: campaign.id, companyId: second.id })).signatures).toBe(1);

  for (const [to, names] of [
    [abroad, 1],
    [recipient, 2],
  ] as const) {
    const { publicId } = await aDispatch(db, { campaign, recipient: to }, owner.actor);
    const on = { campaignId: campaign.id, publicId, actor: owner.actor, version: 1 };
    expect(await submitDispatch(db, on)).toMatchObject({ outcome: "submitted", names });
  }
  expect(await db.$count(letterNames, eq(letterNames.signatureId, both.id))).toBe(2);
  expect([(await waits(first)).names, (await waits(second.id)).names]).toEqual([0, 0]);
});

test("the calendar drafts a dispatch to each company for which letters wait", async () => {
  const { campaign, first, second } = await aPair();
  await aLetter(db, campaign, { name: "Here" });
  await aLetter(db, campaign, { name: "There", companyId: second.id });
  await draftDueDispatches(db, new Date(Date.now() + 30 * 86_400_000));
  const drafted = await rowsIn(db, letterDispatches, { campaignId: campaign.id }, letterDispatches.companyId);
  expect(drafted.map(({ companyId }) => companyId)).toEqual([first, second.id]);
});

test("pledges at two companies are counted and withdrawn apart", async () => {
  const campaign = await aCampaign(db);
  const second = await aSecondCompany(db, campaign);
  const here = await aMeeting(db, campaign, nextYear);
  const there = await aMeeting(db, { targetId: second.id, zone: second.zone }, nextYear);
  const to = "two@example.org";
  for (const meeting of [here, there])
    await pledge(
      db,
      testKeys,
      aPledgeInput({ campaign, meeting }, { to, consents: ["pledge", "contact_cofile"] }),
    );
  const waiting = await rowsIn(db, pledges, { campaignId: campaign.id });
  for (const { publicId } of waiting)
    expect(await confirmPledge(db, testKeys, publicId)).toMatchObject({ outcome: "confirmed" });
  const [one, other] = waiting as [(typeof waiting)[number], (typeof waiting)[number]];
  expect(await agreedOf(one.supporterId, "pledge")).toEqual([campaign.targetId, second.id]);
  expect(await findPledge(db, other.publicId)).toMatchObject({ company: "Hoshino", companyId: second.id });
  expect(await readPledgeCount(db, campaign.id)).toMatchObject({ holders: 1, meeting: { id: here.id } });
  expect(await readPledgeCount(db, campaign.id, second.id)).toMatchObject({
    holders: 1,
    meeting: { id: there.id, zone: "Asia/Tokyo" },
  });
  await withdrawPledge(db, testKeys, { supporterId: one.supporterId, publicId: other.publicId });
  expect(await agreedOf(one.supporterId, "pledge")).toEqual([campaign.targetId]);
  expect(await agreedOf(one.supporterId, "contact_cofile")).toEqual([campaign.targetId]);
  expect(await readPledgeCount(db, campaign.id, second.id)).toMatchObject({ holders: 0 });
  expect(await readPledgeCount(db, campaign.id)).toMatchObject({ holders: 1 });
});

test("drift of counters is found by company, also where sums agree", async () => {
  const { campaign, first, second } = await aPair();
  await aLetter(db, campaign);
  await aLetter(db, campaign, { companyId: second.id });
  const here = await aMeeting(db, campaign, nextYear);
  const there = await aMeeting(db, { targetId: second.id, zone: second.zone }, nextYear);
  for (const meeting of [here, there]) await aHolder(db, { campaign, meeting });
  const drift = async () => [...(await listCounterDrift(db)), ...(await listTotalDrift(db, testKeys))];
  const ofCampaign = async () => (await drift()).filter((one) => one.campaign === campaign.slug);
  expect(await ofCampaign()).toEqual([]);

  await db.execute(sql`update letter_counts set confirmed = 0 where campaign_id = ${campaign.id}`);
  await db.execute(sql`insert into letter_counts (campaign_id, company_id, slot, confirmed)
    values (${campaign.id}, ${first}, 0, 2)
    on conflict (campaign_id, company_id, slot) do update set confirmed = 2`);
  await db.execute(sql`update pledge_totals set holders = holders + 1 where meeting_id = ${there.id}
    and campaign_id = ${campaign.id}`);
  const [one] = await db.select().from(targets).where(eq(targets.id, first));
  const found = await ofCampaign();
  expect(found.filter(({ counter }) => counter.startsWith("letters"))).toEqual(
    [
      { campaign: campaign.slug, counter: `letters ${one?.slug} confirmed`, stored: 2, counted: 1 },
      { campaign: campaign.slug, counter: `letters ${second.slug} confirmed`, stored: 0, counted: 1 },
    ].sort((a, b) => a.counter.localeCompare(b.counter)),
  );
  const totals = found.filter(({ counter }) => counter.startsWith("pledges"));
  expect(totals.length).toBeGreaterThan(0);
  for (const { counter } of totals) expect(counter).toContain(`pledges ${second.slug} ${nextYear} `);
});

// Somebody who pledges at two companies and writes to both: all of it is theirs.

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
  const wrote = await rowsIn(db, letters, { supporterId: one.supporterId }, asc(letters.id));
  for (const { publicId } of wrote) await confirmLetter(db, testKeys, publicId);
  const person = await rowIn(db, supporters, one.supporterId);
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

test("one pledge and one letter are enough for the next step; no meeting, no step", async () => {
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
