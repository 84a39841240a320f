import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { and, desc, eq, isNotNull, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { confirmSignature } from "#app/domain/entries/signatures/confirm-signature.server.ts";
import { remindPending } from "#app/domain/entries/signatures/pending-signatures.server.ts";
import { sweepMailFiles } from "#app/domain/outbox/outcomes/sweep-mail-files.server.ts";
import { sendDueEmails } from "#app/domain/outbox/sending/send-due-emails.server.ts";
import { queueErasedNotice, sweepErasedNotices } from "#app/domain/queue/erased-notice.server.ts";
import { purgePending } from "#app/domain/upkeep/retention/purge-pending.server.ts";
import { makeKeys } from "#app/lib/keys.server.ts";
import type { SendOutcome, Transport } from "#app/mail/transport.ts";
import { campaigns, outbox, signatures, supporters } from "#db/schema/index.ts";
import { changeRows, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aFileMailing, aStubMailing, silent } from "#tests/support/mail.ts";
import { anotherWaitingMail, aWaitingMail } from "#tests/support/outbox.ts";

const db = await aDatabase();
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000);
const accepts = () => ({ outcome: "accepted", providerId: null }) as const;
const mailsTo = async (supporterId: number) => {
  const rows = await db.select().from(outbox).where(eq(outbox.supporterId, supporterId)).orderBy(outbox.id);
  return rows.map(({ template }) => template);
};
const exists = async (table: typeof supporters | typeof signatures, id: number) =>
  (await db.$count(table, eq(table.id, id))) === 1;

// Nobody of an earlier test is to be reminded.
beforeEach(async () => {
  await db.execute(sql`update outbox set state = 'skipped' where state = 'queued'`);
  await db.execute(sql`delete from signatures where state = 'pending'`);
});

test("a pending signer is reminded once, two days after signing", async () => {
  const { supporter } = await aWaitingMail(db);
  const { mailing } = aStubMailing("file", accepts);
  await sendDueEmails(db, mailing, { log: silent });

  expect(await remindPending(db, inHours(47))).toBe(0);
  expect(await Promise.all([remindPending(db, inHours(49)), remindPending(db, inHours(49))])).toContain(1);
  await db.update(outbox).set({ state: "accepted" }).where(eq(outbox.supporterId, supporter.id));
  expect(await remindPending(db, inHours(120))).toBe(0);
  expect(await mailsTo(supporter.id)).toEqual(["confirm-signature", "confirm-reminder"]);
});

test("the reminder leads to the same page as the first mail", async () => {
  await aWaitingMail(db);
  const { mailing, tries } = aStubMailing("file", accepts);
  await sendDueEmails(db, mailing, { log: silent });
  await remindPending(db, inHours(49));
  await db.update(outbox).set({ dueAt: new Date() }).where(eq(outbox.state, "queued"));
  await sendDueEmails(db, mailing, { log: silent });

  const links = tries.map(({ text }) => /https:\/\/\S+\/confirm\/\S+/.exec(text)?.[0]);
  expect(links).toHaveLength(2);
  expect(links[1]).toBe(links[0]);
  expect(tries[1]?.text).toMatch(/It is the\s+only reminder/);
});

test("no reminder goes to confirmed, soon purged or closed entries", async () => {
  const confirmed = await aWaitingMail(db);
  await confirmSignature(db, testKeys, confirmed.signature.publicId);
  const closed = await anotherWaitingMail(db);
  await changeRows(db, campaigns, closed.campaign.id, { status: "closed", closedAt: new Date() });
  await remindPending(db, inHours(49));
  expect(await mailsTo(confirmed.supporter.id)).not.toContain("confirm-reminder");
  expect(await mailsTo(closed.supporter.id)).not.toContain("confirm-reminder");

  const old = await anotherWaitingMail(db);
  await remindPending(db, inHours(24 * 7 + 1));
  expect(await mailsTo(old.supporter.id)).not.toContain("confirm-reminder");
});

test("entries unconfirmed for seven days go, with their person and email files", async () => {
  const pending = await aWaitingMail(db);
  const confirmed = await anotherWaitingMail(db);
  const { mailing, dir } = await aFileMailing();
  await sendDueEmails(db, mailing, { log: silent });
  await confirmSignature(db, testKeys, confirmed.signature.publicId);

  await purgePending(db, mailing.transport.files, inHours(24 * 7 - 1));
  expect(await exists(supporters, pending.supporter.id)).toBe(true);
  expect(await purgePending(db, mailing.transport.files, inHours(24 * 7 + 1))).toBeGreaterThanOrEqual(1);
  expect(await exists(supporters, pending.supporter.id)).toBe(false);
  expect(await exists(signatures, confirmed.signature.id)).toBe(true);
  expect(await readdir(dir)).toEqual([`${confirmed.publicId}.eml`]);
});

test("a person with another entry is kept when an unconfirmed one is purged", async () => {
  const first = await aWaitingMail(db, { to: "twice@people.test", consents: ["sign", "updates"] });
  await confirmSignature(db, testKeys, first.signature.publicId);
  const second = await anotherWaitingMail(db, { to: "twice@people.test" });
  await purgePending(db, aStubMailing("file", accepts).mailing.transport.files, inHours(24 * 7 + 1));
  const left = await db.select().from(signatures).where(eq(signatures.supporterId, first.supporter.id));
  expect(left.map(({ campaignId }) => campaignId)).toEqual([first.campaign.id]);
  expect(second.supporter.id).toBe(first.supporter.id);
});

test("purging an unconfirmed signature keeps a person who just signed elsewhere", async () => {
  const old = await aWaitingMail(db, { to: "elsewhere@people.test" });
  await changeRows(db, signatures, old.signature.id, { signedAt: inHours(-24 * 8) });
  const { campaign } = await anotherWaitingMail(db, { to: "elsewhere@people.test" });
  await purgePending(db, aStubMailing("file", accepts).mailing.transport.files);
  const left = await db.select().from(signatures).where(eq(signatures.supporterId, old.supporter.id));
  expect(left.map(({ campaignId }) => campaignId)).toEqual([campaign.id]);
});

test("files of emails that are gone are swept, and no others", async () => {
  const kept = await aWaitingMail(db);
  const lost = await anotherWaitingMail(db);
  const { mailing, dir } = await aFileMailing();
  await sendDueEmails(db, mailing, { log: silent });
  await db.delete(supporters).where(eq(supporters.id, lost.supporter.id));
  expect(await sweepMailFiles(db, mailing.transport.files)).toBe(1);
  expect(await readdir(dir)).toEqual([`${kept.publicId}.eml`]);
});

/** Queues the notice to somebody erased, as their erasure does. */
async function anErasedNotice(email = "erased@people.test", locale = "en") {
  await db.transaction((tx) => queueErasedNotice(tx, testKeys, { email, locale }));
  return noticeRow();
}
async function noticeRow() {
  const [row] = await db
    .select()
    .from(outbox)
    .where(eq(outbox.template, "data-erased"))
    .orderBy(desc(outbox.id))
    .limit(1);
  if (!row) throw new Error("no notice");
  return row;
}
/** Every stored row, as text. */
const stored = async () => JSON.stringify(await db.execute(sql`select to_jsonb(d) from outbox d`));

test("the notice to somebody erased is an email like others, and its file names nobody", async () => {
  await aWaitingMail(db);
  await anErasedNotice();
  const { mailing, dir } = await aFileMailing();
  await sendDueEmails(db, mailing, { log: silent });
  const { publicId, ...row } = await noticeRow();
  expect(row).toMatchObject({ state: "accepted", sealedTo: null, sealedKeyId: null });
  const name = (await readdir(dir)).find((one) => one.includes(publicId));
  const file = await readFile(join(dir, name ?? ""), "utf8");
  expect(file).toContain("Subject: Your data is erased");
  expect(file).not.toContain("people.test");
  expect(await stored()).not.toContain("people.test");
});

test("twenty notices meet a provider that takes two a second, and all arrive", async () => {
  await aWaitingMail(db);
  for (let n = 0; n < 20; n++) await anErasedNotice(`erased${n}@people.test`);
  let taken = 0;
  const { mailing, tries } = aStubMailing("resend", () => {
    taken++;
    return taken % 3 === 0 ? accepts() : { outcome: "retry-later", after: 0, problem: "rate-limited" };
  });
  await sendDueEmails(db, mailing, { log: silent });
  const reached = tries.filter(({ to }) => to.startsWith("erased")).map(({ to }) => to);
  expect(new Set(reached).size).toBe(20);
  expect(await db.$count(outbox, and(eq(outbox.template, "data-erased"), eq(outbox.state, "queued")))).toBe(
    0,
  );
  expect(await db.$count(outbox, isNotNull(outbox.sealedTo))).toBe(0);
});

test.each<[SendOutcome, string]>([
  [{ outcome: "refused", permanent: true, problem: "smtp-550", deadAddress: true }, "bounced"],
  [{ outcome: "refused", permanent: true, problem: "smtp-554" }, "failed"],
  [{ outcome: "unknown", repeatable: false, problem: "smtp-lost-after-data" }, "unknown"],
])("a notice of erasure that meets %j keeps no address", async (answer, state) => {
  await aWaitingMail(db);
  await anErasedNotice();
  const { mailing } = aStubMailing("smtp", () => answer);
  await sendDueEmails(db, mailing, { log: silent });
  expect(await noticeRow()).toMatchObject({ state, sealedTo: null, sealedKeyId: null });
});

test("a worker without the secret of a notice of erasure spends none of its tries", async () => {
  await aWaitingMail(db);
  await anErasedNotice();
  const { mailing, tries } = aStubMailing("smtp", accepts);
  const keys = makeKeys(["the secret of another worker"]);
  await sendDueEmails(db, { ...mailing, keys }, { log: silent });
  expect(await noticeRow()).toMatchObject({ state: "queued", attempts: 0, sealedTo: expect.any(Buffer) });
  expect(tries.map(({ to }) => to)).not.toContain("erased@people.test");
});

test("a notice of erasure that nothing takes for a week is given up, and its address forgotten", async () => {
  await aWaitingMail(db);
  expect(await anErasedNotice()).toMatchObject({ state: "queued", sealedTo: expect.any(Buffer) });
  expect(await sweepErasedNotices(db, inHours(24 * 7 - 1))).toBe(0);
  expect(await sweepErasedNotices(db, inHours(24 * 7 + 1))).toBe(1);
  expect(await noticeRow()).toMatchObject({ state: "skipped", sealedTo: null, sealedKeyId: null });
});

test("answers to the notice of an erasure go to no example in public", async () => {
  await aWaitingMail(db);
  const answersGoTo = async (contactEmail: string, localMode: boolean) => {
    await db.update(campaigns).set({ contactEmail });
    await anErasedNotice();
    const { mailing } = aStubMailing("resend", accepts);
    const sent: (string | null)[] = [];
    const send: Transport["send"] = async ({ to, replyTo }) => {
      if (to === "erased@people.test") sent.push(replyTo);
      return accepts();
    };
    const transport = { ...mailing.transport, send };
    await sendDueEmails(db, { ...mailing, localMode, transport }, { log: silent });
    return sent;
  };
  expect(await answersGoTo("campaign@example.org", false)).toEqual([null]);
  expect(await answersGoTo("campaign@example.org", true)).toEqual(["campaign@example.org"]);
  expect(await answersGoTo("us@campaign.test", false)).toEqual(["us@campaign.test"]);
});
