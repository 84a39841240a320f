import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { countLetters } from "#app/domain/entries/letters/list/list-letters.server.ts";
import type { Tx } from "#db/index.ts";
import {
  letterDispatches,
  letterEvents,
  letterParts,
  letterRecipients,
  letters,
  outbox,
  supporters,
} from "#db/schema/index.ts";
import { aCampaign, changeRows, rowsIn, storeRow } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aLetter, aRecipient, unverified } from "#tests/support/letters.ts";
import { causeOf } from "#tests/support/refusals.ts";

const db = await aDatabase();
const sha = Buffer.alloc(32, 7);

const waitingForLocks = () =>
  db.execute(
    sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );

/** Letters in one email of an approved dispatch, not sent yet. */
async function aMail(values: Partial<typeof letterRecipients.$inferInsert> = {}) {
  const campaign = await aCampaign(db);
  const recipient = await aRecipient(db, campaign, values);
  const dispatch = await storeRow(db, letterDispatches, {
    campaignId: campaign.id,
    number: 1,
    kind: "consolidated",
    state: "sending",
    recipientId: recipient.id,
    subject: "Letters",
    body: "We enclose {letters} letters.",
    submittedAt: new Date(),
    approvedAt: new Date(),
    approvedAlone: true,
    approvedSha256: sha,
  });
  const dispatchId = dispatch.id;
  const queued = { state: "queued", dispatchId, sentSha256: sha, handedOverAt: new Date() } as const;
  const included = [await aLetter(db, campaign, queued), await aLetter(db, campaign, queued)];
  const [part] = await db
    .insert(letterParts)
    .values({ dispatchId, part: 1, letterIds: included.map(({ id }) => id) })
    .returning();
  const mail = await storeRow(db, outbox, {
    template: "letter-part",
    campaignId: campaign.id,
    letterPartId: part?.id ?? 0,
    letterRecipientId: recipient.id,
  });
  const move = (change: Partial<typeof outbox.$inferInsert>) =>
    changeRows(db, outbox, mail.id, { leaseUntil: null, ...change });
  const statesNow = async () => {
    const rows = await rowsIn(db, letters, { campaignId: campaign.id });
    return rows.map(({ state }) => state);
  };
  return { campaign, recipient, dispatch, included, mail, move, statesNow };
}

const eventsOf = async (id: number) =>
  (await db.select().from(letterEvents).where(eq(letterEvents.letterId, id)).orderBy(letterEvents.id)).map(
    ({ event, problem, emailId }) => [event, problem, emailId],
  );

test.each([
  [{ state: "accepted", transport: "resend" }, "sent"],
  [{ state: "accepted", transport: "file" }, "filed"],
  [{ state: "delivered", transport: "resend" }, "accepted"],
  [{ state: "bounced", problem: "hard-bounce" }, "bounced"],
  [{ state: "failed", problem: "bad-address" }, "bounced"],
  [{ state: "suppressed" }, "bounced"],
  [{ state: "complained" }, "accepted"],
  [{ state: "unknown", problem: "interrupted" }, "unknown"],
] as const)("a mail to the company that is %o takes its letters along", async (change, state) => {
  const { included, mail, move, statesNow } = await aMail();
  await move(change);
  expect(await statesNow()).toEqual([state, state]);
  expect((await eventsOf(included[0]?.id ?? 0)).at(-1)).toEqual([
    state,
    "problem" in change
      ? change.problem
      : ["suppressed", "complained"].includes(change.state)
        ? change.state
        : null,
    mail.id,
  ]);
});

test("a trigger that moves letters and their scoring lock in one order", async () => {
  const { included, mail, statesNow } = await aMail();
  const [first = 0, second = 0] = included.map(({ id }) => id);
  // The first letter's row is after the second's on disk from now on.
  await db.update(letters).set({ templateSimilarity: 0.5 }).where(eq(letters.id, first));
  const move = () =>
    db.transaction(async (tx) => {
      // As many letters are read: in the order on disk.
      await tx.execute(sql`set local enable_indexscan = off`);
      await tx.execute(sql`set local enable_bitmapscan = off`);
      const accepted = { state: "accepted", transport: "resend" } as const;
      await changeRows(tx, outbox, mail.id, accepted);
    });
  const scored = (tx: Tx, id: number) =>
    tx.execute(sql`select from letters where id = ${id} for no key update`);
  const moved = await db.transaction(async (tx) => {
    await scored(tx, first);
    const moving = causeOf(move());
    await expect.poll(async () => (await waitingForLocks()).length).toBe(1);
    await scored(tx, second);
    return { moving };
  });
  expect(await moved.moving).toBe(null);
  expect(await statesNow()).toEqual(["sent", "sent"]);
});

test("letters of a mail that was not made wait again, and a withdrawn one is not moved", async () => {
  const { included, move, statesNow } = await aMail();
  const withdrawn = { state: "withdrawn", withdrawnAt: new Date() } as const;
  await changeRows(db, letters, included[0]?.id ?? 0, withdrawn);
  await move({ state: "skipped" });
  expect(await statesNow()).toEqual(["withdrawn", "confirmed"]);
  const [again] = await rowsIn(db, letters, included[1]?.id ?? 0);
  expect(again).toMatchObject({ dispatchId: null, sentSha256: null, handedOverAt: null });
});

test("no transport but files claims a mail to an office that nobody has verified", async () => {
  const lease = { state: "claimed", leaseUntil: new Date(Date.now() + 60_000) } as const;
  const { move, recipient } = await aMail(unverified);
  await expect(move({ ...lease, transport: "resend" })).rejects.toThrow();
  await expect(move({ ...lease, transport: "smtp" })).rejects.toThrow();
  await move({ ...lease, transport: "file" });
  const verified = { verifiedAt: new Date(), verifiedBy: "Olga", verifiedWhere: "the proxy statement" };
  await db.update(letterRecipients).set(verified).where(eq(letterRecipients.id, recipient.id));
  await move({ state: "queued" });
  await move({ ...lease, transport: "resend" });
});

test("an edited address is one that nobody has verified", async () => {
  const recipient = await aRecipient(db, await aCampaign(db));
  const where = eq(letterRecipients.id, recipient.id);
  await db.update(letterRecipients).set({ name: "Board office" }).where(where);
  const [named] = await db.select().from(letterRecipients).where(where);
  expect(named?.verifiedBy).toBe("Olga Organizer");
  await db.update(letterRecipients).set({ email: "board@company.example" }).where(where);
  const [moved] = await db.select().from(letterRecipients).where(where);
  expect(moved).toMatchObject({ ...unverified, verifiedById: null });
});

test("confirmed words and submitted ones stay", async () => {
  const { included, dispatch } = await aMail();
  const ofLetter = eq(letters.id, included[0]?.id ?? 0);
  await expect(db.update(letters).set({ body: "Other words." }).where(ofLetter)).rejects.toThrow();
  const ofDispatch = eq(letterDispatches.id, dispatch.id);
  await expect(db.update(letterDispatches).set({ body: "Other." }).where(ofDispatch)).rejects.toThrow();
});

test("a person has one letter under way at a time, and another once it was handed over", async () => {
  const campaign = await aCampaign(db);
  const { supporterId, id } = await aLetter(db, campaign);
  await expect(aLetter(db, campaign, { supporterId })).rejects.toThrow();
  const sent = { state: "sent", sentSha256: sha, handedOverAt: new Date() } as const;
  await db.update(letters).set(sent).where(eq(letters.id, id));
  await aLetter(db, campaign, { supporterId });
});

test("counters follow letters, and keep handed-over ones of erased writers", async () => {
  const campaign = await aCampaign(db);
  const left = { sentSha256: sha, handedOverAt: new Date() };
  const [first, sent] = [
    await aLetter(db, campaign),
    await aLetter(db, campaign, { state: "sent", ...left }),
  ];
  const pending = await aLetter(db, campaign, { state: "email_pending" });
  const selfSent = { selfSentAt: new Date(), selfSentWay: "post" };
  await db.update(letters).set(selfSent).where(eq(letters.id, first.id));
  const counts = async () => {
    const { email_pending, confirmed, sent, selfSent, erased } = await countLetters(db, campaign.id);
    return { email_pending, confirmed, sent, selfSent, erased };
  };
  const none = { email_pending: 0, confirmed: 0, sent: 0, selfSent: 0, erased: 0 };
  expect(await counts()).toEqual({ ...none, email_pending: 1, confirmed: 1, sent: 1, selfSent: 1 });
  const erase = (id: number) => db.delete(supporters).where(eq(supporters.id, id));
  await erase(first.supporterId);
  await erase(pending.supporterId);
  expect(await counts()).toEqual({ ...none, sent: 1 });
  await erase(sent.supporterId);
  expect(await counts()).toEqual({ ...none, erased: 1 });
});
