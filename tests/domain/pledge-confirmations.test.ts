import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { confirmPledge } from "#app/domain/entries/pledges/confirm-pledge.server.ts";
import { decryptHolding } from "#app/domain/entries/pledges/holding.server.ts";
import {
  neverWritePledge,
  remindPendingPledges,
} from "#app/domain/entries/pledges/pending-pledges.server.ts";
import { pledge } from "#app/domain/entries/pledges/pledge.server.ts";
import { pledgeProven } from "#app/domain/entries/pledges/pledge-proven.server.ts";
import { countHolders, findPledge, listPledgesOf } from "#app/domain/entries/pledges/queries.server.ts";
import { neverWrite } from "#app/domain/entries/signatures/pending-signatures.server.ts";
import { claimEmails } from "#app/domain/outbox/sending/claim-emails.server.ts";
import { campaigns, meetings, outbox, pledges, signatures, supporters } from "#db/schema/index.ts";
import { aCampaign, aSignatureInput, changeRows, testKeys as keys, rowsIn } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aHolder, aPledgeInput, newestPledge, pledgeAnswers } from "#tests/support/holders.ts";
import { aMeeting, nextYear } from "#tests/support/pledges.ts";
import { sign } from "#tests/support/sign.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";

const db = await aDatabase();
/** An hour ago: the worker that claims emails uses the database's clock. */
const now = new Date(Date.now() - 3_600_000);
const after = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const against = pledgeAnswers({ intentions: [{ item: null, intention: "against" }] });

async function aScene() {
  const campaign = await aCampaign(db);
  return { campaign, meeting: await aMeeting(db, campaign, nextYear) };
}
/** Someone whose first form waits; `mails` are those that ask to confirm. */
async function aPending(values: Parameters<typeof aPledgeInput>[1] = {}) {
  const scene = await aScene();
  const input = aPledgeInput(scene, { answers: pledgeAnswers({ willing: ["attend", "media"] }), ...values });
  await pledge(db, keys, input, now);
  const row = await newestPledge(db, input);
  const of = eq(outbox.supporterId, row.supporterId);
  return {
    scene,
    input,
    row,
    newest: () => newestPledge(db, input),
    mails: () => db.select().from(outbox).where(of).orderBy(outbox.id),
    sent: () => db.update(outbox).set({ state: "accepted" }).where(of),
    person: async () =>
      (await db.select().from(supporters).where(eq(supporters.id, row.supporterId)))[0] ?? null,
  };
}
/** How many emails to this person may be sent now. */
async function claimed(supporterId: number) {
  const all = await claimEmails(db, { transport: { name: "file" } as never, keys }, 1000);
  const own = await db.select().from(outbox).where(eq(outbox.supporterId, supporterId));
  return all.filter(({ id }) => own.some((mail) => mail.id === id)).length;
}

test("a stranger with the address neither rewrites nor stops a waiting pledge", async () => {
  const { input, row, newest, mails } = await aPending();
  await pledge(db, keys, { ...input, name: "Someone Else", country: "DE", answers: against }, after(5));
  const other = await newest();
  expect(other.id).not.toBe(row.id);
  expect(await mails()).toHaveLength(2);
  expect(await findPledge(db, row.publicId)).toMatchObject({ name: "Ada Sample", country: "US" });
  expect(await findPledge(db, other.publicId)).toMatchObject({
    name: "Someone Else",
    country: "DE",
    intentions: against.intentions,
  });

  expect(await confirmPledge(db, keys, row.publicId, after(6))).toMatchObject({ outcome: "confirmed" });
  expect(await confirmPledge(db, keys, other.publicId, after(7))).toEqual({ outcome: "gone" });
  expect(await newest()).toMatchObject({ id: row.id, status: "active", typedName: null });
  expect(decryptHolding(keys, await newest())).toEqual(input.answers.holding);
});

test("whose pledge is confirmed first, under its own name, is the person's", async () => {
  const { input, newest, person } = await aPending({ name: "Someone Else", answers: against });
  await pledge(db, keys, { ...input, name: "Ada Sample", answers: pledgeAnswers() }, after(5));
  const own = await newest();
  expect(await person()).toMatchObject({ name: "Someone Else" });
  expect(await confirmPledge(db, keys, own.publicId, after(6))).toMatchObject({ outcome: "confirmed" });
  expect(await person()).toMatchObject({ name: "Ada Sample" });
  expect((await findPledge(db, own.publicId))?.intentions).toEqual(pledgeAnswers().intentions);
});

test("past the daily limit a pledge still waits, on its owner's page", async () => {
  const { input, row, newest, mails, sent } = await aPending({ answers: against });
  await pledge(db, keys, { ...input, answers: pledgeAnswers({ comment: "A second one" }) }, after(100));
  await sent();
  await pledge(db, keys, { ...input, answers: pledgeAnswers() }, after(200));
  expect(await mails()).toHaveLength(2);
  const own = await newest();
  expect(own.comment).toBeNull();
  const owned = await listPledgesOf(db, keys, row.supporterId);
  expect(owned.map(({ publicId }) => publicId)).toContain(own.publicId);
  expect(await confirmPledge(db, keys, own.publicId, after(300))).toMatchObject({ outcome: "confirmed" });
  expect((await listPledgesOf(db, keys, row.supporterId)).map(({ status }) => status)).toEqual(["active"]);
});

test("of versions that no email tells of the newest ten wait", async () => {
  const { input, row } = await aPending();
  for (let n = 0; n < 14; n++)
    await pledge(db, keys, { ...input, answers: pledgeAnswers({ comment: `Number ${n}` }) }, after(n));
  const all = await db.select().from(pledges).where(eq(pledges.supporterId, row.supporterId));
  expect(all.map(({ comment }) => comment).sort()).toEqual(
    [row.comment, ...[0, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13].map((n) => `Number ${n}`)].sort(),
  );
});

test.each(
  Object.entries({
    name: { name: "Someone Else" },
    place: { country: "DE" },
    number: {
      answers: pledgeAnswers({ willing: ["attend", "media"], holding: { shares: "101", bucket: null } }),
    },
    comment: { answers: pledgeAnswers({ willing: ["attend", "media"], comment: "Not mine" }) },
    "what else they would do": { answers: pledgeAnswers({ willing: ["attend"] }) },
    consents: { consents: ["pledge", "updates"] as const },
  }),
)("another %s is something else", async (_what, change) => {
  const { input, row, newest } = await aPending();
  await pledge(db, keys, { ...input, ...change }, after(5));
  expect((await newest()).publicId).not.toBe(row.publicId);
});

test("an identical form is a resend: same link, one email a minute at most", async () => {
  const { input, row, newest, mails, sent } = await aPending();
  await sent();
  const again = { ...input, answers: pledgeAnswers({ willing: ["media", "attend"] }) };
  await pledge(db, keys, again, after(30));
  expect(await mails()).toHaveLength(1);
  await pledge(db, keys, again, after(90));
  expect(await mails()).toHaveLength(2);
  expect(await newest()).toMatchObject({ publicId: row.publicId, attestedAt: row.attestedAt });
});

test("a holder's own mails are limited as well, and every version waits", async () => {
  const scene = await aScene();
  const { input } = await aHolder(db, scene, {}, { now });
  const say = (shares: string, at: number) =>
    pledge(db, keys, { ...input, answers: pledgeAnswers({ holding: { shares, bucket: null } }) }, after(at));
  for (const [index, shares] of ["1", "2", "3", "4"].entries()) await say(shares, 100 + index);
  const newest = await newestPledge(db, input);
  expect(decryptHolding(keys, newest)).toEqual({ shares: "4", bucket: null });
  const asked = and(eq(outbox.supporterId, newest.supporterId), eq(outbox.template, "confirm-pledge"));
  // One of the day's three confirmed the first version.
  expect(await db.$count(outbox, asked)).toBe(3);
  expect(await confirmPledge(db, keys, newest.publicId, after(200))).toMatchObject({ outcome: "confirmed" });
});

test("a form about a fund renames nobody whose other link waits", async () => {
  const { input, row, person } = await aPending();
  await pledge(
    db,
    keys,
    { ...input, name: "Someone Else", answers: pledgeAnswers({ kind: "fund" }) },
    after(100),
  );
  expect(await person()).toMatchObject({ name: "Ada Sample" });
  expect(await confirmPledge(db, keys, row.publicId, after(200))).toMatchObject({ outcome: "confirmed" });
});

test("a form to sign renames no pledge that waits", async () => {
  const { input, scene, row, person } = await aPending();
  const form = { to: input.email.canonical, name: "Someone Else" };
  await sign(db, aSignatureInput(scene.campaign, form), after(100));
  expect(await db.$count(signatures, eq(signatures.supporterId, row.supporterId))).toBe(1);
  expect(await findPledge(db, row.publicId)).toMatchObject({ name: "Ada Sample" });
  expect(await confirmPledge(db, keys, row.publicId, after(200))).toMatchObject({ outcome: "confirmed" });
  expect(await person()).toMatchObject({ name: "Ada Sample" });
});

test("the mails of two versions that wait both go", async () => {
  const { input, row, mails } = await aPending();
  await pledge(db, keys, { ...input, answers: against }, after(5));
  expect(await claimed(row.supporterId)).toBe(2);
  expect((await mails()).map(({ state }) => state)).toEqual(["claimed", "claimed"]);
});

test("every version gets a receipt, outside the daily limit", async () => {
  const { input, newest, mails, sent } = await aPending();
  await confirmPledge(db, keys, (await newest()).publicId, after(10));
  const [person] = await rowsIn(db, supporters, (await newest()).supporterId);
  const edit = {
    supporterPublicId: person?.publicId ?? "",
    campaign: input.campaign,
    meetingId: input.meetingId,
    locale: "en",
    consents: ["pledge"] as const,
  };
  for (const shares of ["1", "2", "3", "4"])
    await pledgeProven(
      db,
      keys,
      { ...edit, answers: pledgeAnswers({ holding: { shares, bucket: null } }) },
      after(20),
    );
  const receipts = (await mails()).filter(({ template }) => template === "pledge-receipt");
  expect(new Set(receipts.map(({ pledgeId }) => pledgeId)).size).toBe(5);
  await sent();
  await pledge(db, keys, { ...input, answers: against }, after(30));
  await pledge(db, keys, { ...input, answers: pledgeAnswers() }, after(40));
  await pledge(db, keys, { ...input, answers: against }, after(50));
  const asked = (await mails()).filter(({ template }) => template === "confirm-pledge");
  expect(asked).toHaveLength(3);
});

test("a pledge is not confirmed once voting is over: it stays unconfirmed", async () => {
  const { scene, row, newest, mails } = await aPending();
  await db.update(meetings).set({ status: "closed" }).where(eq(meetings.id, scene.meeting.id));
  expect(await confirmPledge(db, keys, row.publicId, after(10))).toEqual({ outcome: "too-late" });
  expect(await newest()).toMatchObject({ status: "email_pending" });
  expect(await countHolders(db, scene.campaign.id, scene.meeting.id)).toBe(0);
  await remindPendingPledges(db, after(3 * 86_400));
  expect((await mails()).map(({ template }) => template)).toEqual(["confirm-pledge"]);
});

test("a pledge that waited when the campaign closed can still be confirmed", async () => {
  const { scene, row } = await aPending();
  await changeRows(db, campaigns, scene.campaign.id, { status: "closed", closedAt: now });
  expect(await confirmPledge(db, keys, row.publicId, after(10))).toMatchObject({ outcome: "confirmed" });
});

test("“never write to me” tells what it did: deleted, withdrawn, or the form alone", async () => {
  const { row } = await aPending();
  expect(await neverWritePledge(db, keys, row.publicId, after(5))).toMatchObject({ did: "deleted" });
  const holder = await aHolder(db, await aScene(), {}, { now });
  await pledge(db, keys, { ...holder.input, answers: against }, after(5));
  const { publicId } = await newestPledge(db, holder.input);
  expect(await neverWritePledge(db, keys, publicId, after(5))).toMatchObject({ did: "deleted-form" });
  const mine = holder.pledge.publicId;
  expect(await neverWritePledge(db, keys, mine, after(6))).toMatchObject({ did: "withdrawn" });
  expect(await neverWritePledge(db, keys, mine, after(7))).toMatchObject({ did: "withdrawn" });

  const signed = await aStoredSignature(db, await aCampaign(db));
  await db.update(supporters).set({ confirmedAt: now }).where(eq(supporters.id, signed.supporter.id));
  const other = await aCampaign(db);
  await sign(db, aSignatureInput(other, { to: signed.supporter.email }), after(5));
  const [waiting] = await db.select().from(signatures).where(eq(signatures.campaignId, other.id));
  expect(await neverWrite(db, keys, waiting?.publicId ?? "", after(6))).toMatchObject({
    did: "deleted-form",
  });
  expect(await neverWrite(db, keys, signed.signature.publicId, after(7))).toMatchObject({ did: "withdrawn" });
});
