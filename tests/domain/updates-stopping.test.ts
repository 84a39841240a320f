import { randomUUID } from "node:crypto";
import { eq, inArray, sql } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { cancelUpdate } from "#app/domain/outgoing/updates/cancel-update.server.ts";
import { continueUpdate } from "#app/domain/outgoing/updates/continue-update.server.ts";
import { pauseByOrganizer } from "#app/domain/outgoing/updates/pause-update.server.ts";
import { readProgress } from "#app/domain/outgoing/updates/progress.server.ts";
import { resumeUpdate } from "#app/domain/outgoing/updates/resume-update.server.ts";
import { prepareUpdates } from "#app/domain/outgoing/updates/sending/prepare-update.server.ts";
import {
  startDueUpdates,
  windDownCancelled,
} from "#app/domain/outgoing/updates/sending/run-updates.server.ts";
import type { Mailing } from "#app/domain/queue/mailing.ts";
import { resumeSending } from "#app/domain/upkeep/archives/resume-sending.server.ts";
import { listCounterDrift } from "#app/domain/upkeep/check-counters.server.ts";
import { forgetReaders } from "#app/domain/upkeep/retention/forget-readers.server.ts";
import { createSmtpTransport } from "#app/mail/smtp.server.ts";
import type { SendOutcome } from "#app/mail/transport.ts";
import { outbox, supporters, switches } from "#db/schema/index.ts";
import { changeRows, existing } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import {
  aBatchMailing,
  aDueUpdate,
  anAudience,
  batchesOf,
  mailsOf,
  passTime,
  revokeConsents,
  runEngine,
  stateOf,
  takeAll,
} from "#tests/support/engine.ts";
import { aFakeSmtp } from "#tests/support/fake-smtp.ts";
import { aFileMailing, aStubMailing, mailingBy } from "#tests/support/mail.ts";

// What stops an update, and what is still settled: in batches, and one email at a time.

const db = await aDatabase();

/** A gate before every answer: closed until opened, once. */
function aGate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

/** Batches, and single emails, accepted once the gate is open. */
const ways = [
  {
    way: "a hundred a call",
    people: 550,
    atOnce: 400,
    aMailing(gate: Promise<void>) {
      const { mailing, calls } = aBatchMailing(async (call) => {
        await gate;
        return takeAll(call);
      });
      return { mailing, handedOver: () => calls.flatMap(({ to }) => to) };
    },
  },
  {
    way: "one by one",
    people: 12,
    atOnce: 5,
    aMailing(gate: Promise<void>) {
      const { mailing, tries } = aStubMailing("smtp", async () => {
        await gate;
        return { outcome: "accepted", providerId: null };
      });
      return { mailing, handedOver: () => tries.map(({ to }) => to) };
    },
  },
];

test.each(ways)("no mail goes while sending is paused after a restore: $way", async (one) => {
  const { readers, update } = await anAudience(db, one.people);
  const gate = aGate();
  const { mailing, handedOver } = one.aMailing(gate.opened);
  const running = runEngine(db, mailing);
  await expect.poll(() => handedOver().length).toBe(one.atOnce);
  await db.insert(switches).values({ name: "sending-paused", reason: "restored from an archive" });
  gate.open();
  await running;
  const { counts } = await readProgress(db, update.id);
  expect(counts).toMatchObject({ accepted: one.atOnce, queued: one.people - one.atOnce });

  await runEngine(db, mailing);
  expect(handedOver()).toHaveLength(one.atOnce);
  expect(await stateOf(db, update)).toMatchObject({ state: "sending" });

  await resumeSending(db, { queued: "send" });
  await runEngine(db, mailing);
  expect(handedOver().sort()).toEqual(readers.map(({ email }) => email).sort());
  expect(await stateOf(db, update)).toMatchObject({ state: "sent" });
});

test("who got an update is forgotten after 13 months, its numbers stay", async () => {
  const { readers, update, campaign } = await anAudience(db, 6);
  const { mailing } = aBatchMailing(takeAll);
  await runEngine(db, mailing);
  const [erased, back] = readers;
  await db.delete(supporters).where(eq(supporters.id, erased?.id ?? 0));
  await changeRows(db, outbox, { supporterId: back?.id ?? 0 }, { state: "bounced", problem: "hard-bounce" });
  const before = await readProgress(db, update.id);
  expect(before.counts).toMatchObject({ accepted: 4, bounced: 1, erased: 1 });
  const ended = existing((await stateOf(db, update)).finishedAt);
  const later = (months: number, days: number) => {
    const at = new Date(ended);
    at.setUTCMonth(at.getUTCMonth() + months);
    return new Date(at.getTime() + days * 86_400_000);
  };
  await forgetReaders(db, later(13, -1));
  expect(await mailsOf(db, update)).toHaveLength(5);
  expect(await forgetReaders(db, later(13, 1))).toBeGreaterThanOrEqual(5);
  expect(await forgetReaders(db, later(13, 1))).toBe(0);
  expect(await mailsOf(db, update)).toEqual([]);
  expect(await batchesOf(db, update)).toEqual([]);
  const after = await readProgress(db, update.id);
  expect([after.counts, after.audienceSize]).toEqual([before.counts, 6]);
  expect((await listCounterDrift(db)).filter(({ campaign: slug }) => slug === campaign.slug)).toEqual([]);
  const on = { campaignId: campaign.id, publicId: update.publicId, actor: "operator" as const };
  expect(await continueUpdate(db, { ...on, draftId: randomUUID() })).toEqual({ outcome: "too-old" });
});

test("no turn is asked for while sending is paused", async () => {
  const { update } = await anAudience(db, 2);
  const { mailing } = aBatchMailing(takeAll);
  const { batches } = mailing.transport;
  if (!batches) throw new Error("a transport without batches");
  let turns = 0;
  const turn = async () => {
    turns += 1;
  };
  const counting = { ...mailing, transport: { ...mailing.transport, batches: { ...batches, turn } } };
  await db.insert(switches).values({ name: "sending-paused", reason: "restored from an archive" });
  await runEngine(db, counting);
  expect(turns).toBe(0);
  await resumeSending(db, { queued: "send" });
  await runEngine(db, counting);
  expect(turns).toBeGreaterThan(0);
  expect(await stateOf(db, update)).toMatchObject({ state: "sent" });
});

test.each(ways)(
  "once a pause is stored no call begins, and those under way are settled: $way",
  async (one) => {
    const { readers, update, named } = await anAudience(db, one.people);
    const gate = aGate();
    const { mailing, handedOver } = one.aMailing(gate.opened);
    const running = runEngine(db, mailing);
    await expect.poll(() => handedOver().length).toBe(one.atOnce);
    expect(await pauseByOrganizer(db, named)).toEqual({ outcome: "paused" });
    gate.open();
    await running;
    await runEngine(db, mailing);
    expect(handedOver()).toHaveLength(one.atOnce);
    const { counts } = await readProgress(db, update.id);
    expect(counts).toMatchObject({ accepted: one.atOnce, claimed: 0, queued: one.people - one.atOnce });
    expect(await stateOf(db, update)).toMatchObject({ state: "paused", pauseReason: "organizer" });

    await resumeUpdate(db, mailing, named);
    await runEngine(db, mailing);
    expect(handedOver().sort()).toEqual(readers.map(({ email }) => email).sort());
  },
);

test.each(ways)(
  "what a worker has handed over when its update is cancelled is settled: $way",
  async (one) => {
    const { update, named } = await anAudience(db, one.people);
    const gate = aGate();
    const { mailing, handedOver } = one.aMailing(gate.opened);
    const running = runEngine(db, mailing);
    await expect.poll(() => handedOver().length).toBe(one.atOnce);
    expect(await cancelUpdate(db, named)).toEqual({ outcome: "cancelled" });
    while ((await windDownCancelled(db)) > 0);
    expect((await readProgress(db, update.id)).counts).toMatchObject({ claimed: one.atOnce, unknown: 0 });
    gate.open();
    await running;
    await runEngine(db, mailing);
    expect(handedOver()).toHaveLength(one.atOnce);
    expect((await readProgress(db, update.id)).counts).toMatchObject({
      accepted: one.atOnce,
      skipped: one.people - one.atOnce,
      claimed: 0,
      unknown: 0,
    });
  },
);

async function anSmtpMailing() {
  const server = await aFakeSmtp();
  const transport = createSmtpTransport(server.url, { list: async () => [], remove: async () => {} });
  onTestFinished(() => transport.close());
  return { mailing: mailingBy(transport), server };
}

/** Ends every wait of this update's emails, and every lease of a dead worker. */
async function passTimeOfMails(update: { id: number }) {
  await db.update(outbox).set({ dueAt: sql`now()` }).where(eq(outbox.updateId, update.id));
  await passTime(db, update);
}

test("by SMTP an unknown address is a hard bounce, and a deferral is retried", async () => {
  const { readers, update } = await anAudience(db, 1);
  const { mailing, server } = await anSmtpMailing();
  server.behave("451-recipient");
  await runEngine(db, mailing);
  expect(await mailsOf(db, update)).toMatchObject([{ state: "queued", problem: "smtp-451" }]);
  expect(await stateOf(db, update)).toMatchObject({ state: "sending" });
  server.behave("550-recipient");
  await passTimeOfMails(update);
  await runEngine(db, mailing);
  expect(await mailsOf(db, update)).toMatchObject([{ state: "bounced", problem: "hard-bounce" }]);
  expect(server.received).toEqual([]);
  const next = await aDueUpdate(db, { id: update.campaignId });
  server.behave("ok");
  await runEngine(db, mailing);
  expect(await mailsOf(db, next), "nothing more goes to it").toMatchObject([{ state: "suppressed" }]);
  expect(readers).toHaveLength(1);
  expect(await stateOf(db, update)).toMatchObject({ state: "sent" });
});

test("by SMTP, a refusal for the sender's reputation suppresses nobody", async () => {
  const { update } = await anAudience(db, 2);
  const { mailing, server } = await anSmtpMailing();
  server.behave("550-blocked");
  await runEngine(db, mailing);
  expect(await mailsOf(db, update)).toMatchObject([
    { state: "failed", problem: "smtp-550" },
    { state: "failed", problem: "smtp-550" },
  ]);
  const next = await aDueUpdate(db, { id: update.campaignId });
  server.behave("ok");
  await runEngine(db, mailing);
  expect(await mailsOf(db, next)).toMatchObject([{ state: "accepted" }, { state: "accepted" }]);
});

test("by SMTP, addresses that do not exist pause an update once they are one in twenty", async () => {
  const { update } = await anAudience(db, 240);
  const { mailing, server } = await anSmtpMailing();
  await startDueUpdates(db, mailing);
  await prepareUpdates(db);
  const first = (await mailsOf(db, update)).slice(0, 180).map(({ id }) => id);
  await changeRows(db, outbox, inArray(outbox.id, first), { state: "accepted" });
  server.behave((_to, mail) => (mail % 2 === 0 ? "550-recipient" : "ok"));
  await runEngine(db, mailing);
  expect(await stateOf(db, update)).toMatchObject({ state: "paused", pauseReason: "bounces" });
  const { counts } = await readProgress(db, update.id);
  expect(counts.accepted + counts.bounced).toBeLessThan(215);
  expect(counts.bounced).toBeGreaterThanOrEqual(10);
});

test("by SMTP, a connection lost after the data is unknown and never sent again", async () => {
  const { update } = await anAudience(db, 1);
  const { mailing, server } = await anSmtpMailing();
  server.behave("drop-after-data");
  await runEngine(db, mailing);
  server.behave("ok");
  await passTimeOfMails(update);
  await runEngine(db, mailing);
  expect(await mailsOf(db, update)).toMatchObject([{ state: "unknown", problem: "smtp-lost-after-data" }]);
  expect(server.received).toHaveLength(1);
});

/** A worker killed during its first calls: its claims stay. */
async function aKilledWorker(update: { id: number }, name: Mailing["transport"]["name"]) {
  let killed = () => {};
  const under = new Promise<SendOutcome>((_, reject) => {
    killed = () => reject(new Error("killed"));
  });
  const { mailing, tries } = aStubMailing(name, () => under);
  const run = runEngine(db, mailing);
  await expect.poll(() => tries.length).toBe(5);
  killed();
  await expect(run).rejects.toThrow("killed");
  await passTimeOfMails(update);
  return tries.map(({ to }) => to);
}

test("after a crash by SMTP only emails under way are unknown, others go once", async () => {
  const { readers, update } = await anAudience(db, 20);
  const open = await aKilledWorker(update, "smtp");
  const { mailing, server } = await anSmtpMailing();
  await runEngine(db, mailing);
  const mails = await mailsOf(db, update);
  expect(mails.filter(({ state }) => state === "unknown").map(({ email }) => email)).toEqual(
    open.sort(byOrder),
  );
  expect(server.received.flatMap(({ recipients }) => recipients).sort()).toEqual(
    readers.flatMap(({ email }) => (open.includes(email) ? [] : [email])).sort(),
  );
  expect(await stateOf(db, update)).toMatchObject({ state: "sent" });

  function byOrder(a: string, b: string) {
    const place = (email: string) => readers.findIndex((reader) => reader.email === email);
    return place(a) - place(b);
  }
});

test("after a crash as files every mail is there once", async () => {
  const { readers, update } = await anAudience(db, 20);
  await aKilledWorker(update, "file");
  const { mailing, readAll } = await aFileMailing();
  await runEngine(db, mailing);
  expect(await readAll()).toHaveLength(readers.length);
  expect((await mailsOf(db, update)).every(({ state }) => state === "accepted")).toBe(true);
});

test("someone who unsubscribes while a batch is under way gets nothing any more", async () => {
  const { readers, update } = await anAudience(db, 12);
  const { mailing, tries } = aStubMailing("smtp", async () => {
    await revokeConsents(db, readers.at(-1));
    return { outcome: "accepted", providerId: null };
  });
  await runEngine(db, mailing);
  expect(tries.map(({ to }) => to)).not.toContain(readers.at(-1)?.email);
  expect((await mailsOf(db, update)).at(-1)).toMatchObject({ state: "skipped", problem: "unsubscribed" });
});

test("a server that refuses our account pauses the update", async () => {
  const { update } = await anAudience(db, 3);
  const { mailing } = aStubMailing("smtp", () => ({
    outcome: "retry-later",
    after: 300,
    problem: "smtp-sign-in-refused",
    cause: "account",
  }));
  await runEngine(db, mailing);
  expect(await stateOf(db, update)).toMatchObject({
    state: "paused",
    pauseReason: "provider",
    pauseProblem: "smtp-sign-in-refused",
  });
  expect((await batchesOf(db, update)).map(({ state }) => state)).toEqual(["queued"]);
});
