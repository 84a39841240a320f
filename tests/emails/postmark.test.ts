import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { mailFilesIn } from "#app/mail/choose.server.ts";
import { createPostmarkTransport, readPostmarkWebhook } from "#app/mail/postmark.server.ts";
import { aClosedPort, aFakeVendor, aListMessage, aMessage, sendOptions } from "#tests/support/fake-vendor.ts";

const samples = JSON.parse(
  await readFile(new URL("../fixtures/webhooks/postmark.json", import.meta.url), "utf8"),
);
const accepted = {
  status: 200,
  body: {
    To: "receiver@example.com",
    SubmittedAt: "2014-02-17T07:25:01.4178645-05:00",
    MessageID: "0a129aee-e1cd-480d-b08d-4f48548ff48d",
    ErrorCode: 0,
    Message: "OK",
  },
};

async function aPostmark() {
  const vendor = await aFakeVendor();
  const streams = { own: "outbound", list: "broadcast" };
  const settings = { token: "server-token", streams, baseUrl: vendor.baseUrl, perSecond: 1000 };
  return { vendor, transport: createPostmarkTransport(settings, mailFilesIn("/nowhere")) };
}

test("Postmark gets one plain recipient, our id, our headers and no tracking", async () => {
  const { vendor, transport } = await aPostmark();
  vendor.answers(accepted);
  expect(await transport.send(aMessage, sendOptions())).toEqual({
    outcome: "accepted",
    providerId: accepted.body.MessageID,
  });
  const [call] = vendor.calls;
  expect(call?.path).toBe("/email");
  expect(call?.headers["x-postmark-server-token"]).toBe("server-token");
  expect(JSON.parse(call?.body ?? "")).toEqual({
    From: '"Sample \\"Campaign\\", Inc." <sign@campaign.test>',
    To: "zoe@people.test",
    ReplyTo: "hello@campaign.test",
    Subject: aMessage.subject,
    HtmlBody: "<p>Zoë</p>",
    TextBody: "Zoë\n",
    MessageStream: "outbound",
    TrackOpens: false,
    TrackLinks: "None",
    Metadata: { delivery: aMessage.emailId },
    Headers: [
      { Name: "Auto-Submitted", Value: "auto-generated" },
      { Name: "Message-ID", Value: `<${aMessage.emailId}@campaign.test>` },
      { Name: "X-PM-KeepID", Value: "true" },
    ],
  });
});

test("an email to a list goes through the other stream, with its own headers and files", async () => {
  const { vendor, transport } = await aPostmark();
  vendor.answers(accepted);
  await transport.send(aListMessage, sendOptions());
  expect(JSON.parse(vendor.calls[0]?.body ?? "")).toMatchObject({
    MessageStream: "broadcast",
    Headers: expect.arrayContaining([
      { Name: "List-Unsubscribe", Value: `<${aListMessage.unsubscribeUrl}>` },
      { Name: "List-Unsubscribe-Post", Value: "List-Unsubscribe=One-Click" },
    ]),
    Attachments: [
      { Name: "a.txt", Content: Buffer.from("Zoë").toString("base64"), ContentType: "text/plain" },
    ],
  });
});

const refused = (ErrorCode: number, status = 422, Message = "words that nobody stores") => ({
  status,
  body: { ErrorCode, Message },
});
const account = { outcome: "retry-later", cause: "account" };
const unknown = { outcome: "unknown", repeatable: false };

test.each([
  [
    "an inactive recipient",
    refused(406),
    { outcome: "refused", permanent: true, problem: "on-provider-list" },
  ],
  ["an invalid email", refused(300), { outcome: "refused", permanent: true, problem: "code-300" }],
  ["an invalid sender", refused(300, 422, "Invalid 'From' address: 'x'."), account],
  ["a forbidden attachment", refused(411), { outcome: "refused", permanent: true, problem: "code-411" }],
  [
    "too large a body",
    { status: 413, body: "" },
    { outcome: "refused", permanent: true, problem: "too-large" },
  ],
  ["a bad token", refused(10, 401), { ...account, problem: "bad-token" }],
  ["a sender without a signature", refused(400), { ...account, problem: "sender-not-found" }],
  ["a sender not confirmed", refused(401), { ...account, problem: "sender-not-confirmed" }],
  ["an account not approved", refused(412), { ...account, problem: "account-pending" }],
  ["an account that may not send", refused(413), { ...account, problem: "account-may-not-send" }],
  ["no credits", refused(405), { outcome: "retry-later", cause: "quota", problem: "quota-used-up" }],
  ["maintenance", refused(100), { outcome: "retry-later", after: 60, problem: "maintenance" }],
  ["an address that is not there", { status: 404, body: {} }, account],
  [
    "too many calls",
    { status: 429, body: { ErrorCode: 429 }, headers: { "retry-after": "7" } },
    { outcome: "retry-later", after: 7, problem: "rate-limited" },
  ],
  ["an outage", { status: 503, body: {} }, { outcome: "retry-later", after: 60, problem: "status-503" }],
  ["an error of its server", { status: 500, body: {} }, { ...unknown, problem: "status-500" }],
  ["a proxy that gave up", { status: 504, body: "" }, { ...unknown, problem: "status-504" }],
  [
    "an answer cut short",
    { status: 200, body: '{"ErrorCode":0,' },
    { ...unknown, problem: "incomplete-answer" },
  ],
  [
    "an answer without an id",
    { status: 200, body: { ErrorCode: 0 } },
    { ...unknown, problem: "incomplete-answer" },
  ],
  ["a line that broke", "reset" as const, { ...unknown, problem: "no-answer" }],
])("Postmark answers with %s", async (_, answer, outcome) => {
  const { vendor, transport } = await aPostmark();
  vendor.answers(answer);
  expect(await transport.send(aMessage, sendOptions())).toMatchObject(outcome);
  expect(vendor.calls).toHaveLength(1);
});

test("an answer that never comes leaves the outcome unknown, and a call never made does not", async () => {
  const { vendor, transport } = await aPostmark();
  vendor.answers("hang");
  expect(await transport.send(aMessage, sendOptions(300))).toEqual({ ...unknown, problem: "timed-out" });
  const away = createPostmarkTransport(
    { token: "t", streams: { own: "a", list: "b" }, baseUrl: await aClosedPort() },
    mailFilesIn("/nowhere"),
  );
  expect(await away.send(aMessage, sendOptions())).toMatchObject({
    outcome: "retry-later",
    problem: "no-connection",
  });
  expect(await away.send({ ...aMessage, to: "a@b.test, c@d.test" }, sendOptions())).toMatchObject({
    outcome: "refused",
    problem: "bad-address",
  });
});

const secret = "0123456789abcdef0123456789abcdef";
const now = new Date("2026-01-01T00:00:00Z");
const post = (payload: unknown, password = secret, secrets = [secret]) =>
  readPostmarkWebhook(
    secrets,
    {
      headers: new Headers({
        authorization: `Basic ${Buffer.from(`postmark:${password}`).toString("base64")}`,
      }),
      body: Buffer.from(typeof payload === "string" ? payload : JSON.stringify(payload)),
    },
    now,
  );
/** Posts what is a report. */
const read = (payload: unknown) => {
  const reported = post(payload);
  if (typeof reported === "string") throw new Error(reported);
  return reported;
};
const ours = (sample: object, more = {}) => ({
  ...sample,
  Metadata: { delivery: aMessage.emailId },
  ...more,
});

test.each([
  ["delivery", "delivered", null, "2019-11-05T16:33:54.907Z"],
  ["bounce", "hard-bounce", "hard-bounce", "2019-11-05T16:33:54.907Z"],
  ["complaint", "complained", null, "2019-11-05T16:33:54.907Z"],
  ["suppression", "hard-bounce", "hard-bounce", "2020-02-01T10:53:34.416Z"],
])("Postmark's sample of a %s is read as %s", (name, fate, problem, at) => {
  const sample = samples[name];
  const [event] = read(ours(sample));
  expect(event).toEqual({
    svixId: expect.stringMatching(/^postmark_[A-Za-z0-9_-]{43}$/),
    type: `postmark.${sample.RecordType.toLowerCase()}`,
    occurredAt: new Date(at),
    fate,
    problem,
    email: aMessage.emailId,
    providerId: sample.MessageID,
  });
  expect(post(ours(sample))).toEqual([event]);
  expect(post(ours(sample, { MessageID: "another" }))).not.toMatchObject([{ svixId: event?.svixId }]);
  expect(post(sample)).toMatchObject([{ email: null }]);
});

test.each([
  ["SoftBounce", "soft-bounce"],
  ["Blocked", "soft-bounce"],
  ["SpamNotification", "soft-bounce"],
  ["SomethingNew", "soft-bounce"],
  ["toString", "soft-bounce"],
  ["BadEmailAddress", "hard-bounce"],
  ["SpamComplaint", "complained"],
  ["Transient", "delayed"],
  ["ManuallyDeactivated", "suppressed"],
  ["SMTPApiError", "failed"],
])("a bounce of type %s is a %s", (Type, fate) => {
  expect(post(ours(samples.bounce, { Type }))).toMatchObject([{ fate }]);
});

test("an automatic reply, an opening, a reactivation and anything new is no report", () => {
  for (const payload of [
    ours(samples.bounce, { Type: "AutoResponder" }),
    ours(samples.open),
    ours(samples.suppression, { SuppressSending: false, SuppressionReason: null }),
    ours(samples.suppression, { SuppressionReason: "ManualSuppression" }),
    { RecordType: "Unheard" },
    {},
    [],
    null,
    7,
  ])
    expect(post(payload)).toEqual([]);
});

test("a report without our password is refused, and while it changes either is taken", () => {
  const sample = ours(samples.bounce);
  expect(post(sample, "another")).toBe("refused");
  expect(post(sample, "")).toBe("refused");
  expect(readPostmarkWebhook([secret], { headers: new Headers(), body: Buffer.from("{}") }, now)).toBe(
    "refused",
  );
  expect(post(sample, "another", [secret, "another"])).toHaveLength(1);
  expect(post("no JSON")).toBe("unreadable");
});
