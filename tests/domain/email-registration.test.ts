import { eq, sql } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import type { Content } from "#app/domain/outbox/content.server.ts";
import { contents } from "#app/domain/outbox/contents/index.ts";
import { sendDueEmails } from "#app/domain/outbox/sending/send-due-emails.server.ts";
import { queueSupporterEmail } from "#app/domain/queue/queue-supporter-email.server.ts";
import { addEmails } from "#db/migrate.ts";
import { outbox, signatures } from "#db/schema/index.ts";
import { emails } from "#emails/index.ts";
import { aDatabase } from "#tests/support/database.ts";
import { anniversary, name, template } from "#tests/support/made-up-email.ts";
import { aStubMailing, silent } from "#tests/support/mail.ts";
import { aWaitingMail, readOutbox } from "#tests/support/outbox.ts";

const db = await aDatabase();

/** Adds its content and template to the two lists, as for any email. */
function addToLists() {
  const [list, templates] = [contents as Content[], emails as Record<string, unknown>];
  list.push(anniversary);
  templates[name] = template;
  onTestFinished(() => {
    list.pop();
    delete templates[name];
  });
}

/** Queues it for a signature in this state. The signature's own confirmation email is done. */
async function queueMadeUp(state: "confirmed" | "withdrawn") {
  const { signature, supporter, campaign, id } = await aWaitingMail(db, { name: "Ana" });
  await db.update(outbox).set({ state: "skipped" }).where(eq(outbox.id, id));
  const confirmedAt = new Date("2025-11-24T10:15:00Z");
  const withdrawnAt = state === "withdrawn" ? confirmedAt : null;
  await db.update(signatures).set({ state, confirmedAt, withdrawnAt }).where(eq(signatures.id, signature.id));
  const about = { supporterId: supporter.id, campaignId: campaign.id, signatureId: signature.id };
  await db.transaction((tx) => queueSupporterEmail(tx, { ...about, template: name }, new Date()));
  const [row] = await db
    .select({ id: outbox.id })
    .from(outbox)
    .where(sql`${outbox.signatureId} = ${signature.id} and ${outbox.template}::text = ${name}`);
  return row?.id ?? 0;
}

test("an email is added by content, template and words, then queued and settled", async () => {
  addToLists();
  await addEmails(
    db,
    contents.map((one) => one.name),
  );
  const { mailing, tries } = aStubMailing("file");
  const sent = await queueMadeUp("confirmed");
  expect(await sendDueEmails(db, mailing, { log: silent })).toBe(1);
  expect(await readOutbox(db, sent)).toMatchObject({ state: "accepted", attempts: 1 });
  expect(tries.map(({ text }) => text)).toEqual([
    expect.stringContaining("You have been with us since 2025."),
  ]);

  const outdated = await queueMadeUp("withdrawn");
  expect(await sendDueEmails(db, mailing, { log: silent })).toBe(0);
  expect(await readOutbox(db, outdated)).toMatchObject({ state: "skipped", problem: null });
});
