import { type SQL, sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import { expect, test } from "vitest";
import { requestCode } from "#app/domain/access/sign-in/request-code.server.ts";
import { confirmSignature } from "#app/domain/entries/signatures/confirm-signature.server.ts";
import { recordEmailOutcome } from "#app/domain/outbox/record-email-outcome.server.ts";
import { claimEmails } from "#app/domain/outbox/sending/claim-emails.server.ts";
import { lockDue } from "#app/domain/outbox/sending/lock-due.server.ts";
import { sendDueEmails } from "#app/domain/outbox/sending/send-due-emails.server.ts";
import { hmac, makeKeys } from "#app/lib/keys.server.ts";
import { createToken } from "#app/lib/token.server.ts";
import { organizers, outbox, signatures, suppressions, switches, updates } from "#db/schema/index.ts";
import { aCampaign, changeRows, existing, storeRow, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { findEmail } from "#tests/support/find-email.ts";
import { aFileMailing, aResendMailing, aStubMailing, silent } from "#tests/support/mail.ts";
import { anOrganizer } from "#tests/support/organizers.ts";
import { anotherWaitingMail, aWaitingMail, loseLease, makeDue, readOutbox } from "#tests/support/outbox.ts";
import { anUpdate, approved } from "#tests/support/updates.ts";

const db = await aDatabase();
const accepts = () => ({ outcome: "accepted", providerId: null }) as const;
const send = (mailing: Parameters<typeof sendDueEmails>[1]) => sendDueEmails(db, mailing, { log: silent });
const suppress = (address: string, reason: "never" | "hard_bounce" | "complaint", daysAgo = 0) => {
  const { keyId, digest } = hmac(testKeys, "address", address);
  const createdAt = sql`now() - make_interval(days => ${daysAgo})`;
  return db.insert(suppressions).values({ addressHmac: digest, keyId, reason, createdAt });
};

test("what is claimed is no other worker's until its lease ends", async () => {
  const mail = await aWaitingMail(db);
  const { mailing } = aStubMailing("resend", accepts);
  expect(await claimEmails(db, mailing)).toMatchObject([{ publicId: mail.publicId, attempts: 1 }]);
  expect(await claimEmails(db, mailing)).toEqual([]);
  await loseLease(db, mail.id);
  expect(await claimEmails(db, mailing)).toMatchObject([{ publicId: mail.publicId, attempts: 2 }]);
});

test("the most urgent goes first, then the oldest: a retry keeps its place", async () => {
  const emails = [];
  for (const [lane, due] of [
    ["bulk", "3 hours"],
    ["free", "2 hours"],
    ["asked", "1 second"],
    ["asked", "1 hour"],
  ] as const) {
    const { id, publicId } = await anotherWaitingMail(db);
    await db.execute(
      sql`update outbox set lane = ${lane}, due_at = now() - ${due}::interval where id = ${id}`,
    );
    emails.push({ id, publicId });
  }
  await db.execute(sql`update outbox set state = 'skipped', lease_until = null
    where state in ('queued', 'claimed')
    and id not in ${emails.map(({ id }) => id)}`);
  const [bulk, receipt, retried, later] = emails.map(({ publicId }) => ({ publicId }));
  const { mailing } = aStubMailing("resend", accepts);
  expect(await claimEmails(db, mailing, 2), "before what is due longer").toMatchObject([retried, later]);
  expect(await claimEmails(db, mailing)).toMatchObject([receipt]);
  expect(await claimEmails(db, mailing)).toMatchObject([bulk]);
});

test("no call begins when an email's lease may end before its answer", async () => {
  const emails = [await aWaitingMail(db), await anotherWaitingMail(db), await anotherWaitingMail(db)];
  await db.execute(sql`update outbox set state = 'skipped' where state in ('queued', 'claimed')
    and id not in ${emails.map(({ id }) => id)}`);
  let passed = 0;
  const leases: string[] = [];
  const { mailing } = aStubMailing("smtp", async () => {
    passed += 100_000;
    const [row] = await db.execute<{ until: string }>(sql`
      select max(lease_until)::text as until from outbox where state = 'claimed'`);
    leases.push(row?.until ?? "");
    return accepts();
  });
  expect(await sendDueEmails(db, mailing, { log: silent, atOnce: 1, clock: () => passed })).toBe(6);
  expect(new Set(leases).size, "each was claimed again for its call").toBe(3);
  for (const { id } of emails)
    expect(await readOutbox(db, id)).toMatchObject({ state: "accepted", attempts: 1 });
});

test("an email behind ones that end when due is claimed in the same run", async () => {
  const ended = await aWaitingMail(db);
  const mail = await anotherWaitingMail(db);
  await confirmSignature(db, testKeys, ended.signature.publicId);
  await db.execute(sql`update outbox set state = 'skipped' where state = 'queued'
    and id not in (${ended.id}, ${mail.id})`);
  const { mailing } = aStubMailing("resend", accepts);
  expect(await claimEmails(db, mailing, 1)).toMatchObject([{ publicId: mail.publicId }]);
  expect(await readOutbox(db, ended.id)).toMatchObject({ state: "skipped" });
});

test("the answer of a worker whose lease ran out does not overwrite that of the next", async () => {
  const mail = await aWaitingMail(db);
  const { mailing } = aStubMailing("resend", accepts);
  const [slow] = await claimEmails(db, mailing);
  await loseLease(db, mail.id);
  const [next] = await claimEmails(db, mailing);
  if (!slow || !next) throw new Error("nothing was claimed");

  const refused = { outcome: "refused", permanent: true, problem: "late" } as const;
  expect(await recordEmailOutcome(db, testKeys, slow, refused)).toEqual({ outcome: "not-ours" });
  expect(await recordEmailOutcome(db, testKeys, next, accepts())).toEqual({
    outcome: "settled",
    state: "accepted",
  });
});

test("after a crash in a Resend call the same key is retried, and one email arrives", async () => {
  const mail = await aWaitingMail(db);
  const { mailing, provider } = await aResendMailing();
  await claimEmails(db, mailing);
  const found = existing(await findEmail(db, mailing, mail.id));
  const rendered = await mailing.render(found.email);
  await mailing.transport.send(
    { emailId: mail.publicId, from: mailing.from, to: found.to, replyTo: found.replyTo, ...rendered },
    { idempotencyKey: mail.publicId, signal: AbortSignal.timeout(5000), lane: "own" },
  );

  await loseLease(db, mail.id);
  await send(mailing);
  expect(await readOutbox(db, mail.id)).toMatchObject({ state: "accepted", attempts: 2 });
  expect(provider.calls).toHaveLength(2);
  expect(provider.delivered).toHaveLength(1);
});

test("after a crash in an SMTP call the email is unknown and not resent", async () => {
  const mail = await aWaitingMail(db);
  const { mailing, tries } = aStubMailing("smtp", accepts);
  await claimEmails(db, mailing);
  await loseLease(db, mail.id);
  await send(mailing);
  expect(await readOutbox(db, mail.id)).toMatchObject({ state: "unknown", problem: "interrupted" });
  expect(tries).toEqual([]);
});

test("after a crash while a file was written it is written again", async () => {
  const mail = await aWaitingMail(db);
  const { mailing, readAll } = await aFileMailing();
  await claimEmails(db, mailing);
  await loseLease(db, mail.id);
  await send(mailing);
  expect(await readOutbox(db, mail.id)).toMatchObject({ state: "accepted" });
  expect(await readAll()).toHaveLength(1);
});

test("a lost Resend call is not repeated by another transport or without its key", async () => {
  const mail = await aWaitingMail(db);
  const old = await anotherWaitingMail(db);
  const resend = aStubMailing("resend", accepts);
  const smtp = aStubMailing("smtp", accepts);
  await claimEmails(db, resend.mailing);
  await loseLease(db, old.id, 23);
  await send(resend.mailing);
  await loseLease(db, mail.id);
  await send(smtp.mailing);
  expect(await readOutbox(db, old.id)).toMatchObject({ state: "unknown", problem: "too-old-to-repeat" });
  expect(await readOutbox(db, mail.id)).toMatchObject({ state: "unknown", problem: "interrupted" });
  expect([...resend.tries, ...smtp.tries]).toEqual([]);
});

test("an unanswered try that would now be skipped or suppressed stays unknown", async () => {
  const mail = await aWaitingMail(db, { to: "unsure@people.test" });
  const { mailing, tries } = aStubMailing("resend", () => ({
    outcome: "unknown",
    repeatable: true,
    problem: "no-answer",
  }));
  await send(mailing);
  await suppress("unsure@people.test", "never");
  await makeDue(db, mail.id);
  await send(mailing);
  expect(await readOutbox(db, mail.id)).toMatchObject({ state: "unknown", problem: "not-repeated" });
  expect(tries).toHaveLength(1);
});

test("a mail that takes the worker down with it is given up in the end", async () => {
  const mail = await aWaitingMail(db);
  const { mailing } = aStubMailing("file", accepts);
  for (let crash = 0; crash < 6; crash++) {
    expect(await claimEmails(db, mailing)).toHaveLength(1);
    await loseLease(db, mail.id);
  }
  expect(await claimEmails(db, mailing)).toEqual([]);
  expect(await readOutbox(db, mail.id)).toMatchObject({ state: "failed", problem: "interrupted" });
});

test.each([
  ["never", 400, "suppressed"],
  ["hard_bounce", 29, "suppressed"],
  ["hard_bounce", 31, "accepted"],
  ["complaint", 0, "accepted"],
] as const)(
  "an address with %s of %i days ago: the mail about one's own account is %s",
  async (reason, days, state) => {
    const address = `${reason.replace("_", "-")}-${days}@people.test`;
    const mail = await aWaitingMail(db, { to: `${address.replace("@", "+tag@")}` });
    await suppress(address, reason, days);
    const { mailing, tries } = aStubMailing("file", accepts);
    await send(mailing);
    expect(await readOutbox(db, mail.id)).toMatchObject({ state });
    expect(tries).toHaveLength(state === "accepted" ? 1 : 0);
  },
);

test("a suppression made with an older key still holds", async () => {
  const mail = await aWaitingMail(db, { to: "old-key@people.test" });
  await suppress("old-key@people.test", "never");
  const { mailing } = aStubMailing("file", accepts);
  const rotated = makeKeys([
    "a-newer-secret-for-tests-that-is-long-enough",
    "a-secret-for-tests-that-is-long-enough-0001",
  ]);
  await send({ ...mailing, keys: rotated });
  expect(await readOutbox(db, mail.id)).toMatchObject({ state: "suppressed" });
});

test("a confirmation that came first makes the mail that asks for it needless", async () => {
  const mail = await aWaitingMail(db);
  await confirmSignature(db, testKeys, mail.signature.publicId);
  const { mailing, tries } = aStubMailing("file", accepts);
  await send(mailing);
  expect(await readOutbox(db, mail.id)).toMatchObject({ state: "skipped" });
  expect(tries.map(({ text }) => text.split("\n")[0])).toEqual(["Thank you, Ana Sample"]);
});

test("a confirmation link that no longer works is not mailed", async () => {
  const mail = await aWaitingMail(db);
  await changeRows(db, signatures, mail.signature.id, { signedAt: sql`now() - interval '8 days'` });
  const { mailing, tries } = aStubMailing("file", accepts);
  await send(mailing);
  expect(await readOutbox(db, mail.id)).toMatchObject({ state: "skipped" });
  expect(tries).toEqual([]);
});

test("while sending is paused only sign-in codes go, and then the rest", async () => {
  const mail = await aWaitingMail(db);
  const email = "organizer@campaign.test";
  await db.insert(organizers).values({ email, name: "An Organizer", activatedAt: new Date() });
  await requestCode(db, testKeys, { email });
  await db.insert(switches).values({ name: "sending-paused", reason: "restored from a backup" });
  const { mailing, tries } = aStubMailing("file", accepts);
  await send(mailing);
  expect(tries.map(({ to }) => to)).toEqual([email]);
  expect(tries[0]?.text).toMatch(/^ {2}\d{6}$/m);
  expect(await readOutbox(db, mail.id)).toMatchObject({ state: "queued" });

  await db.delete(switches);
  await send(mailing);
  expect(await readOutbox(db, mail.id)).toMatchObject({ state: "accepted" });
});

test("the link to one's own page follows from the time its mail was queued", async () => {
  const mail = await aWaitingMail(db);
  await confirmSignature(db, testKeys, mail.signature.publicId);
  const { mailing, tries } = aStubMailing("file", accepts);
  await send(mailing);
  const [receipt] = await db
    .select({ createdAt: outbox.createdAt })
    .from(outbox)
    .where(sql`${outbox.template} = 'receipt' and ${outbox.supporterId} = ${mail.supporter.id}`);
  const issuedAt = receipt?.createdAt ?? new Date(0);
  const expiresAt = new Date(issuedAt.getTime() + 7 * 86_400_000);
  const token = createToken(testKeys, "manage", { subject: mail.supporter.publicId, issuedAt, expiresAt });
  expect(tries[0]?.text).toContain(`https://sign.test/manage/${token}`);
});

test("the news that an update is paused is not emailed once it is resumed", async () => {
  const campaign = await aCampaign(db);
  const organizer = await anOrganizer(db, { campaign });
  const update = await anUpdate(db, campaign, {
    ...approved,
    state: "paused",
    startedAt: new Date(),
    pausedAt: new Date(),
    pauseReason: "quota",
  });
  const aNews = async () => {
    const about = { campaignId: campaign.id, organizerId: organizer.id, updateId: update.id };
    const mail = await storeRow(db, outbox, { ...about, template: "update-paused" });
    return mail?.id ?? 0;
  };
  const { mailing, tries } = aStubMailing("file", accepts);
  const first = await aNews();
  await send(mailing);
  expect(await readOutbox(db, first)).toMatchObject({ state: "accepted" });

  const second = await aNews();
  await changeRows(db, updates, update.id, { state: "sending", pausedAt: null, pauseReason: null });
  await send(mailing);
  expect(await readOutbox(db, second)).toMatchObject({ state: "skipped", problem: null });
  expect(tries).toHaveLength(1);
});

test("accepted emails are written together, except rows that are locked", async () => {
  const mails = [await aWaitingMail(db), await anotherWaitingMail(db), await anotherWaitingMail(db)];
  const { mailing } = aStubMailing("resend", accepts);
  const claimed = await claimEmails(db, mailing);
  const ours = mails.map(({ id }) => claimed.find((mail) => mail.id === id) ?? claimed[0]);
  let letGo = () => {};
  const waits = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let blocked: Promise<void> | undefined;
  await new Promise<void>((locked) => {
    blocked = db.$client.begin(async (client) => {
      await client`select from outbox where id = ${mails[1]?.id ?? 0} for update`;
      locked();
      await waits;
    }) as Promise<void>;
  });
  const settled = ours.map((mail, n) =>
    mail
      ? recordEmailOutcome(db, testKeys, mail, { outcome: "accepted", providerId: `provider-${n}` })
      : null,
  );
  await Promise.all([settled[0], settled[2]]);
  expect(await readOutbox(db, mails[1]?.id ?? 0)).toMatchObject({ state: "claimed" });
  letGo();
  await blocked;
  expect(await Promise.all(settled)).toEqual(mails.map(() => ({ outcome: "settled", state: "accepted" })));
  for (const [n, { id }] of mails.entries())
    expect(await readOutbox(db, id)).toMatchObject({ state: "accepted", providerId: `provider-${n}` });
});

test("a claim reads only what it takes, even without planner statistics", async () => {
  const campaign = await aCampaign(db);
  await db.execute(sql`
    with p as (
      insert into supporters (email_canonical, email, name, country, locale)
      select a, a, 'Ana', 'US', 'en' from generate_series(1, 3000) n, format('backlog-%s@example.org', n) a
      returning id
    ), s as (
      insert into signatures (campaign_id, supporter_id, petition_version, display, receipt_code)
      select ${campaign.id}, id, 1, 'anonymous', format('%s-AAAA-AA', lpad(id::text, 4, '0')) from p
      returning id, supporter_id)
    insert into outbox (campaign_id, supporter_id, signature_id, template)
    select ${campaign.id}, supporter_id, id, 'confirm-signature' from s`);
  const blocks: number[] = [];
  await db.transaction(async (tx) => {
    const execute = async (query: SQL) => {
      if (new PgDialect().sqlToQuery(query).sql.startsWith("set ")) return tx.execute(query);
      const [row] = await tx.execute<Record<string, [{ Plan: Record<string, number> }]>>(
        sql`explain (analyze, buffers, format json) ${query}`,
      );
      const plan = row?.["QUERY PLAN"]?.[0].Plan ?? {};
      blocks.push((plan["Shared Hit Blocks"] ?? Number.NaN) + (plan["Shared Read Blocks"] ?? Number.NaN));
      return [];
    };
    await lockDue({ execute } as unknown as typeof tx, 50);
  });
  // 3,000 rows with what is joined to them are some 18,000.
  expect(blocks).toHaveLength(1);
  expect(blocks[0]).toBeLessThan(2000);
});
