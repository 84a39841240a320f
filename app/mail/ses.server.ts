import { verify, X509Certificate } from "node:crypto";
import { AwsClient } from "aws4fetch";
import { createTransport } from "nodemailer";
import type { Sql } from "postgres";
import { z } from "zod";
import { compose } from "./compose.server.ts";
import { toNodemailer } from "./envelope.ts";
import {
  type Fate,
  type MailEvent,
  type Posted,
  problemOf,
  type Reported,
  readJson,
  readTime,
} from "./mail-event.ts";
import type { MailFiles, Message, SendOutcome, Transport } from "./transport.ts";
import {
  accountRefused,
  createVendorTransport,
  refusedForGood,
  retrySeconds,
} from "./vendor-calls.server.ts";

type SesOptions = {
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** The configuration set that publishes events to SNS. */
  configurationSet: string | undefined;
  baseUrl: string | undefined;
  /** The account's "maximum send rate". */
  perSecond: number;
  sql?: Sql;
};

/** Sends by Amazon SES (API v2, SendEmail), one email a call, composed here. */
export function createSesTransport(
  { region, accessKeyId, secretAccessKey, configurationSet, baseUrl, perSecond, sql }: SesOptions,
  files: MailFiles,
): Transport {
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: "ses", retries: 0 });
  const composer = createTransport({ streamTransport: true, buffer: true, newline: "windows" });
  const eml = async (message: Message) =>
    message.attachments
      ? ((await composer.sendMail(toNodemailer(message))).message as Buffer)
      : Buffer.from(compose(message));
  const url = `${baseUrl ?? `https://email.${region}.amazonaws.com`}/v2/email/outbound-emails`;
  return createVendorTransport(
    {
      name: "ses",
      perSecond,
      sql,
      write: async (message) =>
        client.sign(url, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({
            Destination: { ToAddresses: [message.to] },
            Content: { Raw: { Data: (await eml(message)).toString("base64") } },
            EmailTags: [{ Name: "delivery", Value: message.emailId }],
            ...(configurationSet && { ConfigurationSetName: configurationSet }),
          }),
        }),
      isQuota: (body) => /daily/i.test(wordsOf(body)),
      read: readAnswer,
    },
    files,
  );
}

const Answer = z.object({ MessageId: z.string().min(1) });
const Words = z.object({ message: z.string() });
const wordsOf = (body: unknown) => Words.safeParse(body).data?.message ?? "";

/** Reads an answer, by the errors that the reference of SendEmail lists. */
function readAnswer(status: number, body: unknown, headers: Headers): SendOutcome {
  const { data: answer } = Answer.safeParse(body);
  if (status === 200 && answer) return { outcome: "accepted", providerId: answer.MessageId };
  if (status < 300) return { outcome: "unknown", repeatable: false, problem: "incomplete-answer" };
  const name = /^[A-Za-z]{1,50}/.exec(headers.get("x-amzn-errortype") ?? "")?.[0] ?? "";
  if (status === 413) return refusedForGood("too-large");
  switch (name) {
    case "LimitExceededException":
      return { outcome: "retry-later", after: retrySeconds.quota, problem: "quota-used-up", cause: "quota" };
    // An address or domain that SES does not know yet; of all accounts in the sandbox also the recipient's.
    case "MessageRejected":
      return /not verified/i.test(wordsOf(body))
        ? accountRefused("not-verified")
        : refusedForGood("rejected");
    case "BadRequestException":
      return refusedForGood("bad-request");
    case "AccountSuspendedException":
      return accountRefused("account-suspended");
    case "SendingPausedException":
      return accountRefused("sending-paused");
    case "MailFromDomainNotVerifiedException":
      return accountRefused("not-verified");
    default:
      return accountRefused(`status-${status}`);
  }
}

/** A message of SNS, by its reference. */
const Sns = z.object({
  Type: z.string(),
  Message: z.string(),
  MessageId: z.string().regex(/^[A-Za-z0-9-]{1,100}$/),
  Subject: z.string().optional(),
  SubscribeURL: z.string().optional(),
  Timestamp: z.string(),
  Token: z.string().optional(),
  TopicArn: z.string(),
  SignatureVersion: z.enum(["1", "2"]),
  Signature: z.string(),
  SigningCertURL: z.string(),
});
type Sns = z.infer<typeof Sns>;

const signed = {
  Notification: ["Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"],
  SubscriptionConfirmation: [
    "Message",
    "MessageId",
    "SubscribeURL",
    "Timestamp",
    "Token",
    "TopicArn",
    "Type",
  ],
} as const;

/** Returns whether an address is of SNS at Amazon: only there certificates and confirmations are fetched. */
function isOfSns(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, host, username } = new URL(text);
  return (
    protocol === "https:" && username === "" && /^sns\.[a-z0-9-]{1,40}\.amazonaws\.com(\.cn)?$/.test(host)
  );
}

type Fetch = (url: string) => Promise<string>;

const fetchText: Fetch = async (url) => {
  const answer = await fetch(url, { redirect: "error", signal: AbortSignal.timeout(10_000) });
  if (!answer.ok) throw new Error(`SNS answered ${answer.status}`);
  return answer.text();
};

/** Certificates by their address: an address never gets another one. */
const certificates = new Map<string, X509Certificate>();

async function isSigned(sns: Sns, now: Date, get: Fetch): Promise<boolean> {
  const fields = Object.hasOwn(signed, sns.Type) ? signed[sns.Type as keyof typeof signed] : null;
  const { pathname } = isOfSns(sns.SigningCertURL) ? new URL(sns.SigningCertURL) : { pathname: "" };
  if (!fields || !/^\/SimpleNotificationService-[A-Za-z0-9]+\.pem$/.test(pathname)) return false;
  const known = certificates.get(sns.SigningCertURL);
  const certificate = known ?? new X509Certificate(await get(sns.SigningCertURL));
  if (!known && certificates.size < 100) certificates.set(sns.SigningCertURL, certificate);
  if (now < new Date(certificate.validFrom) || now > new Date(certificate.validTo)) return false;
  const text = fields.map((name) => (sns[name] === undefined ? "" : `${name}\n${sns[name]}\n`)).join("");
  const hash = sns.SignatureVersion === "1" ? "sha1" : "sha256";
  return verify(hash, Buffer.from(text), certificate.publicKey, Buffer.from(sns.Signature, "base64"));
}

/** Seconds that a message may be old: SNS posts it again for an hour. */
const oldAtMost = 2 * 3600;

const Event = z.object({
  eventType: z.string(),
  mail: z.object({
    messageId: z.string().regex(/^[A-Za-z0-9_-]{1,128}$/),
    timestamp: z.string().optional(),
    tags: z
      .object({ delivery: z.tuple([z.uuid()]) })
      .optional()
      .catch(undefined),
  }),
  bounce: z.object({ bounceType: z.string(), bounceSubType: z.string(), timestamp: z.string() }).optional(),
  complaint: z.object({ timestamp: z.string() }).optional(),
  delivery: z.object({ timestamp: z.string() }).optional(),
  deliveryDelay: z.object({ timestamp: z.string() }).optional(),
});

function fateOf({ eventType, bounce }: z.infer<typeof Event>): Fate | null {
  switch (eventType) {
    case "Send":
      return "accepted";
    case "Delivery":
      return "delivered";
    case "DeliveryDelay":
      return "delayed";
    case "Complaint":
      return "complained";
    case "Reject":
    case "Rendering Failure":
      return "failed";
    case "Bounce":
      // On the list of addresses that bounced, of SES or of the account: nothing was sent.
      if (bounce?.bounceSubType.includes("Suppress")) return "suppressed";
      return bounce?.bounceType === "Permanent" ? "hard-bounce" : "soft-bounce";
    default:
      return null;
  }
}

/**
 * Reads what SNS posted for one of our topics: its signature is checked with the certificate it names, and a
 * topic that asks is confirmed.
 */
export async function readSesWebhook(
  topics: readonly string[],
  { body }: Posted,
  now: Date,
  get: Fetch = fetchText,
): Promise<Reported> {
  const payload = readJson(body);
  if (payload === undefined) return "unreadable";
  const { data: sns } = Sns.safeParse(payload);
  if (!sns || !topics.includes(sns.TopicArn)) return "refused";
  const signedAt = new Date(sns.Timestamp);
  const age = (now.getTime() - signedAt.getTime()) / 1000;
  if (!(age < oldAtMost && age > -300)) return "refused";
  if (!(await isSigned(sns, now, get).catch(() => false))) return "refused";
  if (sns.Type === "SubscriptionConfirmation") {
    if (!isOfSns(sns.SubscribeURL ?? "")) return "refused";
    await get(sns.SubscribeURL ?? "");
    return [];
  }
  const { data: event } = Event.safeParse(readJson(Buffer.from(sns.Message)));
  const fate = event ? fateOf(event) : null;
  return event && fate ? [toReport(sns, event, fate, signedAt)] : [];
}

function toReport(sns: Sns, event: z.infer<typeof Event>, fate: Fate, signedAt: Date): MailEvent {
  const { bounce, complaint, delivery, deliveryDelay, mail } = event;
  const { timestamp } = bounce ?? complaint ?? delivery ?? deliveryDelay ?? mail;
  return {
    svixId: `sns_${sns.MessageId}`,
    type: `ses.${event.eventType.toLowerCase().replaceAll(" ", "_")}`,
    occurredAt: readTime(timestamp, signedAt),
    fate,
    problem: problemOf(fate),
    email: mail.tags?.delivery[0] ?? null,
    providerId: mail.messageId,
  };
}
