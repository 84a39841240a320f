import { execFileSync } from "node:child_process";
import { sign } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import { expect, test } from "vitest";
import { mailFilesIn } from "#app/mail/choose.server.ts";
import { createSesTransport, readSesWebhook } from "#app/mail/ses.server.ts";
import { aFakeVendor, aListMessage, aMessage, sendOptions } from "#tests/support/fake-vendor.ts";

const samples = JSON.parse(readFileSync(new URL("../fixtures/webhooks/ses.json", import.meta.url), "utf8"));

async function anSes() {
  const vendor = await aFakeVendor();
  const settings = { region: "eu-west-1", accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" };
  const options = { ...settings, configurationSet: "events", baseUrl: vendor.baseUrl, perSecond: 1000 };
  return { vendor, transport: createSesTransport(options, mailFilesIn("/nowhere")) };
}
const accepted = { status: 200, body: { MessageId: "0100-ses" } };

test.each([aMessage, aListMessage])(
  "SES gets the email as it is composed here, in a signed request",
  async (message) => {
    const { vendor, transport } = await anSes();
    vendor.answers(accepted);
    expect(await transport.send(message, sendOptions())).toEqual({
      outcome: "accepted",
      providerId: "0100-ses",
    });
    const [call] = vendor.calls;
    expect(call?.path).toBe("/v2/email/outbound-emails");
    expect(call?.headers.authorization).toMatch(
      /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/eu-west-1\/ses\/aws4_request, /,
    );
    const { Content, ...rest } = JSON.parse(call?.body ?? "");
    expect(rest).toEqual({
      Destination: { ToAddresses: ["zoe@people.test"] },
      EmailTags: [{ Name: "delivery", Value: message.emailId }],
      ConfigurationSetName: "events",
    });
    const mail = await simpleParser(Buffer.from(Content.Raw.Data, "base64"));
    expect(mail.messageId).toBe(`<${message.emailId}@campaign.test>`);
    expect([mail.text?.trim(), mail.subject]).toEqual(["Zoë", message.subject]);
    expect(mail.attachments.map(({ filename }) => filename)).toEqual(message.attachments ? ["a.txt"] : []);
  },
);

const fails = (status: number, name: string, message = "words") => ({
  status,
  body: { message },
  headers: { "x-amzn-errortype": `${name}:http://internal.amazon.com/` },
});
const account = { outcome: "retry-later", cause: "account" };
const quota = { outcome: "retry-later", cause: "quota", problem: "quota-used-up" };
const unknown = { outcome: "unknown", repeatable: false };
test.each([
  [
    "BadRequest",
    fails(400, "BadRequestException"),
    { outcome: "refused", permanent: true, problem: "bad-request" },
  ],
  [
    "MessageRejected",
    fails(400, "MessageRejected"),
    { outcome: "refused", permanent: true, problem: "rejected" },
  ],
  ["an address not verified", fails(400, "MessageRejected", "Email address is not verified."), account],
  ["AccountSuspended", fails(400, "AccountSuspendedException"), { ...account, problem: "account-suspended" }],
  ["SendingPaused", fails(400, "SendingPausedException"), { ...account, problem: "sending-paused" }],
  ["a bad key", fails(403, "UnrecognizedClientException"), { ...account, problem: "status-403" }],
  ["no configuration set", fails(404, "NotFoundException"), account],
  [
    "too many calls",
    fails(429, "TooManyRequestsException"),
    { outcome: "retry-later", problem: "rate-limited" },
  ],
  ["a day's quota", fails(429, "TooManyRequestsException", "Daily message quota exceeded."), quota],
  ["a limit", fails(400, "LimitExceededException"), quota],
  ["an outage", fails(503, "ServiceUnavailable"), { outcome: "retry-later", problem: "status-503" }],
  ["an error of its server", fails(500, "InternalFailure"), { ...unknown, problem: "status-500" }],
  ["a line that broke", "reset" as const, { ...unknown, problem: "no-answer" }],
])("SES answers with %s", async (_, answer, outcome) => {
  const { vendor, transport } = await anSes();
  vendor.answers(answer);
  expect(await transport.send(aMessage, sendOptions())).toMatchObject(outcome);
  expect(vendor.calls).toHaveLength(1);
});

function aCertificate() {
  const dir = mkdtempSync(join(tmpdir(), "sns-"));
  const [key, pem] = [join(dir, "key"), join(dir, "pem")];
  const made = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=sns"];
  execFileSync("openssl", [...made, "-keyout", key, "-out", pem], { stdio: "ignore" });
  const both = { key: readFileSync(key, "utf8"), pem: readFileSync(pem, "utf8") };
  rmSync(dir, { recursive: true });
  return both;
}
const ours = aCertificate();
const theirs = aCertificate();
const topic = "arn:aws:sns:eu-west-1:123456789012:mail";
const now = new Date();
const host = "https://sns.eu-west-1.amazonaws.com";
let number = 0;

function anSns(fields: Record<string, string>, { key = ours.key, version = "2", cert = "" } = {}) {
  const message: Record<string, string> & { MessageId: string } = {
    Type: "Notification",
    MessageId: `id-${++number}`,
    TopicArn: topic,
    Timestamp: now.toISOString(),
    Message: "",
    ...fields,
  };
  const names = ["Message", "MessageId", "Subject", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type"];
  const text = names
    .map((name) => (message[name] === undefined ? "" : `${name}\n${message[name]}\n`))
    .join("");
  const Signature = sign(version === "1" ? "sha1" : "sha256", Buffer.from(text), key).toString("base64");
  const SigningCertURL = cert || `${host}/SimpleNotificationService-${number}.pem`;
  return { ...message, SignatureVersion: version, Signature, SigningCertURL };
}
async function post(message: object) {
  const fetched: string[] = [];
  const reported = await readSesWebhook(
    [topic],
    { headers: new Headers(), body: Buffer.from(JSON.stringify(message)) },
    now,
    async (url) => {
      fetched.push(url);
      return ours.pem;
    },
  );
  return { reported, fetched };
}
const withTag = (sample: { mail: object }) => ({
  ...sample,
  mail: { ...sample.mail, tags: { delivery: [aMessage.emailId] } },
});

test.each([
  ["bounce", "1", "hard-bounce", "hard-bounce"],
  ["bounce", "2", "hard-bounce", "hard-bounce"],
  ["complaint", "2", "complained", null],
])("SES's sample of a %s, signed by version %s, is read", async (name, version, fate, problem) => {
  const sns = anSns({ Message: JSON.stringify(withTag(samples[name])), Subject: "Amazon SES" }, { version });
  expect((await post(sns)).reported).toEqual([
    {
      svixId: `sns_${sns.MessageId}`,
      type: `ses.${name}`,
      occurredAt: new Date("2017-08-05T00:41:02.669Z"),
      fate,
      problem,
      email: aMessage.emailId,
      providerId: samples[name].mail.messageId,
    },
  ]);
});

test("a message that SNS did not sign, of another topic or host, is refused", async () => {
  const Message = JSON.stringify(withTag(samples.bounce));
  const good = anSns({ Message });
  const refused = [
    { ...good, Message: Message.replace("Bounce", "Complaint") },
    { ...good, TopicArn: `${topic}-other` },
    anSns({ Message, TopicArn: `${topic}-other` }),
    anSns({ Message }, { key: theirs.key }),
    anSns({ Message, Timestamp: new Date(now.getTime() - 3 * 3_600_000).toISOString() }),
    anSns({ Message, Type: "UnsubscribeConfirmation" }),
    {},
  ];
  for (const message of refused) expect((await post(message)).reported).toBe("refused");
  for (const cert of [
    "http://sns.eu-west-1.amazonaws.com/SimpleNotificationService-1a.pem",
    "https://sns.eu-west-1.amazonaws.com.evil.test/SimpleNotificationService-1a.pem",
    "https://evil.test/SimpleNotificationService-1a.pem",
    "https://sns.evil.test@evil.test/SimpleNotificationService-1a.pem",
    "https://s3.amazonaws.com/bucket/SimpleNotificationService-1a.pem",
    "https://sns.eu-west-1.amazonaws.com/other.pem",
    "not an address",
  ]) {
    const { reported, fetched } = await post(anSns({ Message }, { cert }));
    expect([cert, reported, fetched]).toEqual([cert, "refused", []]);
  }
});

test("a topic that asks is confirmed, at SNS alone", async () => {
  const asks = (SubscribeURL: string) =>
    anSns({ Type: "SubscriptionConfirmation", Token: "t", Message: "confirm", SubscribeURL });
  const url = `${host}/?Action=ConfirmSubscription&TopicArn=${topic}&Token=t`;
  const confirmed = await post(asks(url));
  expect(confirmed.reported).toEqual([]);
  expect(confirmed.fetched.at(-1)).toBe(url);
  const elsewhere = await post(asks("https://evil.test/?Action=ConfirmSubscription"));
  expect(elsewhere.reported).toBe("refused");
  expect(elsewhere.fetched).not.toContain("https://evil.test/?Action=ConfirmSubscription");
});
