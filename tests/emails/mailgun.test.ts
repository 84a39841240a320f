import { createHmac, randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { mailFilesIn } from "#app/mail/choose.server.ts";
import { createMailgunTransport, readMailgunWebhook } from "#app/mail/mailgun.server.ts";
import { aFakeVendor, aListMessage, aMessage, sendOptions } from "#tests/support/fake-vendor.ts";

const samples = JSON.parse(
  await readFile(new URL("../fixtures/webhooks/mailgun.json", import.meta.url), "utf8"),
);
const accepted = {
  status: 200,
  body: { id: "<20111114174239.25659.5817@samples.mailgun.org>", message: "Queued. Thank you." },
};

async function aMailgun() {
  const vendor = await aFakeVendor();
  const settings = {
    apiKey: "key-1",
    domain: "news.campaign.test",
    baseUrl: vendor.baseUrl,
    perSecond: 1000,
  };
  return { vendor, transport: createMailgunTransport(settings, mailFilesIn("/nowhere")) };
}

async function formOf({ headers, body }: { headers: Record<string, unknown>; body: string }) {
  const type = String(headers["content-type"]);
  const form = await new Response(body, { headers: { "content-type": type } }).formData();
  return Object.fromEntries(form);
}

test("Mailgun gets one plain recipient, our id, our headers, our files and no tracking", async () => {
  const { vendor, transport } = await aMailgun();
  vendor.answers(accepted);
  expect(await transport.send(aListMessage, sendOptions())).toEqual({
    outcome: "accepted",
    providerId: "20111114174239.25659.5817@samples.mailgun.org",
  });
  const [call] = vendor.calls;
  if (!call) throw new Error("no call");
  expect(call.path).toBe("/v3/news.campaign.test/messages");
  expect(call.headers.authorization).toBe(`Basic ${Buffer.from("api:key-1").toString("base64")}`);
  const { attachment, ...fields } = await formOf(call);
  expect(fields).toEqual({
    from: '"Sample \\"Campaign\\", Inc." <sign@campaign.test>',
    to: "zoe@people.test",
    subject: aMessage.subject,
    text: "Zoë\r\n",
    html: "<p>Zoë</p>",
    "o:tracking": "no",
    "o:tracking-clicks": "no",
    "o:tracking-opens": "no",
    "v:delivery": aMessage.emailId,
    "h:Message-Id": `<${aMessage.emailId}@campaign.test>`,
    "h:Reply-To": "hello@campaign.test",
    "h:List-Unsubscribe": `<${aListMessage.unsubscribeUrl}>`,
    "h:List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  });
  expect(await (attachment as File).text()).toBe("Zoë");
  expect(attachment).toMatchObject({ name: "a.txt", type: "text/plain" });
});

const saying = (status: number, message = "words") => ({ status, body: { message } });
const account = { outcome: "retry-later", cause: "account" };
const refused = { outcome: "refused", permanent: true };
const unknown = { outcome: "unknown", repeatable: false };

test.each([
  [
    "an invalid address",
    saying(400, "to parameter is not a valid address."),
    { ...refused, problem: "status-400" },
  ],
  ["too large a body", saying(413), { ...refused, problem: "too-large" }],
  ["a bad key", { status: 401, body: "Forbidden" }, { ...account, problem: "status-401" }],
  [
    "an unknown domain",
    saying(404, "Domain not found: news.campaign.test"),
    { ...account, problem: "status-404" },
  ],
  [
    "an account not approved",
    saying(403, "Free accounts are for test purposes only."),
    { ...account, problem: "account-may-not-send" },
  ],
  ["a domain that is disabled", saying(400, "Domain x is not allowed to send"), account],
  ["a bill that is due", saying(402), { outcome: "retry-later", cause: "quota" }],
  [
    "too many calls",
    { ...saying(429), headers: { "retry-after": "3" } },
    { outcome: "retry-later", after: 3, problem: "rate-limited" },
  ],
  ["an outage", saying(503), { outcome: "retry-later", problem: "status-503" }],
  ["an error of its server", saying(500), { ...unknown, problem: "status-500" }],
  ["an answer without an id", saying(200), { ...unknown, problem: "incomplete-answer" }],
  ["a line that broke", "reset" as const, { ...unknown, problem: "no-answer" }],
])("Mailgun answers with %s", async (_, answer, outcome) => {
  const { vendor, transport } = await aMailgun();
  vendor.answers(answer);
  expect(await transport.send(aMessage, sendOptions())).toMatchObject(outcome);
  expect(vendor.calls).toHaveLength(1);
});

const key = "a-signing-key-of-mailgun";
const now = new Date("2026-01-01T00:00:00Z");
const post = (
  sample: unknown,
  { signed = key, at = now, keys = [key], token = randomBytes(25).toString("hex") } = {},
) => {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signature = createHmac("sha256", signed)
    .update(timestamp + token)
    .digest("hex");
  const payload = { signature: { timestamp, token, signature }, "event-data": sample };
  return readMailgunWebhook(
    keys,
    { headers: new Headers(), body: Buffer.from(JSON.stringify(payload)) },
    now,
  );
};
const ours = (sample: object, more = {}) => ({
  ...sample,
  "user-variables": { delivery: aMessage.emailId },
  ...more,
});

test.each([
  ["accepted", "accepted", null, now],
  ["suppressed", "suppressed", "on-provider-list", new Date("2018-03-16T20:46:35.375Z")],
])("Mailgun's sample of %s is read as %s", (name, fate, problem, occurredAt) => {
  const sample = samples[name];
  expect(post(ours(sample), { token: "abc" })).toEqual([
    {
      svixId: "mailgun_abc",
      type: `mailgun.${sample.event}`,
      occurredAt,
      fate,
      problem,
      email: aMessage.emailId,
      providerId: sample.message.headers["message-id"],
    },
  ]);
  expect(post(sample)).toMatchObject([{ email: null }]);
});

test.each([
  [{ event: "delivered" }, "delivered"],
  [{ event: "complained" }, "complained"],
  [{ event: "rejected" }, "failed"],
  [
    { event: "failed", severity: "permanent", reason: "bounce", "delivery-status": { code: 550 } },
    "hard-bounce",
  ],
  [{ event: "failed", severity: "temporary", reason: "generic" }, "delayed"],
  [{ event: "failed", severity: "permanent", reason: "generic" }, "soft-bounce"],
  [
    { event: "failed", severity: "permanent", reason: "bounce", "delivery-status": { code: 452 } },
    "soft-bounce",
  ],
  [{ event: "failed", severity: "permanent", reason: "suppress-complaint" }, "suppressed"],
])("Mailgun's report %j is a %s", (sample, fate) => {
  expect(post(ours(sample))).toMatchObject([{ fate }]);
});

test("openings, clicks and anything new are no reports", () => {
  for (const sample of [{ event: "opened" }, { event: "clicked" }, { event: "toString" }, {}, null, 7])
    expect(post(sample)).toEqual([]);
});

test("a report that Mailgun did not sign, or long ago, is refused", () => {
  const sample = ours(samples.suppressed);
  const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
  expect(post(sample, { signed: "another" })).toBe("refused");
  expect(post(sample, { signed: "another", keys: [key, "another"] })).toHaveLength(1);
  expect(post(sample, { at: ago(8 * 3600) })).toHaveLength(1);
  expect(post(sample, { at: ago(13 * 3600) })).toBe("refused");
  expect(post(sample, { at: ago(-400) })).toBe("refused");
  const read = (text: string) =>
    readMailgunWebhook([key], { headers: new Headers(), body: Buffer.from(text) }, now);
  expect(read("{}")).toBe("refused");
  expect(read("no JSON")).toBe("unreadable");
});
