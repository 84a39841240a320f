import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import { expect, onTestFinished, test } from "vitest";
import { chooseTransport } from "#app/mail/choose.server.ts";
import { createFileTransport, mailFilesIn } from "#app/mail/file.server.ts";
import { createResendTransport } from "#app/mail/resend.server.ts";
import { createSmtpTransport } from "#app/mail/smtp.server.ts";
import type { Message } from "#app/mail/transport.ts";
import { aFakeResend, type Behaviour } from "#tests/support/fake-resend.ts";
import { aFakeSmtp } from "#tests/support/fake-smtp.ts";

const id = "0b9fb1de-6f0c-4c4e-9a3e-0d5b6f9c7a11";
const message: Message = {
  deliveryId: id,
  from: "Sample Campaign <sign@campaign.test>",
  to: "zoe@people.test",
  replyTo: "hello@campaign.test",
  subject: "Please confirm your e-mail – ¡ya!",
  html: "<p>Zoë</p>",
  text: "Zoë\n",
};
const options = (milliseconds = 5000) => ({
  idempotencyKey: id,
  signal: AbortSignal.timeout(milliseconds),
  lane: "own" as const,
});

async function aFolder() {
  const dir = await mkdtemp(join(tmpdir(), "mail-"));
  onTestFinished(() => rm(dir, { recursive: true }));
  return join(dir, "mail");
}

async function aResend() {
  const server = await aFakeResend();
  const settings = { apiKey: "re_test", baseUrl: server.baseUrl, perSecond: 1000 };
  return { server, transport: createResendTransport(settings, mailFilesIn(await aFolder())) };
}

async function anSmtp() {
  const server = await aFakeSmtp();
  const transport = createSmtpTransport(server.url, mailFilesIn(await aFolder()));
  onTestFinished(() => transport.close());
  return { server, transport };
}

test("Resend gets one plain recipient, our tag, our key and headers", async () => {
  const { server, transport } = await aResend();
  expect(await transport.send(message, options())).toMatchObject({ outcome: "accepted" });

  expect(server.delivered).toMatchObject([
    {
      from: message.from,
      to: [message.to],
      reply_to: "hello@campaign.test",
      subject: message.subject,
      tags: [{ name: "delivery", value: id }],
      headers: { "Auto-Submitted": "auto-generated", "Message-ID": `<${id}@campaign.test>` },
    },
  ]);
  expect(server.calls).toEqual([{ key: id, authorization: "Bearer re_test" }]);
});

test.each([
  ["500-before", { outcome: "unknown", repeatable: true, problem: "status-500" }],
  ["500-after", { outcome: "unknown", repeatable: true, problem: "status-500" }],
  ["reset-before", { outcome: "unknown", repeatable: true, problem: "no-answer" }],
  ["reset-after", { outcome: "unknown", repeatable: true, problem: "no-answer" }],
  ["truncated", { outcome: "unknown", repeatable: true, problem: "no-answer" }],
  ["concurrent", { outcome: "unknown", repeatable: true, problem: "still-being-sent" }],
  ["rate-limit", { outcome: "retry-later", after: 1, problem: "rate-limited" }],
  ["quota", { outcome: "retry-later", after: 3600, problem: "quota-used-up" }],
  ["bad-key", { outcome: "retry-later", after: 300, problem: "invalid-api-key" }],
  ["refused", { outcome: "refused", permanent: true, problem: "validation-error" }],
] as const)(
  "when Resend answers with %s, the outcome says no more than is known",
  async (behaviour, outcome) => {
    const { server, transport } = await aResend();
    server.behave(() => behaviour);
    expect(await transport.send(message, options())).toEqual(outcome);
  },
);

test("a Resend call that hangs ends with its time-out, as unknown", async () => {
  const { server, transport } = await aResend();
  server.behave(() => "hang");
  expect(await transport.send(message, options(150))).toEqual({
    outcome: "unknown",
    repeatable: true,
    problem: "timed-out",
  });
});

test.each<Behaviour>(["500-after", "reset-after", "truncated"])(
  "after %s the same key with the same mail is accepted and delivers no second mail",
  async (behaviour) => {
    const { server, transport } = await aResend();
    server.behave((_mail, call) => (call === 1 ? behaviour : "ok"));
    await transport.send(message, options());
    expect(await transport.send(message, options())).toMatchObject({ outcome: "accepted" });
    expect(server.delivered).toHaveLength(1);
  },
);

test("the same key with another text is never repeated", async () => {
  const { transport } = await aResend();
  await transport.send(message, options());
  expect(await transport.send({ ...message, text: "other" }, options())).toEqual({
    outcome: "unknown",
    repeatable: false,
    problem: "key-used-for-another-text",
  });
});

test("calls to Resend are spaced by the limit, and wait after being refused for haste", async () => {
  const server = await aFakeResend();
  server.behave((_mail, call) => (call === 1 ? "rate-limit" : "ok"));
  const transport = createResendTransport(
    { apiKey: "re_test", baseUrl: server.baseUrl, perSecond: 1000 },
    mailFilesIn(await aFolder()),
  );
  await transport.send(message, options());
  const began = performance.now();
  await transport.send(message, options());
  expect(performance.now() - began).toBeGreaterThan(900);
});

test("SMTP carries both parts to one recipient", async () => {
  const { server, transport } = await anSmtp();
  expect(await transport.send(message, options())).toEqual({ outcome: "accepted", providerId: null });

  const [taken] = server.received;
  expect(taken?.recipients).toEqual(["zoe@people.test"]);
  expect(taken?.mail).toMatchObject({ subject: message.subject, html: message.html, text: message.text });
  expect(taken?.mail.messageId).toBe(`<${id}@campaign.test>`);
  expect(taken?.mail.headers.get("auto-submitted")).toBe("auto-generated");
  expect(taken?.mail.headers.has("list-unsubscribe")).toBe(false);
});

test.each([
  ["451-recipient", { outcome: "refused", permanent: false, problem: "smtp-451" }],
  ["550-recipient", { outcome: "refused", permanent: true, problem: "smtp-550" }],
  ["451-data", { outcome: "refused", permanent: false, problem: "smtp-451" }],
  ["550-data", { outcome: "refused", permanent: true, problem: "smtp-550" }],
  ["550-sender", { outcome: "retry-later", after: 300, problem: "smtp-550" }],
  ["drop-after-data", { outcome: "unknown", repeatable: false, problem: "smtp-lost-after-data" }],
] as const)("when an SMTP server does %s, the outcome says so", async (behaviour, outcome) => {
  const { server, transport } = await anSmtp();
  server.behave(behaviour);
  expect(await transport.send(message, options())).toEqual(outcome);
});

test("an SMTP server that is not there is tried later", async () => {
  const transport = createSmtpTransport("smtp://127.0.0.1:1", mailFilesIn(await aFolder()));
  expect(await transport.send(message, options())).toMatchObject({ outcome: "retry-later", after: 60 });
});

test.each([
  "zoe@people.test\r\nBcc: eve@evil.test",
  "zoe@people.test, eve@evil.test",
  "Eve <eve@evil.test>",
  "zoe@people.test\u0000",
  "a@b@people.test",
])("an address that is not exactly one (%j) is refused by every transport", async (to) => {
  const smtp = await anSmtp();
  const resend = await aResend();
  const dir = await aFolder();
  for (const transport of [smtp.transport, resend.transport, createFileTransport(dir)]) {
    expect(await transport.send({ ...message, to }, options())).toEqual({
      outcome: "refused",
      permanent: true,
      problem: "bad-address",
    });
  }
  expect([...smtp.server.received, ...resend.server.delivered]).toEqual([]);
  expect(await mailFilesIn(dir).list()).toEqual([]);
});

test("a mail becomes one whole file that only its owner can read, however often it is written", async () => {
  const dir = await aFolder();
  const transport = createFileTransport(dir);
  await transport.send(message, options());
  await transport.send(message, options());

  expect(await readdir(dir)).toEqual([`${id}.eml`]);
  expect((await stat(join(dir, `${id}.eml`))).mode & 0o777).toBe(0o600);
  expect((await stat(dir)).mode & 0o777).toBe(0o700);
  const mail = await simpleParser(await readFile(join(dir, `${id}.eml`)));
  expect(mail).toMatchObject({ subject: message.subject, text: message.text, html: message.html });
});

test("the files of a person's mails can be removed, half-written ones too, and nothing else is", async () => {
  const dir = await aFolder();
  const transport = createFileTransport(dir);
  await transport.send(message, options());
  const other = "5d0f6d0a-37a5-4d53-8f0f-0e6f1f2a9b77";
  await writeFile(join(dir, `${other}.eml.part`), "half");
  await writeFile(join(dir, "notes.eml"), "kept");

  expect(new Set(await transport.files.list())).toEqual(new Set([id, other]));
  await transport.files.remove([id, other, "00000000-0000-4000-8000-000000000000"]);
  expect(await readdir(dir)).toEqual(["notes.eml"]);
});

test("the file of a notice of erasure withholds whom it went to, and belongs to no delivery", async () => {
  const dir = await aFolder();
  const transport = createFileTransport(dir);
  await transport.send({ ...message, withholdRecipient: true }, options());

  expect(await readFile(join(dir, `erased-${id}.eml`), "utf8")).not.toContain("people.test");
  expect(await transport.files.list()).toEqual([]);
});

test("a folder that cannot be written is a reason to try later, not a success", async () => {
  const dir = await aFolder();
  await writeFile(dir, "a file stands where the folder should be");
  expect(await createFileTransport(dir).send(message, options())).toMatchObject({
    outcome: "retry-later",
    problem: "file-eexist",
  });
});

test("the transport follows from the configuration: Resend, else SMTP, else files", async () => {
  const dir = await aFolder();
  const mail = { from: message.from, dir, resend: undefined, smtpUrl: undefined, warmUp: [] };
  const resend = { apiKey: "re_test", baseUrl: undefined, webhookSecret: undefined };
  const smtpUrl = "smtp://127.0.0.1:1";
  expect(chooseTransport(mail).name).toBe("file");
  expect(chooseTransport({ ...mail, smtpUrl }).name).toBe("smtp");
  expect(chooseTransport({ ...mail, smtpUrl, resend }).name).toBe("resend");
});
