import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { readEnv } from "#app/lib/env.server.ts";
import type { MailEvent } from "#app/mail/mail-event.ts";
import { openMailbox, readMailbox, readReturned } from "#app/mail/returned.server.ts";
import { createSmtpTransport } from "#app/mail/smtp.server.ts";
import { aFakeImap } from "#tests/support/fake-imap.ts";
import { aFakeSmtp } from "#tests/support/fake-smtp.ts";

// What comes back to a mailbox from emails sent by SMTP.

const now = new Date("2026-12-03T12:00:00Z");
const id = "0b6a7a52-6a4e-4f0e-9d57-6f0f6c3f9f11";

/** A report as mail servers write it (RFC 3464), with the returned headers. */
const aReport = ({
  to = `bounces+${id}@mail.campaign.test`,
  status = "5.1.1",
  action = "failed",
  messageId = "",
  type = "delivery-status",
} = {}) =>
  [
    "From: MAILER-DAEMON@mx.example.net",
    `To: ${to}`,
    "Subject: Undelivered Mail Returned to Sender",
    "Date: Thu, 03 Dec 2026 11:00:00 +0000",
    "Message-ID: <20261203.1@mx.example.net>",
    "MIME-Version: 1.0",
    `Content-Type: multipart/report; report-type=${type}; boundary="b"`,
    "",
    "--b",
    "Content-Type: text/plain; charset=utf-8",
    "",
    "Your message could not be delivered.",
    "--b",
    `Content-Type: message/${type}`,
    "",
    ...(type === "delivery-status"
      ? [
          "Reporting-MTA: dns; mx.example.net",
          "Arrival-Date: Thu, 03 Dec 2026 10:30:00 +0000",
          "",
          "Final-Recipient: rfc822; ana@example.org",
          `Action: ${action}`,
          `Status: ${status}`,
          "Diagnostic-Code: smtp; 550 5.1.1 no such user",
        ]
      : ["Feedback-Type: abuse", "User-Agent: Example/1", "Version: 1"]),
    "",
    "--b",
    "Content-Type: text/rfc822-headers",
    "",
    "From: Sample Campaign <news@campaign.test>",
    ...(messageId ? [`Message-ID: <${messageId}@campaign.test>`] : []),
    "Subject: Please confirm",
    "",
    "--b--",
    "",
  ].join("\r\n");

const read = (source: string) => readReturned(Buffer.from(source), now);

test("a report of a mail server says which email came back, when, and whether for good", async () => {
  const event = await read(aReport());
  expect(event).toMatchObject({
    type: "report.hard_bounce",
    fate: "hard-bounce",
    problem: "hard-bounce",
    email: id,
    occurredAt: new Date("2026-12-03T10:30:00Z"),
  });
  expect(event?.svixId).toMatch(/^report-[0-9a-f]{64}$/);
  expect(JSON.stringify(event)).not.toMatch(/example|ana|550/);

  const fates = [
    ["failed", "5.1.10", "hard-bounce"],
    ["failed", "5.2.1", "hard-bounce"],
    ["failed", "5.2.2", "soft-bounce"],
    ["failed", "5.7.1", "soft-bounce"],
    ["failed", "4.4.7", "soft-bounce"],
    ["delayed", "4.4.1", "delayed"],
    ["Delivered", "2.1.5", "delivered"],
    ["relayed", "2.0.0", undefined],
  ] as const;
  for (const [action, status, fate] of fates)
    expect((await read(aReport({ action, status })))?.fate, `${action} ${status}`).toBe(fate);
});

test("without an id in its address, the returned Message-ID names the email; complaints too", async () => {
  const to = "bounces@mail.campaign.test";
  expect(await read(aReport({ to, messageId: id }))).toMatchObject({ email: id, fate: "hard-bounce" });
  expect(await read(aReport({ to }))).toMatchObject({ email: null });
  const complaint = aReport({ to, messageId: id, type: "feedback-report" });
  expect(await read(complaint)).toMatchObject({ email: id, fate: "complained", type: "report.complained" });
});

test("an automatic reply, a question and a broken message are no reports", async () => {
  const headers = [`To: bounces+${id}@mail.campaign.test`, "Auto-Submitted: auto-replied", "Subject: Away"];
  const reply = [...headers, "", "Back soon."].join("\r\n");
  for (const source of [
    reply,
    "",
    "\0\0",
    "Content-Type: multipart/report; boundary=b\r\n\r\n--b",
    "Action: failed",
  ])
    expect(await read(source), source).toBeNull();
});

test("a mailbox is read once: reports are deleted there, anything else stays as seen", async () => {
  const imap = await aFakeImap();
  const mailbox = { url: imap.url, address: "bounces+*@mail.campaign.test" };
  imap.add(aReport());
  imap.add("Subject: A question\r\n\r\nHello?");
  const large = randomUUID();
  imap.add(`${aReport({ to: `bounces+${large}@mail.campaign.test` })}${"x".repeat(400_000)}`);
  const taken: MailEvent[] = [];
  const take = async (event: MailEvent) => void taken.push(event);
  expect(await readMailbox(mailbox, take, { now })).toEqual({ reports: 2, others: 1 });
  expect(taken.map(({ email }) => email)).toEqual([id, large]);
  expect(imap.kept()).toMatchObject([{ uid: 2, seen: true }]);
  expect(await readMailbox(mailbox, take, { now })).toEqual({ reports: 0, others: 0 });

  // One that cannot be stored stays for the next look.
  imap.add(aReport());
  const fails = readMailbox(mailbox, () => Promise.reject(new Error("no database")), { now });
  await expect(fails).rejects.toThrow("no database");
  expect(imap.kept()).toHaveLength(2);
  await readMailbox(mailbox, take, { now });
  expect(taken[2]?.svixId).toBe(taken[0]?.svixId);
});

test("a wrong password, an unreachable server and one without TLS elsewhere are errors", async () => {
  const imap = await aFakeImap();
  const address = "bounces@mail.campaign.test";
  await openMailbox({ url: imap.url, address });
  const wrong = { url: imap.url.replace("secret", "other"), address };
  await expect(openMailbox(wrong)).rejects.toThrow();
  await expect(openMailbox({ url: "imap://a:b@127.0.0.1:1/INBOX", address })).rejects.toThrow();

  // Elsewhere than on this machine, no password is sent to a server that offers no TLS.
  imap.commands.length = 0;
  const elsewhere = { url: imap.url.replace("127.0.0.1", "0.0.0.0"), address };
  await expect(openMailbox(elsewhere)).rejects.toThrow();
  expect(imap.commands).not.toContain("LOGIN");
  expect(imap.commands).toContain("CAPABILITY");
});

test("an email sent by SMTP leaves from the address that its bounce comes back to", async () => {
  const smtp = await aFakeSmtp();
  const files = { list: async () => [], remove: async () => {} };
  const transport = createSmtpTransport(smtp.url, files, "bounces+*@mail.campaign.test");
  const message = {
    emailId: id,
    from: "Sample Campaign <news@campaign.test>",
    to: "ana@example.org",
    replyTo: null,
    subject: "Hello",
    text: "Hello",
    html: "<p>Hello</p>",
  };
  const options = { idempotencyKey: id, signal: AbortSignal.timeout(5000), lane: "own" as const };
  expect(await transport.send(message, options)).toMatchObject({ outcome: "accepted" });
  await transport.close();
  expect(smtp.received).toMatchObject([
    { sender: `bounces+${id}@mail.campaign.test`, recipients: ["ana@example.org"] },
  ]);
  expect(smtp.received[0]?.mail.from?.text).toContain("news@campaign.test");
});

test("both settings are needed, in their shape", () => {
  const mail = (settings: Record<string, string>) => readEnv("/nowhere", () => "x".repeat(40), settings).mail;
  const BOUNCE_MAILBOX = "imaps://bounces:p%40ss@mail.example.org/INBOX";
  const BOUNCE_ADDRESS = "bounces+*@mail.example.org";
  expect(mail({}).bounces).toBeNull();
  expect(mail({ BOUNCE_MAILBOX, BOUNCE_ADDRESS }).bounces).toEqual({
    url: BOUNCE_MAILBOX,
    address: BOUNCE_ADDRESS,
  });
  expect(() => mail({ BOUNCE_MAILBOX })).toThrow("or neither");
  expect(() => mail({ BOUNCE_MAILBOX: "pop://a:b@c", BOUNCE_ADDRESS })).toThrow("BOUNCE_MAILBOX is not like");
  expect(() => mail({ BOUNCE_MAILBOX, BOUNCE_ADDRESS: "*" })).toThrow("BOUNCE_ADDRESS is not like");
});
