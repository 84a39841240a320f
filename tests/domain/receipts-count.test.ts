import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Transport } from "#app/mail/transport.ts";
import { outbox } from "#db/schema/index.ts";
import { aCampaign } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { findEmail } from "#tests/support/find-email.ts";
import { aHolder, pledgeAnswers } from "#tests/support/holders.ts";
import { mailingBy } from "#tests/support/mail.ts";
import { aMeeting } from "#tests/support/pledges.ts";
import { aWriter } from "#tests/support/writers.ts";

const db = await aDatabase();
const mailing = mailingBy({} as Transport);
const receiptsOf = (campaignId: number, template: "pledge-receipt" | "letter-receipt") =>
  db
    .select({ id: outbox.id, count: outbox.countThen })
    .from(outbox)
    .where(and(eq(outbox.campaignId, campaignId), eq(outbox.template, template)))
    .orderBy(outbox.id);
const countsOf = async (receipts: readonly { id: number }[], prop: "holders" | "letters") =>
  Promise.all(
    receipts.map(async ({ id }) => {
      const found = await findEmail(db, mailing, id);
      const props: Record<string, unknown> = { ...found?.email.props };
      return props[prop];
    }),
  );

test("a pledge's receipt keeps its count of holders, from five on, whenever others pledge", async () => {
  const campaign = await aCampaign(db);
  const meeting = await aMeeting(db, campaign, 2027);
  for (let n = 0; n < 6; n++) await aHolder(db, { campaign, meeting });
  await aHolder(db, { campaign, meeting }, { answers: pledgeAnswers({ kind: "fund" }) });
  const receipts = await receiptsOf(campaign.id, "pledge-receipt");
  expect(receipts.map(({ count }) => count)).toEqual([1, 2, 3, 4, 5, 6, null]);
  expect(await countsOf(receipts, "holders")).toEqual([null, null, null, null, 5, 6, null]);
});

test("a letter's receipt keeps its count of letters, from five on, whenever others write", async () => {
  const campaign = await aCampaign(db);
  for (let n = 0; n < 6; n++) await aWriter(db, campaign);
  const receipts = await receiptsOf(campaign.id, "letter-receipt");
  expect(receipts.map(({ count }) => count)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(await countsOf(receipts, "letters")).toEqual([null, null, null, null, 5, 6]);
});
