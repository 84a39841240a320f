import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import { Resend } from "resend";
import { expect, onTestFinished, test } from "vitest";
import { readEnv } from "#app/lib/env.server.ts";
import { chooseTransport, createFileTransport, mailFilesIn } from "#app/mail/choose.server.ts";
import { readMailbox } from "#app/mail/mailbox.server.ts";
import { createResendTransport } from "#app/mail/resend.server.ts";
import { createSmtpTransport } from "#app/mail/smtp.server.ts";
import { type Message, wholeOf } from "#app/mail/transport.ts";
import { aFakeResend, type Behaviour } from "#tests/support/fake-resend.ts";
import { aFakeSmtp } from "#tests/support/fake-smtp.ts";

const id = "0b9fb1de-6f0c-4c4e-9a3e-0d5b6f9c7a11";
const message: Message = {
  emailId: id,
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

const ids = ["5d0f6d0a-37a5-4d53-8f0f-0e6f1f2a9b77", "d9e0c9b5-12a4-4f6e-9b1c-6f1a3f0f9e55"] as const;
/** Emails of an update: to a list, each with an unsubscribe link. */
const list: Message[] = ids.map((emailId, place) => ({
  ...message,
  emailId,
  to: `reader-${place}@people.test`,
  replyTo: place === 0 ? message.replyTo : null,
  html: [`<p>${"Zoë \u2028 \\ 🙂 ".repeat(40)}`, `"${place}" 🙂`, `${"Zoë\n".repeat(80)}</p>`],
  unsubscribeUrl: `https://sign.test/unsubscribe/${"t0ken_".repeat(20)}${place}`,
}));

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

test("Resend gets no subject and no name that mail programs would decode", async () => {
  const { server, transport } = await aResend();
  const encoded = {
    ...message,
    subject: "=?utf-8?Q?a?=",
    from: "=?utf-8?Q?Microsoft?= <sign@campaign.test>",
  };
  await transport.send(encoded, options());
  expect(server.delivered).toMatchObject([
    { subject: "= ?utf-8?Q?a?=", from: "= ?utf-8?Q?Microsoft?= <sign@campaign.test>" },
  ]);
});

test.each([
  ["500-before", { outcome: "unknown", repeatable: true, problem: "status-500" }],
  ["500-after", { outcome: "unknown", repeatable: true, problem: "status-500" }],
  ["reset-before", { outcome: "unknown", repeatable: true, problem: "no-answer" }],
  ["reset-after", { outcome: "unknown", repeatable: true, problem: "no-answer" }],
  ["truncated", { outcome: "unknown", repeatable: true, problem: "no-answer" }],
  ["concurrent", { outcome: "unknown", repeatable: true, problem: "still-being-sent" }],
  ["rate-limit", { outcome: "retry-later", after: 1, problem: "rate-limited" }],
  ["quota", { outcome: "retry-later", after: 3600, problem: "quota-used-up", cause: "quota" }],
  ["monthly-quota", { outcome: "retry-later", after: 3600, problem: "quota-used-up", cause: "quota" }],
  ["bad-key", { outcome: "retry-later", after: 300, problem: "invalid-api-key", cause: "account" }],
  ["invalid-key-reuse", { outcome: "unknown", repeatable: false, problem: "key-used-for-another-text" }],
  ["refused", { outcome: "refused", permanent: true, problem: "validation-error" }],
] as const)(
  "when Resend answers with %s, the outcome says no more than is known",
  async (behaviour, outcome) => {
    const { server, transport } = await aResend();
    server.behave(() => behaviour);
    expect(await transport.send(message, options())).toEqual(outcome);

    const { permanent: _, ...ofMany } = { permanent: null, ...outcome };
    const frozen = transport.batches?.freeze(list);
    expect(
      frozen && (await transport.batches?.send(frozen, { ...options(), idempotencyKey: "many" })),
    ).toEqual(ofMany);
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

/** A server that records what arrives, byte for byte, and answers as given. */
async function aWire(
  answer: (mails: number) => { status: number; body: string; headers?: Record<string, string> },
) {
  const calls: { headers: IncomingHttpHeaders; bytes: Buffer }[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    calls.push({ headers: request.headers, bytes });
    const mails = JSON.parse(bytes.toString());
    const { status, body, headers } = answer(Array.isArray(mails) ? mails.length : 1);
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(body);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const transport = createResendTransport(
    { apiKey: "re_test", baseUrl, perSecond: 1000 },
    mailFilesIn(await aFolder()),
  );
  return { calls, baseUrl, batches: transport.batches as NonNullable<typeof transport.batches> };
}

const idsFor = (mails: number) => Array.from({ length: mails }, (_, place) => ({ id: `id-${place}` }));

test("a batch is sent as the frozen bytes, the same as the official client's", async () => {
  const { calls, baseUrl, batches } = await aWire((mails) => ({
    status: 200,
    body: JSON.stringify({ data: idsFor(mails) }),
  }));
  const frozen = batches.freeze(list);
  expect(await batches.send(frozen, { ...options(), idempotencyKey: "batch-1" })).toEqual({
    outcome: "accepted",
    providerIds: ["id-0", "id-1"],
  });
  const official = new Resend("re_test", { baseUrl });
  const payload = list.map(({ emailId, from, to, replyTo, subject, html, text, unsubscribeUrl }) => ({
    from,
    to: [to],
    ...(replyTo && { replyTo }),
    subject,
    html: wholeOf(html),
    text: wholeOf(text),
    headers: {
      "List-Unsubscribe": `<${unsubscribeUrl}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      "Message-ID": `<${emailId}@campaign.test>`,
    },
    tags: [{ name: "delivery", value: emailId }],
  }));
  await official.batch.send(payload, { idempotencyKey: "batch-1" });

  const [ours, theirs] = calls;
  expect(ours?.bytes.equals(frozen.body)).toBe(true);
  expect(ours?.bytes.equals(theirs?.bytes as Buffer)).toBe(true);
  expect(
    createHash("sha256")
      .update(ours?.bytes as Buffer)
      .digest(),
  ).toEqual(frozen.sha256);
  expect(ours?.headers).toEqual(theirs?.headers);
  expect(ours?.headers).toMatchObject({
    "idempotency-key": "batch-1",
    "x-batch-validation": "strict",
    "content-type": "application/json",
  });
  expect(batches.freeze(list)).toEqual(frozen);
  expect(batches.freeze(list.toReversed()).sha256).not.toEqual(frozen.sha256);
});

test.each([
  ["one id too few", 200, '{"data":[{"id":"a"}]}', "incomplete-answer"],
  ["an id that is none", 200, '{"data":[{"id":"a"},{"id":null}]}', "incomplete-answer"],
  ["no list", 200, "{}", "incomplete-answer"],
  ["nothing", 200, "null", "incomplete-answer"],
  ["no JSON", 200, "<html>", "no-answer"],
  ["a time-out of a proxy", 408, "<html>", "status-408"],
  ["a proxy without the provider", 502, "<html>", "status-502"],
  ["an error that is no object", 429, '"slow down"', "no-answer"],
] as const)(
  "%s in an answer to a batch is not taken for a yes or a no",
  async (_what, status, body, problem) => {
    const { batches } = await aWire(() => ({ status, body }));
    expect(await batches.send(batches.freeze(list), options())).toEqual({
      outcome: "unknown",
      repeatable: true,
      problem,
    });
  },
);

test.each<[Record<string, string>, number]>([
  [{ "retry-after": "7" }, 7],
  [{ "retry-after": "in 30 s" }, 30],
  [{ "retry-after": "soon" }, 1],
  [{}, 1],
])("a refusal for haste with %j says when to come again, and nobody calls before", async (headers, after) => {
  if (headers["retry-after"] === "in 30 s")
    headers["retry-after"] = new Date(Date.now() + 30_000).toUTCString();
  const body = JSON.stringify({ statusCode: 429, name: "rate_limit_exceeded", message: "" });
  const { calls, batches } = await aWire(() => ({
    status: 429,
    body,
    headers: headers as Record<string, string>,
  }));
  const outcome = await batches.send(batches.freeze(list), options());
  expect(outcome).toMatchObject({ outcome: "retry-later", problem: "rate-limited" });
  expect(Math.abs((outcome as { after: number }).after - after)).toBeLessThanOrEqual(1);

  await expect(batches.turn("bulk", AbortSignal.timeout(50))).rejects.toThrow();
  if (after > 2) {
    expect(await batches.send(batches.freeze(list), options())).toMatchObject({ problem: "rate-limited" });
    expect(calls).toHaveLength(1);
  }
});

test.each([
  [401, "missing_api_key"],
  [403, "validation_error"],
  [422, "invalid_from_address"],
])("a %i %s is told as a fault of the account by the provider's name", async (status, name) => {
  const body = JSON.stringify({ statusCode: status, name, message: "about reader-0@people.test" });
  const { batches } = await aWire(() => ({ status, body }));
  expect(await batches.send(batches.freeze(list), options())).toEqual({
    outcome: "retry-later",
    after: 300,
    problem: name.replaceAll("_", "-"),
    cause: "account",
  });
});

test("a batch uses the memory of one that was accepted, never of one that may be sent again", async () => {
  const statuses = [500, 200, 200, 200];
  const { calls, batches } = await aWire((mails) => ({
    status: statuses.shift() ?? 200,
    body: JSON.stringify({ data: idsFor(mails) }),
  }));
  const worded = (text: string) => list.map((one) => ({ ...one, text }));
  const [first, second] = [batches.freeze(worded("First.")), batches.freeze(worded("Second."))];
  expect(second.body.buffer === first.body.buffer).toBe(false);
  expect(await batches.send(first, options())).toMatchObject({ outcome: "unknown", repeatable: true });
  await batches.send(second, options());
  const third = batches.freeze(worded("Third, with more words than the second."));
  expect(third.body.buffer === second.body.buffer).toBe(true);
  await batches.send(third, options());
  expect(await batches.send(first, options())).toMatchObject({ outcome: "accepted" });
  const sent = calls.map(({ bytes }) => createHash("sha256").update(bytes).digest());
  expect(sent).toEqual([first, second, third, first].map(({ sha256 }) => sha256));
  const large = batches.freeze(worded("w".repeat(300_000)));
  await batches.send(large, options());
  expect(calls.at(-1)?.bytes.equals(large.body)).toBe(true);
});

test("the memory of batches is let go when one needs more", async () => {
  const { batches } = await aWire((mails) => ({
    status: 200,
    body: JSON.stringify({ data: idsFor(mails) }),
  }));
  const worded = (text: string) => list.map((one) => ({ ...one, text }));
  const small = batches.freeze(worded("Small."));
  await batches.send(small, options());
  const large = batches.freeze(worded("w".repeat(300_000)));
  await batches.send(large, options());
  const next = batches.freeze(worded("Small."));
  expect([small, large].map(({ body }) => body.buffer === next.body.buffer)).toEqual([false, true]);
});

test("a hanging batch times out as unknown, and a late one is not sent", async () => {
  const { server, transport } = await aResend();
  const batches = transport.batches as NonNullable<typeof transport.batches>;
  server.behave(() => "hang");
  expect(await batches.send(batches.freeze(list), options(150))).toEqual({
    outcome: "unknown",
    repeatable: true,
    problem: "timed-out",
  });
  expect(
    await batches.send(batches.freeze(list), { idempotencyKey: "late", signal: AbortSignal.abort() }),
  ).toMatchObject({ outcome: "retry-later", problem: "waited-too-long" });
  expect(server.calls).toHaveLength(1);
});

test.each<Behaviour>(["500-after", "reset-after", "truncated"])(
  "after %s the same batch with the same key reaches each reader once",
  async (behaviour) => {
    const { server, transport } = await aResend();
    const batches = transport.batches as NonNullable<typeof transport.batches>;
    server.behave((_mail, call) => (call === 1 ? behaviour : "ok"));
    const frozen = batches.freeze(list);
    await batches.send(frozen, options());
    expect(await batches.send(frozen, options())).toMatchObject({ outcome: "accepted" });
    expect(server.delivered.map(({ to }) => to)).toEqual([
      ["reader-0@people.test"],
      ["reader-1@people.test"],
    ]);
  },
);

test("a list email has one-click unsubscribe headers, by every transport", async () => {
  const [mail] = list as [Message, Message];
  const expected = {
    "list-unsubscribe": `<${mail.unsubscribeUrl}>`,
    "list-unsubscribe-post": "List-Unsubscribe=One-Click",
  };

  const resend = await aResend();
  await resend.transport.send(mail, { ...options(), lane: "bulk" });
  const headers = Object.entries(resend.server.delivered[0]?.headers ?? {});
  const byResend = Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value]));

  const smtp = await anSmtp();
  await smtp.transport.send(mail, options());
  const lines = smtp.server.received[0]?.mail.headerLines ?? [];
  const bySmtp = Object.fromEntries(lines.map(({ key, line }) => [key, line.slice(line.indexOf(":") + 2)]));

  const dir = await aFolder();
  await createFileTransport(dir).send(mail, options());
  const [head] = (await readFile(join(dir, `${mail.emailId}.eml`), "utf8")).split("\r\n\r\n");
  const byFile = Object.fromEntries(
    (head ?? "").split("\r\n").map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 2)];
    }),
  );

  for (const found of [byResend, bySmtp, byFile]) {
    expect(found).toMatchObject(expected);
    expect(found).not.toHaveProperty("auto-submitted");
    expect(found["message-id"]).toBe(`<${mail.emailId}@campaign.test>`);
  }
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
  ["550-recipient", { outcome: "refused", permanent: true, problem: "smtp-550", deadAddress: true }],
  ["550-blocked", { outcome: "refused", permanent: true, problem: "smtp-550" }],
  ["451-data", { outcome: "refused", permanent: false, problem: "smtp-451" }],
  ["550-data", { outcome: "refused", permanent: true, problem: "smtp-550" }],
  ["550-sender", { outcome: "retry-later", after: 300, problem: "smtp-550", cause: "account" }],
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

test("an email becomes one whole private file, however often it is written", async () => {
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

test("a person's email files can be removed, half-written ones too, and no others", async () => {
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

test("the file of an erasure notice hides its address, and is not in the outbox", async () => {
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

test("the transport follows from the configuration: the first vendor, else SMTP, else files", async () => {
  const dir = await aFolder();
  const chosen = (settings: Record<string, string>) => {
    const { via, bounces } = readEnv("/nowhere", () => "x".repeat(40), settings).mail;
    expect(chooseTransport({ via, dir, bounces }).name).toBe(via.name);
    return via.name;
  };
  const smtp = { SMTP_URL: "smtp://127.0.0.1:1" };
  const postmark = { POSTMARK_SERVER_TOKEN: "a-token" };
  expect(chosen({})).toBe("file");
  expect(chosen(smtp)).toBe("smtp");
  const mailgun = { MAILGUN_API_KEY: "a-key", MAILGUN_DOMAIN: "news.campaign.test" };
  const ses = { SES_ACCESS_KEY_ID: "id", SES_SECRET_ACCESS_KEY: "secret", SES_REGION: "us-east-1" };
  expect(chosen({ ...smtp, ...ses })).toBe("ses");
  expect(() => chosen({ ...ses, SES_REGION: "" })).toThrow("SES_ACCESS_KEY_ID also needs");
  expect(chosen({ ...smtp, ...ses, ...mailgun })).toBe("mailgun");
  expect(() => chosen({ MAILGUN_API_KEY: "a-key" })).toThrow("MAILGUN_DOMAIN is missing");
  expect(chosen({ ...smtp, ...mailgun, ...postmark })).toBe("postmark");
  expect(chosen({ ...smtp, ...postmark, RESEND_API_KEY: "re_test" })).toBe("resend");
});

const withFile: Message = {
  ...message,
  attachments: [
    {
      filename: "meeting.ics",
      contentType: "text/calendar; charset=utf-8; method=PUBLISH",
      content: "BEGIN:VCALENDAR\r\nX-WR-CALNAME:Zoë\r\nEND:VCALENDAR\r\n",
    },
  ],
};
const [file] = withFile.attachments ?? [];

test("a file goes with a mail by Resend, in base64, and the same mail is the same call", async () => {
  const { server, transport } = await aResend();
  await transport.send(withFile, options());
  expect(await transport.send(withFile, options())).toMatchObject({ outcome: "accepted" });
  expect(server.delivered).toHaveLength(1);
  expect(server.delivered).toMatchObject([
    {
      attachments: [
        {
          filename: file?.filename,
          content_type: file?.contentType,
          content: Buffer.from(file?.content ?? "").toString("base64"),
        },
      ],
    },
  ]);
});

test("a file goes with a mail by SMTP and into its own file, whole", async () => {
  const { server, transport } = await anSmtp();
  await transport.send(withFile, options());
  const dir = await aFolder();
  await createFileTransport(dir).send(withFile, options());
  const written = await simpleParser(await readFile(join(dir, `${id}.eml`)));
  for (const { attachments } of [written, server.received[0]?.mail ?? written]) {
    expect(attachments).toMatchObject([{ filename: "meeting.ics", contentType: "text/calendar" }]);
    expect(attachments[0]?.content.toString()).toBe(file?.content);
  }
  expect(await readMailbox(dir, id)).toMatchObject({ attachments: ["meeting.ics"] });
});
