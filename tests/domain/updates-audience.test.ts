import { createHash } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { startImport } from "#app/domain/entries/imports/running/start-import.server.ts";
import { createWriter } from "#app/domain/outbox/batches/write-mails.server.ts";
import { type Audience, everyone } from "#app/domain/outgoing/updates/audience/audience.ts";
import { roundAudienceSize } from "#app/domain/outgoing/updates/audience/audience-size.ts";
import { listPledgedCompanies } from "#app/domain/outgoing/updates/audience/list-companies.server.ts";
import { countAudience, readProgress } from "#app/domain/outgoing/updates/progress.server.ts";
import { prepareUpdate, prepareUpdates } from "#app/domain/outgoing/updates/sending/prepare-update.server.ts";
import { startDueUpdates } from "#app/domain/outgoing/updates/sending/run-updates.server.ts";
import { hashOfContent } from "#app/domain/outgoing/updates/update-content.server.ts";
import { readFrameOf } from "#app/domain/outgoing/updates/words/read-update.server.ts";
import { type consents, pledgeWilling, supporters, targets, updates, updateTexts } from "#db/schema/index.ts";
import { aCampaign, changeRows, organization } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import {
  aBatchMailing,
  aDueUpdate,
  endUpdates,
  readersOf,
  runEngine,
  stateOf,
  takeAll,
} from "#tests/support/engine.ts";
import { aFileHandedIn, agreed, importedAt, scopeOf, tried, work } from "#tests/support/imports.ts";
import { aLetter } from "#tests/support/letters.ts";
import { aMeeting, aPledge } from "#tests/support/pledges.ts";
import { agreeTo, aStoredSignature } from "#tests/support/signatures.ts";
import { anUpdate, approved } from "#tests/support/updates.ts";
import { aDispatch } from "#tests/support/writers.ts";

// Whom an update reaches: who is included, when, and in which words.

const db = await aDatabase();
beforeEach(() => endUpdates(db));
type Campaign = Awaited<ReturnType<typeof aCampaign>>;
const aReadyCampaign = (values: Parameters<typeof aCampaign>[1] = {}) =>
  aCampaign(db, { ...organization, ...values });

const due = { ...approved, state: "scheduled", sendAt: new Date("2026-03-03T00:00:00Z") } as const;

type Agreement = Partial<typeof consents.$inferInsert>;

/** Someone who signed, and their consents; by default, updates of the campaign they signed. */
async function someone(
  campaign: Campaign,
  values: NonNullable<Parameters<typeof aStoredSignature>[2]>,
  agreements: Agreement[] = [{}],
) {
  const { supporter } = await aStoredSignature(db, campaign, { consents: [], ...values });
  const confirmedAt = new Date("2026-03-01T00:00:00Z");
  await db.update(supporters).set({ confirmedAt }).where(eq(supporters.id, supporter.id));
  for (const agreement of agreements) await agree(campaign, supporter, agreement);
  return supporter;
}

const agree = (campaign: { id: number }, person: { id: number }, agreement: Agreement = {}) =>
  agreeTo(db, "updates", person.id, campaign, {
    textVersion: "1",
    grantedAt: new Date("2026-03-01T00:00:00Z"),
    ...agreement,
  });

/** A campaign with people of every kind, each named after their properties. */
async function aCrowd() {
  const campaign = await aReadyCampaign();
  const another = await aReadyCampaign();
  const meeting = await aMeeting(db, campaign);
  const pledged = (person: { id: number }, at: { id: number }, values = {}, to = campaign) =>
    aPledge(db, { campaignId: to.id, supporterId: person.id, meetingId: at.id }, values);
  const on = (time: string) => new Date(`2026-${time}Z`);

  await someone(campaign, { name: "signed", country: "US" });
  const withdrawn = { state: "withdrawn", name: "withdrew", country: "TR" } as const;
  const withdrew = await someone(campaign, withdrawn, [{ grantedAt: on("06-14T23:59:59.999") }]);
  await pledged(withdrew, meeting, { status: "withdrawn", withdrawnAt: new Date() });
  const holds = { state: "pending", name: "pledged", country: "DE" } as const;
  await pledged(await someone(campaign, holds, [{ grantedAt: on("06-15T00:00:00") }]), meeting);
  const elsewhere = await someone(another, { name: "elsewhere", country: "US" }, []);
  await agree(campaign, elsewhere);
  await pledged(elsewhere, await aMeeting(db, another), {}, another);
  await someone(campaign, { state: "pending", name: "came back", country: "FR" }, [
    { revokedAt: on("05-01T00:00:00") },
    { grantedAt: on("07-01T00:00:00") },
  ]);

  await someone(campaign, { name: "left", country: "DE" }, [{ revokedAt: on("05-01T00:00:00") }]);
  await someone(campaign, { name: "only signed", country: "DE" }, [{ purpose: "sign" }]);
  const other = await someone(campaign, { name: "agreed to another", country: "DE" }, []);
  await agree(another, other);
  const unproven = await someone(campaign, { name: "unconfirmed", country: "DE" });
  await db.update(supporters).set({ confirmedAt: null }).where(eq(supporters.id, unproven.id));
  return campaign;
}

/** Counts an audience, sends it an update, and expects these people in both. */
async function expectReached(campaign: Campaign, part: Partial<Audience>, names: string[]) {
  const audience = { ...everyone, ...part };
  const people = await countAudience(db, { campaignId: campaign.id, audience, continuesId: null });
  const update = await anUpdate(db, campaign, { ...due, audience });
  const { mailing, calls } = aBatchMailing(takeAll);
  await runEngine(db, mailing);
  expect(calls.flatMap((call) => call.names).sort(), JSON.stringify(part)).toEqual(names);
  expect(people, JSON.stringify(part)).toBe(names.length);
  expect(await stateOf(db, update)).toMatchObject({ state: "sent", audienceSize: names.length });
}

test("an update reaches those it is for, and the count said so before", async () => {
  const campaign = await aCrowd();
  const cases: [Partial<Audience>, string[]][] = [
    [{}, ["came back", "elsewhere", "pledged", "signed", "withdrew"]],
    [{ countries: ["DE"] }, ["pledged"]],
    [{ countries: ["DE", "TR"] }, ["pledged", "withdrew"]],
    [{ did: "signed" }, ["signed"]],
    [{ did: "pledged" }, ["pledged"]],
    [{ since: "2026-06-15" }, ["came back", "pledged"]],
    [{ since: "2026-06-14" }, ["came back", "pledged", "withdrew"]],
    [{ countries: ["DE", "FR"], did: "pledged", since: "2026-06-15" }, ["pledged"]],
    [{ countries: ["US"], did: "pledged" }, []],
  ];
  for (const [part, names] of cases) await expectReached(campaign, part, names);
});

test("signers on hold get updates like others, invalidated ones do not", async () => {
  const campaign = await aReadyCampaign();
  await someone(campaign, { name: "counts" });
  await someone(campaign, { name: "held back", state: "quarantined" });
  const made = await someone(campaign, { name: "made up", state: "invalidated" });
  await agree(await aReadyCampaign(), made);
  for (const did of ["anything", "signed"] as const) {
    const audience = { ...everyone, did };
    expect(await countAudience(db, { campaignId: campaign.id, audience, continuesId: null })).toBe(2);
    await anUpdate(db, campaign, { ...due, audience });
    const { mailing, calls } = aBatchMailing(takeAll);
    await runEngine(db, mailing);
    expect(calls.flatMap((call) => call.names).sort()).toEqual(["counts", "held back"]);
  }
});

test("an update for writers reaches confirmed ones who have not withdrawn", async () => {
  const campaign = await aReadyCampaign();
  const another = await aReadyCampaign();
  const writer = async (
    values: Parameters<typeof aLetter>[2] & { name: string },
    agreements: Agreement[] = [{}],
    to = campaign,
  ) => {
    const letter = await aLetter(db, to, values);
    for (const agreement of agreements) await agree(campaign, { id: letter.supporterId }, agreement);
    return letter;
  };
  const at = new Date("2026-02-01T00:00:00Z");
  const gone = {
    dispatchId: (await aDispatch(db, campaign)).id,
    handedOverAt: at,
    sentSha256: Buffer.alloc(32, 1),
  };

  await writer({ name: "wrote", country: "DE" });
  await writer({ name: "on hold", holdReason: "link" });
  await writer({ name: "delivered", state: "accepted", ...gone });
  const again = await writer({ name: "wrote twice", state: "withdrawn", withdrawnAt: at });
  await aLetter(db, campaign, { supporterId: again.supporterId });

  await writer({ name: "no updates", country: "DE" }, []);
  await writer({ name: "unsubscribed" }, [{ revokedAt: new Date("2026-03-02T00:00:00Z") }]);
  await writer({ name: "took it back", state: "withdrawn", withdrawnAt: at });
  await writer({ name: "refused", state: "refused", moderationReason: "threat" });
  const unproven = await writer({ name: "unconfirmed", state: "email_pending" });
  await db.update(supporters).set({ confirmedAt: null }).where(eq(supporters.id, unproven.supporterId));
  await writer({ name: "signed, letter unconfirmed", state: "email_pending" });
  await writer({ name: "to another company" }, [{}], another);
  await someone(campaign, { name: "signed alone" });
  const erased = await writer({ name: "erased" });
  await db.delete(supporters).where(eq(supporters.id, erased.supporterId));

  const cases: [Partial<Audience>, string[]][] = [
    [{}, ["delivered", "on hold", "wrote", "wrote twice"]],
    [{ countries: ["DE"] }, ["wrote"]],
  ];
  for (const [part, names] of cases) {
    const audience: Audience = { ...everyone, did: "wrote", ...part };
    expect(await countAudience(db, { campaignId: campaign.id, audience, continuesId: null })).toBe(
      names.length,
    );
    const update = await anUpdate(db, campaign, { ...due, audience });
    const { mailing, calls } = aBatchMailing(takeAll);
    await runEngine(db, mailing);
    expect(calls.flatMap((call) => call.names).sort()).toEqual(names);
    expect(await stateOf(db, update)).toMatchObject({ state: "sent", audienceSize: names.length });
  }
});

test("an update reaches by language and by what one pledge says, each person once", async () => {
  const campaign = await aReadyCampaign();
  const meeting = await aMeeting(db, campaign);
  const abroad = await aMeeting(db, await aReadyCampaign());
  const pledgeOf = async (
    person: { id: number },
    values: Parameters<typeof aPledge>[2],
    willing: (typeof pledgeWilling.$inferInsert)["willing"][] = [],
    at = meeting,
  ) => {
    const pledge = await aPledge(
      db,
      { campaignId: campaign.id, supporterId: person.id, meetingId: at.id },
      values,
    );
    for (const what of willing) await db.insert(pledgeWilling).values({ pledgeId: pledge.id, willing: what });
  };
  const reads = (person: { id: number }, locale: string) =>
    db.update(supporters).set({ locale }).where(eq(supporters.id, person.id));

  await someone(campaign, { name: "signed" });
  await reads(await someone(campaign, { name: "firmó" }), "es");
  const broker = await someone(campaign, { name: "broker" });
  await reads(broker, "es");
  await pledgeOf(broker, { holdingForm: "broker" }, ["attend", "media"]);
  await pledgeOf(await someone(campaign, { name: "registered" }), { holdingForm: "registered" }, ["cofile"]);
  const both = await someone(campaign, { name: "broker and fund" });
  await pledgeOf(both, { holdingForm: "broker" });
  await pledgeOf(both, { kind: "fund", holdingForm: "unsure" }, ["media"]);
  await pledgeOf(await someone(campaign, { name: "institution" }), {
    kind: "institution",
    holdingForm: "broker",
  });
  const elsewhere = await someone(campaign, { name: "of another company" });
  await pledgeOf(elsewhere, { holdingForm: "broker" }, ["ask_question"], abroad);
  await pledgeOf(await someone(campaign, { name: "withdrew" }), {
    holdingForm: "broker",
    status: "withdrawn",
    withdrawnAt: new Date(),
  });

  const [here, there] = (await listPledgedCompanies(db, campaign.id)).map(({ slug }) => slug);
  const own = await slugOf(meeting);
  expect([here, there].sort()).toEqual([own, await slugOf(abroad)].sort());
  const cases: [Partial<Audience>, string[]][] = [
    [{ languages: ["es"] }, ["broker", "firmó"]],
    [{ languages: ["es"], did: "pledged" }, ["broker"]],
    [{ holding: ["broker"] }, ["broker", "broker and fund", "of another company"]],
    [{ holding: ["broker", "fund"] }, ["broker", "broker and fund", "of another company"]],
    [{ holding: ["registered", "institution"] }, ["institution", "registered"]],
    [{ willing: ["attend", "media", "cofile"] }, ["broker", "broker and fund", "registered"]],
    [{ holding: ["broker"], willing: ["media"] }, ["broker"]],
    [{ companies: [await slugOf(abroad)] }, ["of another company"]],
    [{ companies: [own], holding: ["broker"] }, ["broker", "broker and fund"]],
    [{ companies: [own], willing: ["ask_question"] }, []],
    [{ companies: ["no-such-company"] }, []],
  ];
  for (const [part, names] of cases) await expectReached(campaign, part, names);
});

const slugOf = async (meeting: { targetId: number }) => {
  const [company] = await db.select().from(targets).where(eq(targets.id, meeting.targetId));
  return company?.slug ?? "";
};

test("an update stored before audiences had languages and pledges is sent as approved", async () => {
  const campaign = await aReadyCampaign();
  await someone(campaign, { name: "signed" });
  const update = await anUpdate(db, campaign, { ...due, state: "draft" });
  const old = { did: "anything", since: null, countries: [] };
  await changeRows(db, updates, update.id, { audience: old, approvedAt: null, submittedAt: null });
  const content = JSON.stringify([
    [["en", "What happened this month", "Two things happened."]],
    [[], "anything", null],
    true,
  ]);
  const approvedSha256 = createHash("sha256").update(content).digest();
  await db
    .update(updates)
    .set({ ...due, approvedSha256, approvedFrame: await readFrameOf(db, update.id) })
    .where(eq(updates.id, update.id));
  const { mailing, calls } = aBatchMailing(takeAll);
  await runEngine(db, mailing);
  expect(calls.flatMap((call) => call.names)).toEqual(["signed"]);
});

test("who may not see names gets narrowed counts in steps of five", () => {
  const narrowed: Audience = { ...everyone, willing: ["media"] };
  expect([0, 4, 5, 9, 10].map((people) => roundAudienceSize(people, narrowed, false).people)).toEqual([
    0, 0, 5, 5, 10,
  ]);
  expect(roundAudienceSize(4, narrowed, false).isRounded).toBe(true);
  expect(roundAudienceSize(4, narrowed, true)).toEqual({ people: 4, isRounded: false });
  expect(roundAudienceSize(4, { ...everyone, did: "pledged" }, false)).toEqual({
    people: 4,
    isRounded: false,
  });
});

test("updates of two campaigns reach their own readers in separate calls", async () => {
  const [one, two] = [await aReadyCampaign(), await aReadyCampaign()];
  const [ofOne, ofTwo] = [await readersOf(db, one, 130), await readersOf(db, two, 120)];
  const both = ofOne.slice(0, 10);
  for (const person of both) await agree(two, person);
  const first = await anUpdate(db, one, { ...due, body: "News of the first." });
  const second = await anUpdate(db, two, { ...due, body: "News of the second." });
  const { mailing, calls } = aBatchMailing(takeAll);
  await runEngine(db, mailing, createWriter(db, mailing));

  const reached = (words: string) =>
    calls.flatMap(({ to, names }) => to.filter((_, place) => names[place]?.includes(words))).sort();
  const addresses = (people: { email: string }[]) => people.map(({ email }) => email).sort();
  expect(reached("News of the first.")).toEqual(addresses(ofOne));
  expect(reached("News of the second.")).toEqual(addresses([...ofTwo, ...both]));
  for (const { names } of calls) {
    expect(new Set(names.map((text) => text.includes("News of the first."))).size).toBe(1);
  }
  expect((await readProgress(db, first.id)).counts).toMatchObject({ accepted: 130 });
  expect((await readProgress(db, second.id)).counts).toMatchObject({ accepted: 130 });
});

test("a batch's readers get their language, or the campaign's first", async () => {
  const campaign = await aReadyCampaign({ languages: ["es", "en"] });
  const readers = await readersOf(db, campaign, 3);
  await changeRows(db, supporters, readers[1]?.id ?? 0, { locale: "es" });
  const words = { en: "Two things happened.", es: "Pasaron dos cosas." };

  /** The languages in which the three get an update that has texts in these. */
  const languages = async (has: ("en" | "es")[]) => {
    const update = await anUpdate(db, campaign);
    await db.delete(updateTexts).where(eq(updateTexts.updateId, update.id));
    const texts = has.map((locale) => ({ locale, subject: "News", body: words[locale], greeting: null }));
    await db.insert(updateTexts).values(texts.map((text) => ({ updateId: update.id, ...text })));
    const approvedSha256 = hashOfContent({ audience: everyone, inArchive: update.inArchive, texts });
    await db
      .update(updates)
      .set({ ...due, approvedSha256, approvedFrame: await readFrameOf(db, update.id) })
      .where(eq(updates.id, update.id));
    const { mailing, calls } = aBatchMailing(takeAll);
    await runEngine(db, mailing, createWriter(db, mailing));
    expect(calls.map(({ to }) => to)).toEqual([readers.map(({ email }) => email)]);
    return calls[0]?.names.map((text) => (["en", "es"] as const).filter((one) => text.includes(words[one])));
  };
  expect(await languages(["en", "es"])).toEqual([["en"], ["es"], ["en"]]);
  expect(await languages(["en"])).toEqual([["en"], ["en"], ["en"]]);
  expect(await languages(["es"])).toEqual([["es"], ["es"], ["es"]]);
});

/** A list of three, tried, whose people all agreed to updates; the import begins when the worker works. */
async function aListBegun(campaign: Campaign, name: string) {
  const people = [1, 2, 3].map((n) => `${name}-${n}-${campaign.slug}@example.org,Listed,US`);
  const file = ["email,name,country", ...people, ""].join("\n");
  const which = await aFileHandedIn(db, await scopeOf(db, campaign), file);
  await tried(db, which);
  await startImport(db, { ...which, agreed: { ...agreed, updatesFor: "everyone" } }, importedAt);
}

test("an import that runs while an audience is taken adds nobody to it", async () => {
  const campaign = await aReadyCampaign();
  await aListBegun(campaign, "first");
  await work(db);
  const update = await aDueUpdate(db, campaign);
  const { mailing } = aBatchMailing(() => ({ outcome: "accepted", providerIds: [] }));
  await startDueUpdates(db, mailing);
  expect(await prepareUpdate(db, { people: 1 })).toBe(true);
  // What they agreed to is in the past, as of every import.
  await aListBegun(campaign, "second");
  await work(db);
  await prepareUpdates(db);
  expect(await stateOf(db, update)).toMatchObject({ audienceSize: 3 });
});

test("an update begins between two slices of an import, not in the middle of one", async () => {
  const campaign = await aReadyCampaign();
  await aListBegun(campaign, "slice");
  const update = await aDueUpdate(db, campaign);
  const { mailing } = aBatchMailing(() => ({ outcome: "accepted", providerIds: [] }));
  const waiters = sql`select from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`;
  const running: Promise<unknown>[] = [];
  const held = db.transaction(async (tx) => {
    const email = `slice-2-${campaign.slug}@example.org`;
    await tx.execute(sql`insert into supporters (email_canonical, email, name, country)
      values (${email}, ${email}, 'Held', 'US')`);
    for (const act of [() => work(db), () => startDueUpdates(db, mailing)]) {
      running.push(act());
      await expect.poll(async () => (await db.execute(waiters)).length).toBe(running.length);
    }
    tx.rollback();
  });
  await expect(held).rejects.toThrow("Rollback");
  await Promise.all(running);
  await prepareUpdates(db);
  expect(await stateOf(db, update)).toMatchObject({ audienceSize: 3 });
});
