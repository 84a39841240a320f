import { eq, sql } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { readProgress } from "#app/domain/outgoing/updates/progress.server.ts";
import type { Mailing } from "#app/domain/queue/mailing.ts";
import { createSmtpTransport } from "#app/mail/smtp.server.ts";
import type { SendOutcome } from "#app/mail/transport.ts";
import { consents, outbox } from "#db/schema/index.ts";
import { aCampaign, organization } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import {
  aDueUpdate,
  batchesOf,
  mailsOf,
  passTime,
  readersOf,
  runEngine,
  stateOf,
} from "#tests/support/engine.ts";
import { aFakeSmtp } from "#tests/support/fake-smtp.ts";
import { aFileMailing, aStubMailing, mailingBy } from "#tests/support/mail.ts";

const db = await aDatabase();

async function anAudience(people: number) {
  const campaign = await aCampaign(db, organization);
  const readers = await readersOf(db, campaign, people);
  return { readers, update: await aDueUpdate(db, campaign) };
}

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

test("as files, everyone who agreed gets an update once", async () => {
  const { readers, update } = await anAudience(120);
  const { mailing, readAll } = await aFileMailing();
  await runEngine(db, mailing);
  const mails = await readAll();
  expect(mails.map((mail) => [mail.to].flat()[0]?.text).sort()).toEqual(
    readers.map(({ email }) => email).sort(),
  );
  expect(await stateOf(db, update)).toMatchObject({ state: "sent" });
  expect((await readProgress(db, update.id)).counts).toMatchObject({ accepted: 120 });
});

test("by SMTP an unknown address is a hard bounce, and a deferral is retried", async () => {
  const { readers, update } = await anAudience(1);
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
  const { update } = await anAudience(2);
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
  const { update } = await anAudience(260);
  const { mailing, server } = await anSmtpMailing();
  server.behave((_to, mail) => (mail % 10 === 0 ? "550-recipient" : "ok"));
  await runEngine(db, mailing);
  expect(await stateOf(db, update)).toMatchObject({ state: "paused", pauseReason: "bounces" });
  const { counts } = await readProgress(db, update.id);
  expect(counts.accepted + counts.bounced).toBeLessThan(215);
  expect(counts.bounced).toBeGreaterThanOrEqual(20);
});

test("by SMTP, a connection lost after the data is unknown and never sent again", async () => {
  const { update } = await anAudience(1);
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
  const { readers, update } = await anAudience(20);
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
  const { readers, update } = await anAudience(20);
  await aKilledWorker(update, "file");
  const { mailing, readAll } = await aFileMailing();
  await runEngine(db, mailing);
  expect(await readAll()).toHaveLength(readers.length);
  expect((await mailsOf(db, update)).every(({ state }) => state === "accepted")).toBe(true);
});

test("someone who unsubscribes while a batch is under way gets nothing any more", async () => {
  const { readers, update } = await anAudience(12);
  const { mailing, tries } = aStubMailing("smtp", async () => {
    const last = readers.at(-1)?.id ?? 0;
    await db
      .update(consents)
      .set({ revokedAt: new Date() })
      .where(sql`${consents.supporterId} = ${last} and ${consents.revokedAt} is null`);
    return { outcome: "accepted", providerId: null };
  });
  await runEngine(db, mailing);
  expect(tries.map(({ to }) => to)).not.toContain(readers.at(-1)?.email);
  expect((await mailsOf(db, update)).at(-1)).toMatchObject({ state: "skipped", problem: "unsubscribed" });
});

test("a server that refuses our account pauses the update", async () => {
  const { update } = await anAudience(3);
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
