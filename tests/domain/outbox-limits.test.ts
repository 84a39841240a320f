import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { writeLetter } from "#app/domain/entries/letters/writing/write-letter.server.ts";
import { resendConfirmation } from "#app/domain/entries/waiting-forms/resend-confirmation.server.ts";
import { getsNoMail } from "#app/domain/queue/find-suppressed.server.ts";
import { queueSupporterEmail } from "#app/domain/queue/queue-supporter-email.server.ts";
import { suppressAddress } from "#app/domain/queue/suppress-address.server.ts";
import { requestFreshLink, requestManageLink } from "#app/domain/supporters/request-manage-link.server.ts";
import { suppressPerson } from "#app/domain/supporters/suppress-person.server.ts";
import { outbox, supporters } from "#db/schema/index.ts";
import { aCampaign, aSignatureInput, rowsIn, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { sign } from "#tests/support/sign.ts";
import { aLetterInput, written } from "#tests/support/writers.ts";

const db = await aDatabase();
const start = new Date("2026-11-24T10:00:00Z");
const after = (seconds: number) => new Date(start.getTime() + seconds * 1000);

/** Someone who has signed; `ask` requests the confirmation again, as the page does. */
async function aSigner(to: string) {
  const campaign = await aCampaign(db);
  const input = aSignatureInput(campaign, { to });
  await sign(db, input, start);
  const [person] = await rowsIn(db, supporters, { emailCanonical: input.email.canonical });
  const supporterId = person?.id ?? 0;
  const mails = () => db.select().from(outbox).where(eq(outbox.supporterId, supporterId));
  return {
    input,
    supporterId,
    mails,
    ask: (now: Date) =>
      resendConfirmation(db, { campaignId: campaign.id, canonical: input.email.canonical }, now),
    /** As if the worker had sent what waits. */
    sent: () => db.update(outbox).set({ state: "accepted" }).where(eq(outbox.supporterId, supporterId)),
  };
}

test("a mail that still waits is not queued again, however long it waits", async () => {
  const { ask, mails } = await aSigner("waits@people.test");
  await ask(after(7200));
  expect(await mails()).toHaveLength(1);
});

test("the same mail is not made twice within a minute, even when the first is sent", async () => {
  const { ask, mails, sent } = await aSigner("minute@people.test");
  await sent();
  await ask(after(59));
  expect(await mails()).toHaveLength(1);
  await ask(after(61));
  expect(await mails()).toHaveLength(2);
});

test("an address gets two requests to confirm in 24 hours, then a next one", async () => {
  const { ask, mails, sent } = await aSigner("three@people.test");
  for (const seconds of [3600, 7200, 10_800, 14_400]) {
    await sent();
    await ask(after(seconds));
  }
  expect(await mails()).toHaveLength(2);
  await sent();
  await ask(after(86_401));
  expect(await mails()).toHaveLength(3);
});

test("the daily limit covers every kind, except receipts and first emails", async () => {
  const { supporterId, mails, sent, ask } = await aSigner("kinds@people.test");
  await sent();
  const [about] = await mails();
  const queue = (template: "receipt" | "already-signed" | "confirm-reminder", now: Date) =>
    db.transaction((tx) =>
      queueSupporterEmail(
        tx,
        {
          ...about,
          supporterId,
          campaignId: null,
          template,
          atMostPerDay: 2,
          limit: template === "receipt" ? "none" : "day",
        },
        now,
      ),
    );
  for (const [seconds, first] of [
    [100, true],
    [200, false],
  ] as const) {
    expect(await queue("receipt", after(seconds))).toBe(true);
    expect(await queue("already-signed", after(seconds))).toBe(first);
    expect(await queue("confirm-reminder", after(seconds))).toBe(first);
    await sent();
  }
  await ask(after(300));
  expect(await mails()).toHaveLength(5);
});

test("a stranger's letters and pledges use up no email to confirm a signature", async () => {
  const campaign = await aCampaign(db);
  const to = "flooded@people.test";
  const input = aLetterInput(campaign, { to });
  const mailsOf = async (template: "confirm-letter" | "confirm-signature") =>
    db.$count(outbox, and(eq(outbox.campaignId, campaign.id), eq(outbox.template, template)));
  for (const day of [0, 1]) {
    for (let hour = 0; hour < 5; hour++) {
      const answers = written({ body: `Words of a stranger, ${day} ${hour}.` });
      await writeLetter(db, testKeys, { ...input, answers }, after(day * 86_401 + hour * 3600));
    }
    expect(await mailsOf("confirm-letter")).toBeLessThanOrEqual(2 * (day + 1));
    await sign(
      db,
      aSignatureInput({ ...campaign, petitionVersion: 1 }, { to }),
      after(day * 86_401 + 18_001),
    );
    expect(await mailsOf("confirm-signature")).toBe(day + 1);
    await db.update(outbox).set({ state: "accepted" }).where(eq(outbox.campaignId, campaign.id));
  }
});

test("a manage link is mailed three times in 24 hours, by an older link six times", async () => {
  const { supporterId, input, mails, sent, ask } = await aSigner("own@people.test");
  const [person] = await db.select().from(supporters).where(eq(supporters.id, supporterId));
  const links = async () => (await mails()).filter(({ template }) => template === "manage-link").length;
  for (const hour of [1, 2, 3, 4, 5]) {
    await ask(after(hour * 3600));
    await requestManageLink(db, input.email, after(hour * 3600));
    await sent();
    expect(await links()).toBe(Math.min(hour, 3));
  }
  const outcomes: string[] = [];
  for (const hour of [6, 7, 8, 9]) {
    const { outcome } = await requestFreshLink(db, testKeys, person ?? { publicId: "" }, after(hour * 3600));
    outcomes.push(outcome);
    await sent();
  }
  expect(outcomes).toEqual(["mailed", "mailed", "mailed", "has-one"]);
  // The oldest of the six is as old as a link may be to download and erase: after that another is sent.
  await requestManageLink(db, input.email, after(8 * 3600 + 86_399));
  expect(await links()).toBe(7);
});

test("an address that wants no mail is told so by its own link, and gets none", async () => {
  const { supporterId, input } = await aSigner("never@people.test");
  const [person] = await db.select().from(supporters).where(eq(supporters.id, supporterId));
  await db.transaction((tx) =>
    suppressPerson(tx, testKeys, { supporterId, emailCanonical: input.email.canonical }, start),
  );
  expect(await requestFreshLink(db, testKeys, person ?? { publicId: "" }, start)).toEnd("suppressed");
  expect(await requestFreshLink(db, testKeys, { publicId: randomUUID() }, start)).toEnd("gone");
});

test("one address whose emails came back keeps no link from anybody else", async () => {
  const [gone, other] = [await aSigner("gone@example.org"), await aSigner("other@example.org")];
  const returned = { address: gone.input.email.address, reason: "hard_bounce" } as const;
  await suppressAddress(db.$client, testKeys, returned);
  expect(await getsNoMail(db, testKeys, gone.input.email.address)).toBe(true);
  expect(await getsNoMail(db, testKeys, other.input.email.address)).toBe(false);
});

test("fifty identical requests at once make one mail", async () => {
  const campaign = await aCampaign(db);
  const input = aSignatureInput(campaign, { to: "fifty@people.test" });
  await Promise.all(Array.from({ length: 50 }, () => sign(db, input)));
  const mails = await db.select().from(outbox).where(eq(outbox.campaignId, campaign.id));
  expect(mails).toHaveLength(1);
});
