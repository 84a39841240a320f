import { setTimeout as pause } from "node:timers/promises";
import { eq, inArray, sql } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { advanceFutureJobs } from "#app/domain/activity/bring-forward.server.ts";
import { confirmSignature } from "#app/domain/entries/signatures/confirm-signature.server.ts";
import { applyMailEvent, sweepMailEvents } from "#app/domain/outbox/outcomes/apply-mail-event.server.ts";
import { claimEmails } from "#app/domain/outbox/sending/claim-emails.server.ts";
import { sendDueEmails } from "#app/domain/outbox/sending/send-due-emails.server.ts";
import { hmac } from "#app/lib/keys.server.ts";
import type { BatchOutcome } from "#app/mail/transport.ts";
import { emailBatches, outbox, supporters, suppressions, switches } from "#db/schema/index.ts";
import { testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aBatchMailing, takeAll } from "#tests/support/engine.ts";
import { aStubMailing, silent } from "#tests/support/mail.ts";
import { anotherWaitingMail, loseLease, manyWaitingMails, readOutbox } from "#tests/support/outbox.ts";

const db = await aDatabase();
type Mailing = Parameters<typeof sendDueEmails>[1];
const send = (mailing: Mailing) => sendDueEmails(db, mailing, { log: silent });
const lost: BatchOutcome = { outcome: "unknown", repeatable: true, problem: "no-answer" };

/** Makes so many confirmations wait, and nothing else. */
async function waiting(many: number) {
  await db.execute(sql`update outbox set state = 'skipped', lease_until = null
    where state in ('queued', 'claimed')`);
  await db.delete(emailBatches);
  const emails = await manyWaitingMails(db, many);
  return emails.map(({ id, publicId, signature, supporter }) => ({
    id,
    publicId,
    signature,
    supporterId: supporter.id,
    to: supporter.email,
  }));
}

/** Ends the wait of calls for their next try, and the leases of workers that died. */
const passTime = (hours = 0) =>
  db
    .update(emailBatches)
    .set({
      dueAt: sql`now()`,
      frozenAt: sql`frozen_at - make_interval(hours => ${hours})`,
      unansweredSince: sql`unanswered_since - make_interval(hours => ${hours})`,
    });

const calls = () => db.select().from(emailBatches).orderBy(emailBatches.id);
const rowsOf = (emails: readonly { id: number }[]) => {
  const ids = emails.map(({ id }) => id);
  return db.select().from(outbox).where(inArray(outbox.id, ids)).orderBy(outbox.id);
};
const states = async (emails: readonly { id: number }[]) => [
  ...new Set((await rowsOf(emails)).map(({ state }) => state)),
];

test("few emails go alone at once, ten and more in calls of a hundred, the oldest first", async () => {
  const few = await waiting(9);
  const one = aBatchMailing(takeAll);
  await send(one.mailing);
  expect(one.alone).toEqual(few.map(({ to }) => to));
  expect(one.calls).toEqual([]);

  const many = await waiting(115);
  const { mailing, calls: made, alone } = aBatchMailing(takeAll);
  await send(mailing);
  expect(made.map(({ to }) => to)).toEqual([
    many.slice(0, 100).map(({ to }) => to),
    many.slice(100).map(({ to }) => to),
  ]);
  expect(alone).toEqual([]);
  for (const row of await rowsOf(many)) {
    expect(row).toMatchObject({ state: "accepted", attempts: 1, problem: null });
    expect(row.providerId).toMatch(/^[0-9a-f-]{36}$/);
  }
  expect(await calls()).toMatchObject([
    { state: "accepted", updateId: null },
    { state: "accepted", updateId: null },
  ]);
});

test("what was tried alone goes alone again, under its own key", async () => {
  const [first, ...others] = await waiting(12);
  const { mailing, calls: made, alone } = aBatchMailing(takeAll);
  const [claimed] = await claimEmails(db, mailing, 1);
  expect(claimed?.id).toBe(first?.id);
  await loseLease(db, first?.id ?? 0);
  await send(mailing);
  expect(alone).toEqual([first?.to]);
  expect(made.map(({ to }) => to)).toEqual([others.map(({ to }) => to)]);
});

test("one refused address harms no other: it is alone in the end, and the others cost no try", async () => {
  const emails = await waiting(100);
  const bad = emails[37]?.to;
  const refused = { outcome: "refused", problem: "validation-error" } as const;
  const { mailing, calls: made } = aBatchMailing(
    (call) => (call.to.includes(bad ?? "") ? refused : takeAll(call)),
    (to) =>
      to === bad
        ? { outcome: "refused", permanent: true, problem: "validation-error" }
        : { outcome: "accepted", providerId: null },
  );
  await send(mailing);
  expect(made.length).toBeLessThanOrEqual(16);
  const taken = made.filter(({ to }) => !to.includes(bad ?? "")).flatMap(({ to }) => to);
  expect(new Set(taken).size).toBe(taken.length);
  for (const { id, state, attempts } of await rowsOf(emails))
    expect([state, attempts]).toEqual([id === emails[37]?.id ? "failed" : "accepted", 1]);
});

test("emails that a call returns while the worker looks for more go in the same run", async () => {
  const emails = await waiting(20);
  let answer: ((refused: BatchOutcome) => void) | undefined;
  const { mailing, calls: made } = aBatchMailing((call) =>
    made.length > 1 ? takeAll(call) : new Promise((resolve) => (answer = resolve)),
  );
  const looking = Object.create(db, {
    execute: {
      value: async (query: string) => {
        const rows = await db.execute(query);
        if (!answer || !rows[0] || !("urgency" in rows[0])) return rows;
        answer({ outcome: "refused", problem: "validation-error" });
        answer = undefined;
        await vi.waitFor(async () => expect(await states(emails)).toEqual(["queued"]));
        await pause(50);
        return rows;
      },
    },
  });
  await sendDueEmails(looking, mailing, { log: silent });
  expect(await states(emails)).toEqual(["accepted"]);
});

test("after a refusal for haste all keep their places and their tries", async () => {
  const emails = await waiting(20);
  let asked = 0;
  const { mailing, calls: made } = aBatchMailing((call) => {
    asked += 1;
    return asked === 1 ? { outcome: "retry-later", after: 1, problem: "rate-limited" } : takeAll(call);
  });
  await send(mailing);
  expect(await states(emails)).toEqual(["queued"]);
  await db.update(outbox).set({ dueAt: sql`now()` }).where(eq(outbox.state, "queued"));
  await send(mailing);
  expect(made.map(({ to }) => to)).toEqual([emails.map(({ to }) => to), emails.map(({ to }) => to)]);
  expect(made[0]?.key, "nothing was taken under it").toBe(made[1]?.key);
  expect(await readOutbox(db, emails[0]?.id ?? 0)).toMatchObject({ state: "accepted", attempts: 1 });
});

test("a call without an answer is repeated with the same key and bytes, by nobody else before", async () => {
  const emails = await waiting(20);
  let answered = false;
  const { mailing, calls: made, alone } = aBatchMailing((call) => (answered ? takeAll(call) : lost));
  await send(mailing);
  expect(await states(emails)).toEqual(["claimed"]);
  await advanceFutureJobs(db);
  await db.execute(sql`update outbox set due_at = now() where state = 'claimed' and due_at < 'infinity'`);
  expect(await claimEmails(db, mailing), "as a worker of the version before").toEqual([]);
  answered = true;
  // Confirmed by an earlier email: no reason to keep it from the others.
  await confirmSignature(db, testKeys, emails[3]?.signature.publicId ?? "");
  await passTime();
  await send(mailing);
  const again = made.slice(1).filter(({ key }) => key === made[0]?.key);
  expect(again).toEqual([made[0]]);
  expect(alone, "a receipt").toEqual([emails[3]?.to]);
  expect(await states(emails)).toEqual(["accepted"]);
});

test("a call is not repeated after its key was forgotten", async () => {
  const emails = await waiting(12);
  const { mailing, calls: made } = aBatchMailing(() => lost);
  await send(mailing);
  await passTime(24);
  await send(mailing);
  expect(made).toHaveLength(1);
  expect(await readOutbox(db, emails[5]?.id ?? 0)).toMatchObject({
    state: "unknown",
    problem: "too-old-to-repeat",
  });
});

test.each([
  [
    "somebody was erased",
    "not-repeated",
    ({ supporterId }: { supporterId: number }) => db.delete(supporters).where(eq(supporters.id, supporterId)),
  ],
  [
    "an address gets nothing any more",
    "not-repeated",
    ({ to }: { to: string }) => {
      const { keyId, digest } = hmac(testKeys, "address", to);
      return db.insert(suppressions).values({ addressHmac: digest, keyId, reason: "never" });
    },
  ],
  [
    "somebody reads another language now",
    "changed-meanwhile",
    ({ supporterId }: { supporterId: number }) =>
      db.update(supporters).set({ locale: "es" }).where(eq(supporters.id, supporterId)),
  ],
] as const)("a call whose answer was lost is unknown when %s", async (_, problem, change) => {
  const emails = await waiting(12);
  const { mailing, calls: made, alone } = aBatchMailing(() => lost);
  await send(mailing);
  const [, changed, other] = emails;
  if (!changed || !other) throw new Error("nobody waits");
  await change(changed);
  await passTime();
  await send(mailing);
  expect(made).toHaveLength(1);
  expect(alone).toEqual([]);
  expect(await readOutbox(db, other.id)).toMatchObject({ state: "unknown", problem });
});

test("a report of one email tells that the call was taken: it is not repeated", async () => {
  const emails = await waiting(12);
  const { mailing, calls: made } = aBatchMailing(() => lost);
  await send(mailing);
  const told = emails[4];
  await applyMailEvent(db, testKeys, {
    svixId: "msg_calls",
    type: "email.failed",
    occurredAt: new Date(),
    fate: "failed",
    problem: "not-sent",
    email: told?.publicId ?? "",
    providerId: "provider",
  });
  await passTime();
  await send(mailing);
  expect(made).toHaveLength(1);
  expect(await readOutbox(db, told?.id ?? 0)).toMatchObject({ state: "failed" });
  expect(await states(emails.filter((one) => one !== told))).toEqual(["accepted"]);
});

test("a call that another transport left open ends as unknown", async () => {
  const emails = await waiting(12);
  const { mailing } = aBatchMailing(() => lost);
  await send(mailing);
  await passTime();
  const smtp = aStubMailing("smtp");
  await send(smtp.mailing);
  expect(smtp.tries).toEqual([]);
  expect(await states(emails)).toEqual(["unknown"]);
});

test("a call is repeated only while sending is not paused", async () => {
  const emails = await waiting(12);
  let answered = false;
  const { mailing, calls: made } = aBatchMailing((call) => (answered ? takeAll(call) : lost));
  await send(mailing);
  answered = true;
  await passTime();
  await db.insert(switches).values({ name: "sending-paused", reason: "a test" });
  await send(mailing);
  await db.delete(switches).where(eq(switches.name, "sending-paused"));
  expect(made).toHaveLength(1);
  await passTime();
  await send(mailing);
  expect(made).toHaveLength(2);
  expect(await states(emails)).toEqual(["accepted"]);
});

test("emails that a pause reaches while they are written wait", async () => {
  const emails = await waiting(12);
  const { mailing, calls: made } = aBatchMailing(takeAll);
  let paused = false;
  const render: Mailing["render"] = async (email) => {
    if (!paused) await db.insert(switches).values({ name: "sending-paused", reason: "a test" });
    paused = true;
    return mailing.render(email);
  };
  await send({ ...mailing, render });
  await db.delete(switches).where(eq(switches.name, "sending-paused"));
  expect(made).toEqual([]);
  expect(await readOutbox(db, emails[0]?.id ?? 0)).toMatchObject({ state: "queued", attempts: 0 });
  await send(mailing);
  expect(await states(emails)).toEqual(["accepted"]);
});

test("emails of a worker that died before their call go again, in smaller calls each time", async () => {
  const emails = await waiting(100);
  const { mailing, calls: made, alone } = aBatchMailing(takeAll);
  for (let time = 0; time < 2; time++) {
    await claimEmails(db, mailing, 100, { forCall: true });
    await db.execute(sql`update outbox set due_at = now(), lease_until = now() where state = 'claimed'`);
  }
  await send(mailing);
  expect(Math.max(...made.map(({ to }) => to.length))).toBeLessThanOrEqual(25);
  expect(made.flatMap(({ to }) => to).sort()).toEqual(emails.map(({ to }) => to).sort());
  expect(alone).toEqual([]);
});

test("a worker that lost its lease freezes nothing", async () => {
  const emails = await waiting(12);
  const slow = aBatchMailing(takeAll);
  const other = aBatchMailing(takeAll);
  let taken = false;
  const render: Mailing["render"] = async (email) => {
    if (!taken) {
      taken = true;
      await db.execute(sql`update outbox set due_at = now(), lease_until = now() where state = 'claimed'`);
      await send(other.mailing);
    }
    return slow.mailing.render(email);
  };
  await send({ ...slow.mailing, render });
  expect(slow.calls).toEqual([]);
  expect(other.calls.flatMap(({ to }) => to).sort()).toEqual(emails.map(({ to }) => to).sort());
});

test("while a provider leaves calls unanswered, new emails go alone", async () => {
  const { mailing, calls: made, alone } = aBatchMailing(() => lost);
  await waiting(11);
  for (let call = 0; call < 3; call++) {
    await send(mailing);
    await manyWaitingMails(db, 11);
  }
  await send(mailing);
  expect(new Set(made.map(({ key }) => key)).size).toBe(4);
  expect(alone).toEqual([]);
  await manyWaitingMails(db, 11);
  await send(mailing);
  expect(new Set(made.map(({ key }) => key)).size).toBe(4);
  expect(alone).toHaveLength(11);
});

test("two workers send everything once", async () => {
  const emails = await waiting(250);
  const one = aBatchMailing(takeAll);
  const two = aBatchMailing(takeAll);
  await Promise.all([send(one.mailing), send(two.mailing)]);
  const sent = [one, two].flatMap(({ calls: made, alone }) => [...made.flatMap(({ to }) => to), ...alone]);
  expect(sent.sort()).toEqual(emails.map(({ to }) => to).sort());
});

test("calls that ended are deleted with the reports of their time", async () => {
  await waiting(12);
  const { mailing } = aBatchMailing(takeAll);
  await send(mailing);
  await sweepMailEvents(db);
  expect(await calls()).toHaveLength(1);
  await sweepMailEvents(db, new Date(Date.now() + 400 * 86_400_000));
  expect(await calls()).toEqual([]);
});

test("an email that ends its worker is alone before any other has no try left", async () => {
  const emails = await waiting(100);
  const bad = emails[0];
  for (let deaths = 0; deaths < 3; deaths++) {
    await claimEmails(db, { transport: { name: "resend" } as never, keys: testKeys }, 100, { forCall: true });
    await db.execute(sql`update outbox set due_at = now(), lease_until = now() where state = 'claimed'`);
  }
  const [alone, ...more] = await claimEmails(
    db,
    { transport: { name: "resend" } as never, keys: testKeys },
    100,
    { forCall: true },
  );
  expect([alone?.id, more]).toEqual([bad?.id, []]);
  const { mailing } = aBatchMailing(takeAll);
  await send(mailing);
  expect(await states(emails.slice(1))).toEqual(["accepted"]);
});

test("receipts have a turn in a wave of confirmations", async () => {
  await waiting(1);
  const receipts = await manyWaitingMails(db, 60);
  const ids = receipts.map(({ id }) => id);
  await db.update(outbox).set({ lane: "free" }).where(inArray(outbox.id, ids));
  let left = 40;
  let before = Number.POSITIVE_INFINITY;
  const { mailing, alone } = aBatchMailing((call) => {
    if (call.to.length === 60) before = alone.length;
    return takeAll(call);
  });
  const render: Mailing["render"] = async (email) => {
    // Another signs while this one's email is written.
    if (left-- > 0) await anotherWaitingMail(db);
    return mailing.render(email);
  };
  await send({ ...mailing, render });
  expect(await states(receipts)).toEqual(["accepted"]);
  expect(before, "confirmations of the wave that went first").toBeLessThanOrEqual(5);
});

test("the same emails in the same state are the same call to the provider", async () => {
  const emails = await waiting(12);
  const { mailing, calls: made } = aBatchMailing(takeAll);
  await send(mailing);
  // The database lost its last second.
  await db.delete(emailBatches);
  await db
    .update(outbox)
    .set({ state: "queued", attempts: 0, transport: null, dueAt: sql`now()`, settledAt: null })
    .where(
      inArray(
        outbox.id,
        emails.map(({ id }) => id),
      ),
    );
  await send(mailing);
  expect(made).toHaveLength(2);
  expect(made[1]).toEqual(made[0]);
});
