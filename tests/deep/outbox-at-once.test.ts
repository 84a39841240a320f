import { expect, test } from "vitest";
import { sendDueEmails } from "#app/domain/outbox/sending/send-due-emails.server.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aStubMailing, silent } from "#tests/support/mail.ts";
import { anotherWaitingMail, aWaitingMail } from "#tests/support/outbox.ts";

const db = await aDatabase();

const send = (mailing: Parameters<typeof sendDueEmails>[1]) => sendDueEmails(db, mailing, { log: silent });

test("two workers at once send each of many mails once", async () => {
  await aWaitingMail(db);
  // More than two claims take.
  for (let more = 0; more < 119; more++) await anotherWaitingMail(db);
  const { mailing, tries } = aStubMailing("resend");
  const counts = await Promise.all([send(mailing), send(mailing), send(mailing)]);

  expect(counts.reduce((sum, count) => sum + count)).toBe(120);
  expect(counts.filter((count) => count > 0).length).toBeGreaterThan(1);
  expect(new Set(tries.map(({ key }) => key)).size).toBe(120);
  expect(tries).toHaveLength(120);
});
