import { randomUUID } from "node:crypto";
import { eq, inArray, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { applyMailEvent, sweepMailEvents } from "#app/domain/outbox/outcomes/apply-mail-event.server.ts";
import { fates } from "#app/domain/queue/mail-event.ts";
import { hmac } from "#app/lib/keys.server.ts";
import type { Fate } from "#app/mail/mail-event.ts";
import { readMailEvent } from "#app/mail/resend-webhook.server.ts";
import { emailEvents, outbox, suppressions, updates } from "#db/schema/index.ts";
import { aCampaign, changeRows, rowIn, rowsIn, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { after, anEvent, anUpdateUnderWay, aPayload, began } from "#tests/support/mail-events.ts";
import { anOrganizer } from "#tests/support/organizers.ts";
import { anotherWaitingMail } from "#tests/support/outbox.ts";

const db = await aDatabase();
const campaign = await aCampaign(db);

async function aMail(values: Partial<typeof outbox.$inferInsert> = {}) {
  const { id, publicId, supporter } = await anotherWaitingMail(db);
  await changeRows(db, outbox, id, { state: "queued", ...values });
  return { id, publicId, email: supporter.emailCanonical };
}

const stateOf = async (id: number) => {
  const { state, problem, settledAt, leaseUntil, providerId } = await rowIn(db, outbox, id);
  return { state, problem, settledAt, leaseUntil, providerId };
};

const suppressionsOf = async (email: string) => {
  const rows = await rowsIn(db, suppressions, { addressHmac: hmac(testKeys, "address", email).digest });
  return rows.map(({ reason, createdAt }) => [reason, createdAt]);
};

test.each([
  ["accepted", "accepted", null],
  ["delayed", "delayed", null],
  ["failed", "failed", "reached-daily-quota"],
  ["suppressed", "suppressed", "on-provider-list"],
  ["delivered", "delivered", null],
  ["soft-bounce", "bounced", "soft-bounce"],
  ["hard-bounce", "bounced", "hard-bounce"],
  ["complained", "complained", null],
] as const)(
  "a mail of unknown outcome is settled by a report that it was %s",
  async (fate, state, problem) => {
    const { id, publicId } = await aMail({ state: "unknown", problem: "interrupted", settledAt: new Date() });
    expect(await applyMailEvent(db, testKeys, anEvent(fate, publicId, began, "provider-id"))).toEqual({
      outcome: "stored",
      paused: false,
    });
    expect(await stateOf(id)).toEqual({
      state,
      problem,
      settledAt: began,
      leaseUntil: null,
      providerId: "provider-id",
    });
  },
);

test.each(["queued", "claimed"] as const)(
  "a report that comes before the answer to the call moves a %s mail on, and frees it of its lease",
  async (state) => {
    const leaseUntil = state === "claimed" ? after(60) : null;
    const { id, publicId } = await aMail({ state, leaseUntil });
    await applyMailEvent(db, testKeys, anEvent("delivered", publicId));
    expect(await stateOf(id)).toMatchObject({ state: "delivered", leaseUntil: null });
  },
);

test("weaker or older reports change nothing, and of two alike the later wins", async () => {
  for (const [rank, fate] of fates.entries()) {
    const { id, publicId } = await aMail({
      state: "accepted",
      settledAt: new Date(),
      providerId: "from-answer",
    });
    await applyMailEvent(db, testKeys, anEvent(fate, publicId, after(10)));
    const stands = await stateOf(id);
    expect(stands?.providerId).toBe("from-answer");
    for (const weaker of fates.slice(0, rank)) {
      await applyMailEvent(db, testKeys, anEvent(weaker, publicId, after(99)));
    }
    await applyMailEvent(db, testKeys, anEvent(fate, publicId, after(5)));
    expect(await stateOf(id)).toEqual(stands);
    await applyMailEvent(db, testKeys, anEvent(fate, publicId, after(20)));
    expect(await stateOf(id)).toEqual({ ...stands, settledAt: after(20) });
  }
});

test("an event is stored once, and changes nothing the second time", async () => {
  const { id, publicId } = await aMail({ state: "accepted", settledAt: new Date() });
  const event = anEvent("delivered", publicId);
  expect(await applyMailEvent(db, testKeys, event)).toMatchObject({ outcome: "stored" });
  await db.update(outbox).set({ state: "unknown" }).where(eq(outbox.id, id));
  const together = await Promise.all([1, 2, 3].map(() => applyMailEvent(db, testKeys, event)));
  expect(together).toEqual(Array(3).fill({ outcome: "repeated" }));
  expect(await stateOf(id)).toMatchObject({ state: "unknown" });
  expect(await db.$count(emailEvents, eq(emailEvents.svixId, event.svixId))).toBe(1);
});

test("a report of a mail that is not here, or not ours, is stored without one", async () => {
  const gone = anEvent("hard-bounce", randomUUID());
  const foreign = anEvent("delivered", "not-an-id-of-ours");
  for (const event of [gone, foreign]) {
    expect(await applyMailEvent(db, testKeys, event)).toEqual({ outcome: "stored", paused: false });
    const [row] = await db.select().from(emailEvents).where(eq(emailEvents.svixId, event.svixId));
    expect(row).toMatchObject({ emailId: null, type: event.type, occurredAt: began });
  }
});

test("a hard bounce or complaint suppresses an address, a soft bounce does not", async () => {
  const soft = await aMail();
  await applyMailEvent(db, testKeys, anEvent("soft-bounce", soft.publicId));
  expect(await suppressionsOf(soft.email)).toEqual([]);

  const hard = await aMail();
  for (const at of [after(30), after(60), after(0)]) {
    await applyMailEvent(db, testKeys, anEvent("hard-bounce", hard.publicId, at));
  }
  expect(await suppressionsOf(hard.email)).toEqual([["hard_bounce", after(60)]]);

  const spam = await aMail();
  await applyMailEvent(db, testKeys, anEvent("complained", spam.publicId));
  await applyMailEvent(db, testKeys, anEvent("hard-bounce", spam.publicId));
  expect((await suppressionsOf(spam.email)).map(([reason]) => reason).sort()).toEqual([
    "complaint",
    "hard_bounce",
  ]);
  expect(await stateOf(spam.id)).toMatchObject({ state: "complained" });
});

test("a mail to an organizer is reported on like any other", async () => {
  const { id: organizerId, email } = await anOrganizer(db, { campaign });
  const [mail] = await db
    .insert(outbox)
    .values({ organizerId, campaignId: campaign.id, template: "organizer-code" })
    .returning();
  await applyMailEvent(db, testKeys, anEvent("hard-bounce", mail?.publicId ?? ""));
  expect(await stateOf(mail?.id ?? 0)).toMatchObject({ state: "bounced", problem: "hard-bounce" });
  expect(await suppressionsOf(email)).toHaveLength(1);
});

test("an update pauses at 5 % hard bounces of 200, not earlier or for soft ones", async () => {
  const { update, mails } = await anUpdateUnderWay(db, campaign, 200);
  await changeRows(db, outbox, { updateId: update.id }, { state: "accepted", settledAt: new Date() });
  const tell = (fate: Fate, place: number) =>
    applyMailEvent(db, testKeys, anEvent(fate, mails[place]?.publicId ?? ""));
  for (let place = 0; place < 30; place++) await tell("soft-bounce", place);
  for (let place = 30; place < 39; place++) {
    expect(await tell("hard-bounce", place)).toEqual({ outcome: "stored", paused: false });
  }
  expect(await tell("hard-bounce", 39)).toEqual({ outcome: "stored", paused: true });
  const [stopped] = await db.select().from(updates).where(eq(updates.id, update.id));
  expect(stopped).toMatchObject({ state: "paused", pauseReason: "bounces" });
  expect(await tell("hard-bounce", 40)).toEqual({ outcome: "stored", paused: false });
});

test("one complaint among 200 mails stops an update", async () => {
  const { update, mails } = await anUpdateUnderWay(db, campaign, 200);
  await changeRows(db, outbox, { updateId: update.id }, { state: "delivered", settledAt: new Date() });
  const first = anEvent("complained", mails[0]?.publicId ?? "");
  expect(await applyMailEvent(db, testKeys, first)).toEqual({ outcome: "stored", paused: true });
  const [stopped] = await db.select().from(updates).where(eq(updates.id, update.id));
  expect(stopped).toMatchObject({ state: "paused", pauseReason: "complaints" });
});

test("opened, clicked, received, scheduled and unknown events are ignored", () => {
  const signed = { id: "msg_1", signedAt: began };
  const { data, ...rest } = aPayload("delivered", randomUUID(), began);
  for (const type of [
    "email.opened",
    "email.clicked",
    "email.received",
    "email.scheduled",
    "contact.created",
  ]) {
    expect(readMailEvent({ ...rest, data, type }, signed)).toBeNull();
  }
  for (const payload of [null, 7, "text", [], {}, { type: 1 }, { type: "toString", data }]) {
    expect(readMailEvent(payload, signed)).toBeNull();
  }
});

test("tags are read in both forms, and what cannot be read is left out", () => {
  const signed = { id: "msg_1", signedAt: after(7) };
  const email = randomUUID();
  const { data, ...rest } = aPayload("hard-bounce", email, began, "id-1");
  const asList = { ...data, tags: [{ name: "delivery", value: email }] };
  expect(readMailEvent({ ...rest, data: asList }, signed)).toEqual(readMailEvent({ ...rest, data }, signed));
  expect(
    readMailEvent({ type: "email.bounced", data: { tags: 7, email_id: "a b", bounce: "?" } }, signed),
  ).toEqual({
    svixId: "msg_1",
    type: "email.bounced",
    occurredAt: after(7),
    fate: "soft-bounce",
    problem: "soft-bounce",
    email: null,
    providerId: null,
  });
});

test("a time that cannot be is the time of the signature", async () => {
  const { publicId } = await aMail();
  const payload = aPayload("delivered", publicId, began);
  const at = (created_at: string) =>
    readMailEvent({ ...payload, created_at }, { id: `msg_${randomUUID()}`, signedAt: began });
  const known = "2099-12-30T11:12:13.000Z";
  expect(at(known)?.occurredAt.toISOString()).toBe(known);
  for (const never of [
    "+275000-01-01T00:00:00Z",
    "-005000-01-01T00:00:00Z",
    "1999-12-31",
    "2100-01-03",
    "",
  ]) {
    const event = at(never);
    expect(event?.occurredAt, never).toEqual(began);
    expect(event && (await applyMailEvent(db, testKeys, event)).outcome).toBe("stored");
  }
});

test("events older than 30 days go, in any number, and newer ones stay", async () => {
  const now = new Date("2150-01-01T00:00:00Z");
  const store = (svixId: string, days: number) => ({
    svixId,
    type: "email.sent",
    occurredAt: now,
    receivedAt: new Date(now.getTime() - days * 86_400_000),
  });
  const before = await db.$count(emailEvents);
  for (let from = 0; from < 11_000; from += 5500) {
    await db
      .insert(emailEvents)
      .values(Array.from({ length: 5500 }, (_, at) => store(`old_${from + at}`, 30.1)));
  }
  await db.insert(emailEvents).values(store("young", 29.9));
  expect(await sweepMailEvents(db, now)).toBe(before + 11_000);
  expect(await db.select({ id: emailEvents.svixId }).from(emailEvents)).toEqual([{ id: "young" }]);
});

test("no address and no word of the provider is stored with what it reports", async () => {
  const ids: number[] = [];
  for (const fate of fates) {
    const { id, publicId } = await aMail();
    await applyMailEvent(db, testKeys, anEvent(fate, publicId));
    ids.push(id);
  }
  expect(await db.$count(emailEvents, inArray(emailEvents.emailId, ids))).toBe(fates.length);
  const [row] = await db.execute<{ found: number }>(sql`
    select count(*)::int as found from (
      select e::text as row from email_events e union all select d::text from outbox d
      union all select s::text from suppressions s
    ) as rows where row like '%@%' or row like '%people.test%'`);
  expect(row?.found).toBe(0);
});
