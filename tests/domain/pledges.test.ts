import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { checkPapers } from "#app/domain/entries/pledges/check-papers.server.ts";
import { confirmPledge } from "#app/domain/entries/pledges/confirm-pledge.server.ts";
import { decryptHolding } from "#app/domain/entries/pledges/holding.server.ts";
import {
  neverWritePledge,
  remindPendingPledges,
} from "#app/domain/entries/pledges/pending-pledges.server.ts";
import { pledge } from "#app/domain/entries/pledges/pledge.server.ts";
import { type Holding, sharesBuckets, type Verification } from "#app/domain/entries/pledges/pledge.ts";
import { pledgeProven } from "#app/domain/entries/pledges/pledge-proven.server.ts";
import { countHolders, findActivePledge, listPledgesOf } from "#app/domain/entries/pledges/queries.server.ts";
import { reportOutcome } from "#app/domain/entries/pledges/report-outcome.server.ts";
import { reviewPledge } from "#app/domain/entries/pledges/review-pledge.server.ts";
import { rotateHoldings } from "#app/domain/entries/pledges/rotate-holdings.server.ts";
import { listTotalDrift } from "#app/domain/entries/pledges/totals/check-totals.server.ts";
import { withdrawPledge } from "#app/domain/entries/pledges/withdraw-pledge.server.ts";
import { eraseSupporter } from "#app/domain/upkeep/erasure/erase-supporter.server.ts";
import { purgePending } from "#app/domain/upkeep/retention/purge-pending.server.ts";
import { makeKeys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import {
  coFilers,
  consents,
  meetings,
  outbox,
  pledgeChanges,
  pledges,
  pledgeTotals,
  supporters,
  suppressions,
} from "#db/schema/index.ts";
import { aCampaign, testKeys as keys, rowIn, rowsIn } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aHolder as aHolderAt, aPledgeInput, newestPledge, pledgeAnswers } from "#tests/support/holders.ts";
import { anOrganizer } from "#tests/support/organizers.ts";
import { aBallotItem, aMeeting } from "#tests/support/pledges.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";

const db = await aDatabase();
const now = new Date("2026-11-24T12:00:00Z");
const later = new Date("2026-11-25T12:00:00Z");
const ports = { keys, record: async () => {}, removeMails: async () => {} };

async function aScene() {
  const campaign = await aCampaign(db);
  return { campaign, meeting: await aMeeting(db, campaign, 2027) };
}
type Scene = Awaited<ReturnType<typeof aScene>>;
const aHolder = (on: Db, scene: Scene, values = {}, ports = {}) =>
  aHolderAt(on, scene, values, { now, ...ports });

/** A meeting's nonzero totals, without ids. */
async function totalsOf({ campaign, meeting }: Scene) {
  const rows = await db
    .select()
    .from(pledgeTotals)
    .where(sql`campaign_id = ${campaign.id} and meeting_id = ${meeting.id} and holders > 0`)
    .orderBy(pledgeTotals.verification, pledgeTotals.holdingForm, pledgeTotals.ballotItemId);
  return rows.map(({ id: _id, campaignId: _campaign, meetingId: _meeting, ...cell }) => cell);
}
const holders = ({ campaign, meeting }: Scene) => countHolders(db, campaign.id, meeting.id);
const templates = async (supporterId: number) =>
  (await db.select().from(outbox).where(eq(outbox.supporterId, supporterId)).orderBy(outbox.id)).map(
    ({ template }) => template,
  );
const purposes = async (supporterId: number) =>
  (await db.select().from(consents).where(eq(consents.supporterId, supporterId)))
    .filter(({ revokedAt }) => revokedAt === null)
    .map(({ purpose }) => purpose)
    .sort();

test("a pledge counts, with its consents, once its owner confirms it", async () => {
  const scene = await aScene();
  const input = aPledgeInput(scene, { consents: ["pledge", "contact_cofile"] });
  await pledge(db, keys, input, now);
  const pending = await newestPledge(db, input);
  expect(pending).toMatchObject({ status: "email_pending", verification: "self_reported", version: 1 });
  expect(await holders(scene)).toBe(0);
  expect(await purposes(pending.supporterId)).toEqual([]);

  expect(await confirmPledge(db, keys, pending.publicId, later)).toMatchObject({ outcome: "confirmed" });
  expect(await newestPledge(db, input)).toMatchObject({
    status: "active",
    verification: "email_confirmed",
    confirmedAt: later,
  });
  expect(await holders(scene)).toBe(1);
  expect(await purposes(pending.supporterId)).toEqual(["contact_cofile", "pledge"]);
  expect(await confirmPledge(db, keys, pending.publicId, later)).toMatchObject({
    outcome: "already-confirmed",
  });
  expect(await holders(scene)).toBe(1);
  expect(await templates(pending.supporterId)).toEqual(["confirm-pledge", "pledge-receipt"]);
});

test("totals hold the exact sum, whole shares, ranges and the intention for each item", async () => {
  const scene = await aScene();
  const item = await aBallotItem(db, scene.meeting);
  const intentions = [
    { item: null, intention: "for" as const },
    { item: item.id, intention: "abstain" as const },
  ];
  await aHolder(db, scene, {
    answers: pledgeAnswers({ intentions, holding: { shares: "0.333333", bucket: null } }),
  });
  await aHolder(db, scene, {
    answers: pledgeAnswers({ intentions, holding: { shares: "999999999999.666667", bucket: null } }),
  });
  await aHolder(db, scene, {
    answers: pledgeAnswers({ intentions, holding: { shares: null, bucket: "100-999" } }),
  });
  const sums = {
    kind: "direct",
    verification: "email_confirmed",
    holdingForm: "broker",
    holders: 2,
    bucketHolders: 1,
    bucketMin: "100",
    bucketMax: "999",
  };
  // The second one is over ten million shares and waits.
  expect(await totalsOf(scene)).toEqual([
    { ...sums, ballotItemId: item.id, intention: "abstain", shares: "0.333333", wholeShares: "0" },
    { ...sums, ballotItemId: null, intention: "for", shares: "0.333333", wholeShares: "0" },
  ]);
});

test("more than ten million shares wait for review, exactly ten million do not", async () => {
  const scene = await aScene();
  const at = (shares: string) => ({ answers: pledgeAnswers({ holding: { shares, bucket: null } }) });
  const limit = await aHolder(db, scene, at("10000000"));
  const above = await aHolder(db, scene, at("10000000.000001"));
  expect([limit.pledge.status, above.pledge.status]).toEqual(["active", "flagged"]);
  expect(await holders(scene)).toBe(1);

  const { id: organizerId } = await anOrganizer(db, { campaign: scene.campaign, role: "organizer" });
  const scope = { campaignId: scene.campaign.id, organizerId };
  const review = (accept: boolean, by = scope) =>
    reviewPledge(db, keys, { scope: by, publicId: above.pledge.publicId, accept }, later);
  const foreign = { ...scope, campaignId: (await aScene()).campaign.id };
  expect(await review(true, foreign)).toEqual({ outcome: "forbidden" });
  expect(await review(false)).toEqual({ outcome: "not-accepted" });
  expect(await holders(scene)).toBe(1);
  await aHolder(db, scene, { ...above.input, ...at("999999999999") });
  expect(await review(true)).toEqual({ outcome: "changed" });
  expect(await holders(scene)).toBe(1);
  const { publicId } = await newestPledge(db, above.input);
  const accepted = { scope, publicId, accept: true };
  expect(await reviewPledge(db, keys, accepted, later)).toEqual({ outcome: "accepted" });
  expect(await reviewPledge(db, keys, accepted, later)).toEqual({ outcome: "nothing-to-review" });
  expect(await holders(scene)).toBe(2);
});

test("a holding is stored encrypted, bound to its row, and of constant length", async () => {
  const scene = await aScene();
  const say: Holding[] = [
    { shares: "1", bucket: null },
    { shares: "999999999999.999999", bucket: null },
    ...sharesBuckets.map((bucket) => ({ shares: null, bucket })),
  ];
  const rows = [];
  for (const holding of say) {
    const row = (await aHolder(db, scene, { answers: pledgeAnswers({ holding }) })).pledge;
    expect(decryptHolding(keys, row)).toEqual(holding);
    rows.push(row);
  }
  expect(new Set(rows.map((row) => (row.sharesEnc ?? row.bucketEnc)?.length)).size).toBe(1);
  const [one, two] = rows;
  if (!one || !two) throw new Error("no rows");
  expect(() => decryptHolding(keys, { ...one, publicId: two.publicId })).toThrow();
  expect(() => decryptHolding(keys, { ...one, sharesEnc: two.sharesEnc })).toThrow();
  expect(() => decryptHolding(makeKeys(["another-secret-that-is-long-enough-0001"]), one)).toThrow(/SECRET/);
});

test("an edit is a new version: totals move and the old holding is wiped", async () => {
  const scene = await aScene();
  const first = await aHolder(db, scene);
  const [person] = await db.select().from(supporters).where(eq(supporters.id, first.pledge.supporterId));
  const edit = {
    supporterPublicId: person?.publicId ?? "",
    campaign: scene.campaign,
    meetingId: scene.meeting.id,
    answers: pledgeAnswers({ holding: { shares: "7.5", bucket: null }, holdingForm: "registered" }),
    locale: "en",
    consents: ["pledge"] as const,
  };
  expect(await pledgeProven(db, keys, edit, later)).toMatchObject({ outcome: "active" });
  const rows = await rowsIn(db, pledges, { series: first.pledge.series }, pledges.version);
  expect(rows.map(({ version, status, keyId }) => ({ version, status, held: keyId !== null }))).toEqual([
    { version: 1, status: "superseded", held: false },
    { version: 2, status: "active", held: true },
  ]);
  expect(await totalsOf(scene)).toMatchObject([
    { holdingForm: "registered", holders: 1, shares: "7.500000" },
  ]);
  expect(await pledgeProven(db, keys, { ...edit, supporterPublicId: crypto.randomUUID() })).toEnd("gone");
});

test("a stranger with a holder's address changes nothing before confirmation", async () => {
  const scene = await aScene();
  const { input, pledge: mine } = await aHolder(db, scene, { consents: ["pledge"] });
  const theirs = {
    ...input,
    name: "Someone Else",
    answers: pledgeAnswers({ holding: { shares: "5", bucket: null }, display: "public" }),
    consents: ["pledge", "updates", "contact_cofile", "public_name"] as const,
  };
  await pledge(db, keys, theirs, later);
  await pledge(db, keys, theirs, later);
  const pending = await newestPledge(db, input);
  expect(pending).toMatchObject({ status: "email_pending", version: 2 });
  expect(await totalsOf(scene)).toMatchObject([{ holders: 1, shares: "100.000000" }]);
  expect(await purposes(mine.supporterId)).toEqual(["pledge"]);
  const [person] = await db.select().from(supporters).where(eq(supporters.id, mine.supporterId));
  expect(person?.name).toBe("Ada Sample");

  // "This was not me" drops what waits and leaves the pledge in force alone.
  expect(await neverWritePledge(db, keys, pending.publicId, later)).toMatchObject({ outcome: "suppressed" });
  expect(await newestPledge(db, input)).toMatchObject({ id: mine.id, status: "active" });
  expect(await db.$count(suppressions)).toBeGreaterThan(0);
});

test("withdrawing takes a pledge out of the totals, wipes it, and ends its consents", async () => {
  const scene = await aScene();
  const { pledge: row } = await aHolder(db, scene, { consents: ["pledge", "updates", "contact_cofile"] });
  const stranger = { supporterId: row.supporterId + 1, publicId: row.publicId };
  expect(await withdrawPledge(db, keys, stranger, later)).toEqual({ outcome: "not-active" });
  const own = { supporterId: row.supporterId, publicId: row.publicId };
  expect(await withdrawPledge(db, keys, own, later)).toEqual({ outcome: "withdrawn" });
  expect(await withdrawPledge(db, keys, own, later)).toEqual({ outcome: "not-active" });
  expect(await totalsOf(scene)).toEqual([]);
  const [gone] = await db.select().from(pledges).where(eq(pledges.id, row.id));
  expect(gone).toMatchObject({ status: "withdrawn", sharesEnc: null, keyId: null, withdrawnAt: later });
  expect(await purposes(row.supporterId)).toEqual(["updates"]);
  expect(await confirmPledge(db, keys, row.publicId, later)).toEqual({ outcome: "withdrawn" });
});

test("a fund's holder is counted apart and adds no shares", async () => {
  const scene = await aScene();
  await aHolder(db, scene, { answers: pledgeAnswers({ kind: "fund" }) });
  expect(await holders(scene)).toBe(0);
  expect(await totalsOf(scene)).toMatchObject([{ kind: "fund", holders: 1, shares: "0.000000" }]);
});

test("someone who would co-file stays one when they pledge for a fund as well", async () => {
  const scene = await aScene();
  const { input, pledge: row } = await aHolder(db, scene, { consents: ["pledge", "contact_cofile"] });
  await aHolder(db, scene, { ...input, answers: pledgeAnswers({ kind: "fund" }), consents: ["pledge"] });
  expect(await purposes(row.supporterId)).toEqual(["contact_cofile", "pledge"]);
  await aHolder(db, scene, { ...input, consents: ["pledge"] });
  expect(await purposes(row.supporterId)).toEqual(["pledge"]);
});

test("checked papers raise a holding's level until the holding changes", async () => {
  const scene = await aScene();
  const { pledge: row } = await aHolder(db, scene);
  const { id: organizerId } = await anOrganizer(db, { campaign: scene.campaign, role: "organizer" });
  const reviewer = await anOrganizer(db, { campaign: scene.campaign, role: "reviewer" });
  const check = (
    by: string,
    level: "document_checked" | "email_confirmed",
    { seen = "email_confirmed", publicId = row.publicId }: { seen?: Verification; publicId?: string } = {},
  ) =>
    checkPapers(
      db,
      keys,
      { scope: { campaignId: scene.campaign.id, organizerId: by }, publicId, seen, level },
      later,
    );
  expect(await check(reviewer.id, "document_checked")).toEqual({ outcome: "forbidden" });
  expect(await check(organizerId, "document_checked")).toEqual({ outcome: "recorded" });
  expect(await totalsOf(scene)).toMatchObject([{ verification: "document_checked", holders: 1 }]);
  // Another organizer still has the old page.
  expect(await check(organizerId, "email_confirmed")).toEqual({ outcome: "changed" });

  const [person] = await db.select().from(supporters).where(eq(supporters.id, row.supporterId));
  const edit = (shares: string) =>
    pledgeProven(
      db,
      keys,
      {
        supporterPublicId: person?.publicId ?? "",
        campaign: scene.campaign,
        meetingId: scene.meeting.id,
        answers: pledgeAnswers({ holding: { shares, bucket: null } }),
        locale: "en",
        consents: ["pledge"],
      },
      later,
    );
  await edit("100");
  expect(await totalsOf(scene)).toMatchObject([{ verification: "document_checked", holders: 1 }]);
  await edit("101");
  expect(await totalsOf(scene)).toMatchObject([{ verification: "email_confirmed", holders: 1 }]);
  // What was seen of the first version does not hold for the third.
  expect(await check(organizerId, "document_checked")).toEqual({ outcome: "changed" });
});

test("erasing a person takes their pledges out of the totals, even where the key is lost", async () => {
  const scene = await aScene();
  const lost = await aHolder(db, scene, {}, { keys: makeKeys(["a-secret-that-will-be-lost-and-gone-0001"]) });
  const kept = await aHolder(db, scene);
  const mine = await aHolder(db, scene, {
    answers: pledgeAnswers({ holding: { shares: "3", bucket: null } }),
  });
  for (const { pledge: row } of [mine, lost]) {
    const [person] = await db.select().from(supporters).where(eq(supporters.id, row.supporterId));
    const publicId = person?.publicId ?? "";
    expect(await eraseSupporter(db, ports, { publicId, actor: "supporter" })).toMatchObject({
      outcome: "erased",
    });
  }
  expect(await totalsOf(scene)).toMatchObject([{ holders: 1, shares: "100.000000" }]);
  expect(decryptHolding(keys, kept.pledge)).toEqual({ shares: "100", bucket: null });
  // The fact that figures changed stays recorded, under names that identify nobody.
  const noted = await db.select().from(pledgeChanges).where(eq(pledgeChanges.campaignId, scene.campaign.id));
  expect(new Set(noted.map(({ series }) => series)).size).toBeGreaterThanOrEqual(3);
  for (const { pledge: row } of [mine, lost])
    expect(noted.map(({ series }) => series)).not.toContain(row.series);
});

test("a holder whose key is lost can still withdraw, and pledge again", async () => {
  const scene = await aScene();
  const lost = { keys: makeKeys(["a-secret-that-will-be-lost-and-gone-0002"]) };
  const { pledge: one } = await aHolder(db, scene, {}, lost);
  const { pledge: two, input } = await aHolder(db, scene, {}, lost);
  expect(await listPledgesOf(db, keys, one.supporterId)).toMatchObject([{ holding: null, unreadable: true }]);
  expect(await withdrawPledge(db, keys, one, later)).toEqual({ outcome: "withdrawn" });
  await aHolder(db, scene, { ...input, answers: pledgeAnswers({ holding: { shares: "8", bucket: null } }) });
  expect(await newestPledge(db, input)).toMatchObject({ status: "active", version: two.version + 1 });
  expect(await totalsOf(scene)).toMatchObject([{ holders: 1, shares: "8.000000" }]);
});

test("an accepted co-filer starts over after a withdrawal or new shares", async () => {
  const scene = await aScene();
  const accepted = async (row: typeof pledges.$inferSelect) =>
    db.insert(coFilers).values({ series: row.series, pledgeId: row.id, state: "accepted", changedAt: now });
  const { pledge: row, input } = await aHolder(db, scene);
  await accepted(row);
  await aHolder(db, scene, { ...input, answers: pledgeAnswers({ comment: "The same number." }) });
  expect(await db.$count(coFilers, eq(coFilers.series, row.series))).toBe(1);
  await aHolder(db, scene, { ...input, answers: pledgeAnswers({ holding: { shares: "1", bucket: null } }) });
  expect(await db.$count(coFilers, eq(coFilers.series, row.series))).toBe(0);
  const newest = await newestPledge(db, input);
  await accepted(newest);
  await withdrawPledge(db, keys, newest, later);
  expect(await db.$count(coFilers, eq(coFilers.series, row.series))).toBe(0);
});

test("unconfirmed pledges are purged after seven days, people in use are not", async () => {
  const scene = await aScene();
  const files = { list: async () => [], remove: async () => {} };
  const stranger = aPledgeInput(scene);
  await pledge(db, keys, stranger, now);
  const { input: holder } = await aHolder(db, scene);
  await pledge(db, keys, { ...holder, answers: pledgeAnswers() }, now);
  const { supporter } = await aStoredSignature(db, scene.campaign);
  await pledge(db, keys, { ...aPledgeInput(scene), email: mailOf(supporter) }, now);

  await purgePending(db, files, new Date(now.getTime() + 7 * 86_400_000 - 1));
  expect(await newestPledge(db, stranger)).toMatchObject({ status: "email_pending" });
  await purgePending(db, files, new Date(now.getTime() + 7 * 86_400_000 + 1));
  await expect(newestPledge(db, stranger)).rejects.toThrow();
  expect(await db.$count(supporters, eq(supporters.emailCanonical, stranger.email.canonical))).toBe(0);
  expect(await newestPledge(db, holder)).toMatchObject({ status: "active" });
  expect(await db.$count(supporters, eq(supporters.id, supporter.id))).toBe(1);
});

const mailOf = (supporter: { email: string; emailCanonical: string }) => ({
  address: supporter.email,
  canonical: supporter.emailCanonical,
});

test("one reminder goes to a pledge that has waited for two days", async () => {
  const scene = await aScene();
  const input = aPledgeInput(scene);
  await pledge(db, keys, input, now);
  const { supporterId } = await newestPledge(db, input);
  const after = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
  await db.update(outbox).set({ state: "accepted" }).where(eq(outbox.supporterId, supporterId));
  await remindPendingPledges(db, after(47.9));
  expect(await templates(supporterId)).toEqual(["confirm-pledge"]);
  await remindPendingPledges(db, after(48));
  await remindPendingPledges(db, after(49));
  expect(await templates(supporterId)).toEqual(["confirm-pledge", "confirm-pledge-reminder"]);
});

test("a holder tells whether they voted once the ballot is out, and may tell it again", async () => {
  const scene = await aScene();
  const { pledge: row } = await aHolder(db, scene);
  const tell = (outcome: "voted_as_pledged" | "did_not_vote") =>
    reportOutcome(db, keys, { publicId: row.publicId, outcome }, later);
  const is = (status: "open" | "closed") =>
    db.update(meetings).set({ status }).where(eq(meetings.id, scene.meeting.id));
  expect(await tell("voted_as_pledged")).toEqual({ outcome: "too-early" });
  await is("open");
  expect(await tell("did_not_vote"), "they still can").toEqual({ outcome: "too-early" });
  expect(await tell("voted_as_pledged")).toEqual({ outcome: "recorded" });
  await is("closed");
  expect(await tell("did_not_vote")).toEqual({ outcome: "recorded" });
  expect(await tell("voted_as_pledged")).toEqual({ outcome: "recorded" });
  const [reported] = await db.select().from(pledges).where(eq(pledges.id, row.id));
  expect(reported).toMatchObject({ outcome: "voted_as_pledged", outcomeAt: later });
});

test("that someone did not vote is taken from the last moment for votes on", async () => {
  const scene = await aScene();
  const { pledge: row } = await aHolder(db, scene);
  const voteBy = new Date("2027-12-06T04:59:00Z");
  await db.update(meetings).set({ status: "open", voteBy }).where(eq(meetings.id, scene.meeting.id));
  const tell = (at: number) =>
    reportOutcome(db, keys, { publicId: row.publicId, outcome: "did_not_vote" }, new Date(at));
  expect(await tell(voteBy.getTime() - 1)).toEqual({ outcome: "too-early" });
  expect(await tell(voteBy.getTime())).toEqual({ outcome: "recorded" });
});

test("after its outcome a pledge cannot change, but can be withdrawn", async () => {
  const scene = await aScene();
  const { input, pledge: row } = await aHolder(db, scene);
  await pledge(
    db,
    keys,
    { ...input, answers: pledgeAnswers({ intentions: [{ item: null, intention: "against" }] }) },
    later,
  );
  const waiting = await newestPledge(db, input);
  await db.update(meetings).set({ status: "open" }).where(eq(meetings.id, scene.meeting.id));
  await reportOutcome(db, keys, { publicId: row.publicId, outcome: "voted_as_pledged" }, later);

  const [person] = await db.select().from(supporters).where(eq(supporters.id, row.supporterId));
  const about = {
    supporterPublicId: person?.publicId ?? "",
    campaign: scene.campaign,
    meetingId: scene.meeting.id,
  };
  const says = { answers: pledgeAnswers(), locale: "en", consents: [] };
  expect(await pledgeProven(db, keys, { ...about, ...says }, later)).toEqual({ outcome: "told-already" });
  expect(await confirmPledge(db, keys, waiting.publicId, later)).toEqual({ outcome: "told-already" });
  expect(await findActivePledge(db, keys, { ...row, campaignId: scene.campaign.id })).toMatchObject({
    id: row.id,
    outcome: "voted_as_pledged",
    intentions: [{ intention: "for" }],
  });
  expect(await withdrawPledge(db, keys, row, later)).toEqual({ outcome: "withdrawn" });
  expect(await pledgeProven(db, keys, { ...about, ...says }, later)).toMatchObject({ outcome: "active" });
});

test("a holder without shares on the record date counts, but is not asked", async () => {
  const scene = await aScene();
  const { pledge: row } = await aHolder(db, scene, { answers: pledgeAnswers({ heldOnRecordDate: "no" }) });
  await db.update(meetings).set({ status: "closed" }).where(eq(meetings.id, scene.meeting.id));
  expect(await holders(scene)).toBe(1);
  const outcome = "voted_as_pledged";
  expect(await reportOutcome(db, keys, { publicId: row.publicId, outcome }, later)).toEnd("not-asked");
});

test("a person is shown what is in force and what waits, decrypted, and nobody else's", async () => {
  const scene = await aScene();
  const { input, pledge: row } = await aHolder(db, scene);
  await aHolder(db, scene);
  await pledge(
    db,
    keys,
    { ...input, answers: pledgeAnswers({ holding: { shares: null, bucket: "1-9" } }) },
    later,
  );
  const owned = await listPledgesOf(db, keys, row.supporterId);
  expect(owned.map(({ status, holding }) => ({ status, holding }))).toEqual([
    { status: "email_pending", holding: { shares: null, bucket: "1-9" } },
    { status: "active", holding: { shares: "100", bucket: null } },
  ]);
  const whose = { supporterId: row.supporterId, campaignId: scene.campaign.id, meetingId: scene.meeting.id };
  expect(await findActivePledge(db, keys, whose)).toMatchObject({ id: row.id, holding: { shares: "100" } });
  expect(await findActivePledge(db, keys, { ...whose, campaignId: whose.campaignId + 1 })).toBeNull();
});

test("holdings are reencrypted under the newest secret, and lost ones reported", async () => {
  const own = await aDatabase();
  const campaign = await aCampaign(own);
  const scene = { campaign, meeting: await aMeeting(own, campaign, 2027) };
  const [old, gone, fresh] = ["an-old-secret", "a-lost-secret", "a-new-secret"].map(
    (name) => `${name}-${"0".repeat(30)}`,
  );
  const oldKeys = makeKeys([old ?? ""]);
  const { pledge: before } = await aHolder(own, scene, {}, { keys: oldKeys });
  await aHolder(own, scene, {}, { keys: makeKeys([gone ?? ""]) });
  const { pledge: broken } = await aHolder(own, scene, {}, { keys: oldKeys });
  const flipped = Buffer.from(broken.sharesEnc ?? []);
  flipped[20] = (flipped[20] ?? 0) ^ 1;
  await own.update(pledges).set({ sharesEnc: flipped }).where(eq(pledges.id, broken.id));
  const both = makeKeys([fresh ?? "", old ?? ""]);
  const ended = await rotateHoldings(own, both, now);
  expect(ended).toMatchObject({ rotated: 1, damaged: [broken.publicId] });
  expect(Object.values(ended.missing)).toEqual([1]);
  expect(await rotateHoldings(own, both, now)).toMatchObject({ rotated: 0 });
  const after = await rowIn(own, pledges, before.id);
  expect(decryptHolding(makeKeys([fresh ?? ""]), after)).toEqual({ shares: "100", bucket: null });
  expect(() => decryptHolding(oldKeys, after)).toThrow();
  expect((await listTotalDrift(own, both)).map(({ counter }) => counter)).toContain(
    "pledges 2027 unreadable",
  );
});

test("recounts agree after any order of acts, and find a changed total", async () => {
  const own: Db = await aDatabase();
  const campaign = await aCampaign(own);
  const scene = { campaign, meeting: await aMeeting(own, campaign, 2027) };
  const say = (holding: Holding) => ({ answers: pledgeAnswers({ holding }) });
  const all = await Promise.all([
    aHolder(own, scene, say({ shares: "12.5", bucket: null })),
    aHolder(own, scene, say({ shares: "0.000001", bucket: null })),
    aHolder(own, scene, say({ shares: null, bucket: "100000+" })),
    aHolder(own, scene, { answers: pledgeAnswers({ kind: "fund" }) }),
  ]);
  const [first] = all;
  if (first) await withdrawPledge(own, keys, first.pledge, later);
  expect(await listTotalDrift(own, keys)).toEqual([]);
  await own.execute(sql`update pledge_totals set shares = shares + 0.000001 where shares > 0`);
  expect(await listTotalDrift(own, keys)).toMatchObject([{ stored: "0.000002", counted: "0.000001" }]);
});
