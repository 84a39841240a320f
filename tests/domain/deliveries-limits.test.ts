import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { queueDelivery } from "#app/domain/deliveries/queue-delivery.server.ts";
import { resendConfirmation } from "#app/domain/signatures/resend-confirmation.server.ts";
import { sign } from "#app/domain/signatures/sign.server.ts";
import { deliveries, supporters } from "#db/schema/index.ts";
import { aCampaign, aSignatureInput } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";

const db = await aDatabase();
const start = new Date("2026-11-24T10:00:00Z");
const after = (seconds: number) => new Date(start.getTime() + seconds * 1000);

/** Someone who has signed; `ask` asks for the confirmation again, as the page does. */
async function aSigner(to: string) {
  const campaign = await aCampaign(db);
  const input = aSignatureInput(campaign, { to });
  await sign(db, input, start);
  const [person] = await db
    .select({ id: supporters.id })
    .from(supporters)
    .where(eq(supporters.emailCanonical, input.email.canonical));
  const supporterId = person?.id ?? 0;
  const mails = () => db.select().from(deliveries).where(eq(deliveries.supporterId, supporterId));
  return {
    input,
    supporterId,
    mails,
    ask: (now: Date) =>
      resendConfirmation(db, { campaignId: campaign.id, canonical: input.email.canonical }, now),
    /** As if the worker had sent what waits. */
    sent: () =>
      db.update(deliveries).set({ state: "accepted" }).where(eq(deliveries.supporterId, supporterId)),
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

test("one address is asked to confirm twice in 24 hours, and again when the first mail is a day old", async () => {
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

test("the day's mails are counted over all kinds of mail but receipts, which always go", async () => {
  const { supporterId, mails, sent } = await aSigner("kinds@people.test");
  await sent();
  const queue = (template: "manage-link" | "receipt" | "already-signed" | "already-pledged") =>
    db.transaction((tx) => queueDelivery(tx, { supporterId, campaignId: null, template }, after(100)));
  expect(await queue("receipt")).toBe(true);
  expect(await queue("manage-link")).toBe(true);
  expect(await queue("already-signed")).toBe(true);
  expect(await queue("already-pledged")).toBe(false);
  await sent();
  await db
    .update(deliveries)
    .set({ createdAt: after(0) })
    .where(eq(deliveries.supporterId, supporterId));
  expect(await queue("receipt")).toBe(true);
  expect(await mails()).toHaveLength(5);
});

test("fifty identical requests at once make one mail", async () => {
  const campaign = await aCampaign(db);
  const input = aSignatureInput(campaign, { to: "fifty@people.test" });
  await Promise.all(Array.from({ length: 50 }, () => sign(db, input)));
  const mails = await db.select().from(deliveries).where(eq(deliveries.campaignId, campaign.id));
  expect(mails).toHaveLength(1);
});
