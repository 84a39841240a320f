import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { confirmSignature as confirm } from "#app/domain/entries/signatures/confirm-signature.server.ts";
import { confirmSignatureEmail } from "#app/domain/outbox/contents/confirm-signature.ts";
import { sendDueEmails } from "#app/domain/outbox/sending/send-due-emails.server.ts";
import { backOffSeconds } from "#app/domain/queue/email.ts";
import { openToken } from "#app/lib/token.server.ts";
import { mailFilesIn } from "#app/mail/choose.server.ts";
import { createSmtpTransport } from "#app/mail/smtp.server.ts";
import { outbox, supporters } from "#db/schema/index.ts";
import { testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aFakeSmtp } from "#tests/support/fake-smtp.ts";
import {
  aFileMailing,
  aMailFolder,
  aResendMailing,
  aStubMailing,
  mailingBy,
  silent,
} from "#tests/support/mail.ts";
import { anotherWaitingMail, aWaitingMail, makeDue, readOutbox } from "#tests/support/outbox.ts";

const db = await aDatabase();
const send = (mailing: Parameters<typeof sendDueEmails>[1]) => sendDueEmails(db, mailing, { log: silent });

test("a queued mail is sent, and the row says accepted only then", async () => {
  const mail = await aWaitingMail(db, { to: "zoe@people.test" });
  const { mailing, provider } = await aResendMailing();
  expect(await readOutbox(db, mail.id)).toMatchObject({ state: "queued", attempts: 0 });

  expect(await send(mailing)).toBe(1);
  const row = await readOutbox(db, mail.id);
  expect(row).toMatchObject({ state: "accepted", attempts: 1, problem: null });
  expect(row?.providerId).toMatch(/^[0-9a-f-]{36}$/);
  expect(provider.delivered).toMatchObject([
    {
      to: ["zoe@people.test"],
      reply_to: "hello@campaign.test",
      subject: "One step left: confirm your signature",
    },
  ]);
  expect(await send(mailing)).toBe(0);
});

test("a mail written as a file leads to its signature by the link in it", async () => {
  const mail = await aWaitingMail(db, { to: "Zoe.Typed+tag@people.test", name: "Zoë Sample" });
  const { mailing, readAll } = await aFileMailing();
  await send(mailing);

  const [file, ...others] = await readAll();
  expect(others).toEqual([]);
  expect(file?.name).toBe(`${mail.publicId}.eml`);
  expect(file?.to).toMatchObject({ value: [{ address: "Zoe.Typed+tag@people.test" }] });
  const token = /https:\/\/sign\.test\/confirm\/(\S+)/.exec(file?.text ?? "")?.[1] ?? "";
  expect(openToken(testKeys, "confirm", token, new Date())).toMatchObject({
    outcome: "valid",
    subject: mail.signature.publicId,
  });
  expect(file?.html).toContain(token);
});

test("emails that are written at one time are read together, each as it is by itself", async () => {
  const mails = [await aWaitingMail(db, { name: "Ana", locale: "es" })];
  for (const name of ["Bo", "Cleo", "Dan", "Eva"]) mails.push(await anotherWaitingMail(db, { name }));
  const ids = [...mails.map(({ id }) => id), 0];
  let statements = 0;
  const reserve = async () => {
    const sql = await db.$client.reserve();
    const unsafe: typeof sql.unsafe = (...query) => {
      statements++;
      return sql.unsafe(...query);
    };
    return Object.assign(Object.create(sql), { unsafe });
  };
  const counting = Object.create(db, { $client: { value: { reserve } } }) as typeof db;
  const { mailing } = aStubMailing("file");

  const together = await Promise.all(ids.map((id) => confirmSignatureEmail.write(counting, mailing, id)));
  expect(statements).toBe(1);
  expect(together.map((one) => one && "email" in one && one.to)).toEqual([
    ...mails.map(({ supporter }) => supporter.email),
    null,
  ]);
  for (const [n, id] of ids.entries())
    expect(together[n]).toEqual(await confirmSignatureEmail.write(db, mailing, id));
});

test("the name that is mailed is the name that is held when the mail is made", async () => {
  const mail = await aWaitingMail(db, { name: "Wrong Name" });
  await confirm(db, testKeys, mail.signature.publicId);
  await db.update(supporters).set({ name: "Right Name" }).where(eq(supporters.id, mail.supporter.id));
  const { mailing, tries } = aStubMailing("file");
  await send(mailing);
  expect(tries.at(-1)?.text).toContain("Right Name");
});

test("a row of the outbox holds ids and times, and no word of the person", async () => {
  const mail = await aWaitingMail(db, { to: "unmistakable@people.test", name: "Unmistakable Name" });
  const [row] = await db.execute(sql`select to_jsonb(d)::text as row from outbox d where id = ${mail.id}`);
  expect(String(row?.row).toLowerCase()).not.toContain("unmistakable");
});

test("a failed send is visible, waits, is retried, and arrives once", async () => {
  const mail = await aWaitingMail(db);
  const { mailing, provider } = await aResendMailing();
  provider.behave((_mail, call) => (call === 1 ? "500-after" : "ok"));

  await send(mailing);
  expect(await readOutbox(db, mail.id)).toMatchObject({
    state: "queued",
    attempts: 1,
    problem: "status-500",
    providerId: null,
    dueIn: backOffSeconds[0],
  });
  expect(await send(mailing)).toBe(0);

  await makeDue(db, mail.id);
  await send(mailing);
  expect(await readOutbox(db, mail.id)).toMatchObject({ state: "accepted", attempts: 2, problem: null });
  expect(provider.calls.map(({ key }) => key)).toEqual([mail.publicId, mail.publicId]);
  expect(provider.delivered).toHaveLength(1);
});

test("a deferred email waits longer each time and fails after the last wait", async () => {
  const mail = await aWaitingMail(db);
  const { mailing, tries } = aStubMailing("smtp", () => ({
    outcome: "refused",
    permanent: false,
    problem: "smtp-451",
  }));
  for (const [place, seconds] of backOffSeconds.entries()) {
    await makeDue(db, mail.id);
    await send(mailing);
    expect(await readOutbox(db, mail.id)).toMatchObject({
      state: "queued",
      attempts: place + 1,
      dueIn: seconds,
    });
  }
  await makeDue(db, mail.id);
  await send(mailing);
  expect(await readOutbox(db, mail.id)).toMatchObject({ state: "failed", attempts: 6, problem: "smtp-451" });
  expect(tries).toHaveLength(6);
});

test("a mail that may have been accepted is given up as unknown, not as failed", async () => {
  const mail = await aWaitingMail(db);
  const { mailing, provider } = await aResendMailing();
  provider.behave((_mail, call) => (call === 1 ? "reset-after" : "500-before"));
  for (let attempt = 0; attempt <= backOffSeconds.length; attempt++) {
    await makeDue(db, mail.id);
    await send(mailing);
  }
  expect(await readOutbox(db, mail.id)).toMatchObject({
    state: "unknown",
    attempts: 6,
    problem: "status-500",
  });
});

test.each([
  ["its last try has no answer", backOffSeconds.length, "no-answer"],
  ["it is refused after a try without an answer", 1, "refused-later"],
])("a mail ends as unknown, not as failed, if %s", async (_, before, problem) => {
  const mail = await aWaitingMail(db);
  const noAnswer = { outcome: "unknown", repeatable: true, problem: "no-answer" } as const;
  const { mailing, tries } = aStubMailing("resend", () => {
    if (problem === "no-answer")
      return tries.length > before ? noAnswer : { outcome: "refused", permanent: false, problem: "busy" };
    return tries.length > before ? { outcome: "refused", permanent: true, problem } : noAnswer;
  });
  for (let attempt = 0; attempt <= before; attempt++) {
    await makeDue(db, mail.id);
    await send(mailing);
  }
  expect(await readOutbox(db, mail.id)).toMatchObject({ state: "unknown", attempts: before + 1, problem });
});

test("a limit of the provider delays a mail and costs none of its attempts", async () => {
  const mail = await aWaitingMail(db);
  const { mailing, provider } = await aResendMailing();
  provider.behave((_mail, call) => (call === 1 ? "rate-limit" : "ok"));
  await send(mailing);
  expect(await readOutbox(db, mail.id)).toMatchObject({
    state: "queued",
    attempts: 0,
    problem: "rate-limited",
    dueIn: 1,
  });
});

test("a refused address fails by itself, and the others go", async () => {
  const bad = await aWaitingMail(db, { to: "bad@people.test" });
  const good = await anotherWaitingMail(db, { to: "good@people.test" });
  const { mailing, provider } = await aResendMailing();
  provider.behave(({ to }) => (to[0] === "bad@people.test" ? "refused" : "ok"));
  await send(mailing);
  expect(await readOutbox(db, bad.id)).toMatchObject({ state: "failed", problem: "validation-error" });
  expect(await readOutbox(db, good.id)).toMatchObject({ state: "accepted" });
});

test("a text that changed after an unanswered try is not sent under the same key", async () => {
  const mail = await aWaitingMail(db);
  const { mailing, provider } = await aResendMailing();
  provider.behave((_mail, call) => (call === 1 ? "reset-after" : "ok"));
  await send(mailing);
  await db.update(supporters).set({ locale: "es" }).where(eq(supporters.id, mail.supporter.id));
  await makeDue(db, mail.id);
  await send(mailing);
  expect(await readOutbox(db, mail.id)).toMatchObject({
    state: "unknown",
    problem: "key-used-for-another-text",
  });
  expect(provider.delivered).toHaveLength(1);
});

test("what an SMTP server may have taken is unknown, and never sent again by itself", async () => {
  const mail = await aWaitingMail(db);
  const server = await aFakeSmtp();
  server.behave("drop-after-data");
  const transport = createSmtpTransport(server.url, mailFilesIn(await aMailFolder()));
  await send(mailingBy(transport));
  transport.close();
  expect(await readOutbox(db, mail.id)).toMatchObject({ state: "unknown", problem: "smtp-lost-after-data" });
  expect(server.received).toHaveLength(1);
});

test("a mail that cannot be made is tried again later, and the worker continues", async () => {
  const mail = await aWaitingMail(db);
  const { mailing } = aStubMailing("file");
  const broken = { ...mailing, render: () => Promise.reject(new Error("broken template")) };
  await send(broken);
  expect(await readOutbox(db, mail.id)).toMatchObject({ state: "queued", attempts: 1, problem: "not-made" });
});

test("a mail written while its person is erased leaves no file", async () => {
  const mail = await aWaitingMail(db);
  const { mailing, readAll } = await aFileMailing();
  const { transport } = mailing;
  const erasing: typeof transport.send = async (message, options) => {
    const outcome = await transport.send(message, options);
    await db.delete(supporters).where(eq(supporters.id, mail.supporter.id));
    return outcome;
  };
  await send({ ...mailing, transport: { ...transport, send: erasing } });
  expect(await readAll()).toEqual([]);
});

test("a worker that is told to stop finishes what is under way and gives the rest back", async () => {
  await aWaitingMail(db);
  for (let more = 0; more < 9; more++) await anotherWaitingMail(db);
  const stop = new AbortController();
  const { mailing, tries } = aStubMailing("file", () => {
    stop.abort();
    return { outcome: "accepted", providerId: null };
  });
  await sendDueEmails(db, mailing, { log: silent, atOnce: 2, stop: stop.signal });

  const states = await db
    .select({ state: outbox.state, attempts: outbox.attempts })
    .from(outbox)
    .where(sql`${outbox.id} in (select id from outbox order by id desc limit 10)`);
  expect(tries.length).toBeLessThanOrEqual(2);
  expect(states.filter(({ state }) => state === "accepted")).toHaveLength(tries.length);
  expect(states.filter(({ state, attempts }) => state === "queued" && attempts === 0)).toHaveLength(
    10 - tries.length,
  );
});
