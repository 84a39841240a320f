import { createHash, timingSafeEqual } from "node:crypto";
import type { Sql } from "postgres";
import { z } from "zod";
import { isOneAddress } from "#app/lib/one-address.ts";
import { headersOf, messageId, withoutEncoded, writeSender } from "./envelope.ts";
import { type Fate, type Posted, problemOf, type Reported, readJson, readTime } from "./mail-event.ts";
import { type MailFiles, type Message, type SendOutcome, type Transport, wholeOf } from "./transport.ts";
import {
  accountRefused,
  createVendorTransport,
  inBase64,
  refusedForGood,
  retrySeconds,
} from "./vendor-calls.server.ts";

type PostmarkOptions = {
  /** A server's API token. */
  token: string;
  streams: { own: string; list: string };
  baseUrl: string | undefined;
  perSecond?: number;
  sql?: Sql;
};

/**
 * Sends by Postmark (postmarkapp.com/developer/api/email-api), one email a call. Emails to a list go through
 * a message stream of their own, as Postmark asks.
 */
export function createPostmarkTransport(
  { token, streams, baseUrl = "https://api.postmarkapp.com", perSecond = 50, sql }: PostmarkOptions,
  files: MailFiles,
): Transport {
  const headers = {
    accept: "application/json",
    "content-type": "application/json",
    "x-postmark-server-token": token,
  };
  return createVendorTransport(
    {
      name: "postmark",
      perSecond,
      sql,
      write: (message) =>
        new Request(`${baseUrl}/email`, {
          method: "POST",
          headers,
          body: JSON.stringify(toBody(message, message.unsubscribeUrl ? streams.list : streams.own)),
        }),
      read: readAnswer,
    },
    files,
  );
}

const toBody = (message: Message, stream: string) => ({
  From: writeSender(message.from),
  To: message.to,
  ...(message.replyTo && isOneAddress(message.replyTo) && { ReplyTo: message.replyTo }),
  Subject: withoutEncoded(message.subject),
  HtmlBody: wholeOf(message.html),
  TextBody: wholeOf(message.text),
  MessageStream: stream,
  TrackOpens: false,
  TrackLinks: "None",
  Metadata: { delivery: message.emailId },
  // Without X-PM-KeepID, Postmark writes a Message-ID of its own.
  Headers: Object.entries({
    ...headersOf(message),
    "Message-ID": messageId(message),
    "X-PM-KeepID": "true",
  }).map(([Name, Value]) => ({ Name, Value })),
  ...(message.attachments && {
    Attachments: message.attachments.map((file) => ({
      Name: file.filename,
      Content: inBase64(file),
      ContentType: file.contentType,
    })),
  }),
});

const Answer = z.object({
  ErrorCode: z.number(),
  Message: z.string().catch(""),
  MessageID: z.string().optional().catch(undefined),
});

/** Codes of our account or configuration, by postmarkapp.com/developer/api/overview#error-codes. */
const ourFault: Record<number, string> = {
  10: "bad-token",
  400: "sender-not-found",
  401: "sender-not-confirmed",
  412: "account-pending",
  413: "account-may-not-send",
  1235: "stream-not-found",
};

function readAnswer(status: number, body: unknown): SendOutcome {
  const { data: answer } = Answer.safeParse(body);
  if (answer?.ErrorCode === 0 && status === 200 && answer.MessageID)
    return { outcome: "accepted", providerId: answer.MessageID };
  if (status < 300) return { outcome: "unknown", repeatable: false, problem: "incomplete-answer" };
  if (status === 413) return refusedForGood("too-large");
  const code = answer?.ErrorCode ?? 0;
  const fault = ourFault[code];
  if (fault) return accountRefused(fault);
  switch (code) {
    case 100:
      return { outcome: "retry-later", after: retrySeconds.away, problem: "maintenance" };
    case 429:
      return { outcome: "retry-later", after: 1, problem: "rate-limited" };
    // All credits are used.
    case 405:
      return { outcome: "retry-later", after: retrySeconds.quota, problem: "quota-used-up", cause: "quota" };
    // It bounced or complained before, so Postmark no longer sends to it.
    case 406:
      return refusedForGood("on-provider-list");
    case 300:
      return /'From'/.test(answer?.Message ?? "") ? accountRefused("bad-sender") : refusedForGood("code-300");
  }
  if (status !== 422) return accountRefused(`status-${status}`);
  return refusedForGood(`code-${code}`);
}

const Report = z.object({
  RecordType: z.string(),
  ID: z.union([z.number(), z.string()]).optional().catch(undefined),
  MessageID: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,128}$/)
    .optional()
    .catch(undefined),
  Type: z.string().optional().catch(undefined),
  BouncedAt: z.string().optional().catch(undefined),
  DeliveredAt: z.string().optional().catch(undefined),
  ChangedAt: z.string().optional().catch(undefined),
  SuppressSending: z.boolean().optional().catch(undefined),
  SuppressionReason: z.string().nullish().catch(undefined),
  Metadata: z.object({ delivery: z.uuid() }).optional().catch(undefined),
});
type Report = z.infer<typeof Report>;

/** Bounce types, by postmarkapp.com/developer/api/bounce-api#bounce-types; any other is a soft bounce. */
const bounces: Record<string, Fate | null> = {
  HardBounce: "hard-bounce",
  BadEmailAddress: "hard-bounce",
  SpamComplaint: "complained",
  Transient: "delayed",
  ManuallyDeactivated: "suppressed",
  Unconfirmed: "suppressed",
  SMTPApiError: "failed",
  TemplateRenderingFailed: "failed",
  // A person or program answered, so it arrived.
  AutoResponder: null,
  ChallengeVerification: null,
  Subscribe: null,
  Unsubscribe: null,
  OpenRelayTest: null,
  InboundError: null,
};

/** Streams to a list report some bounces and complaints only as a change of their suppression list. */
const suppressions: Record<string, Fate> = { HardBounce: "hard-bounce", SpamComplaint: "complained" };

const own = <T>(table: Record<string, T>, key: string | null | undefined): T | undefined =>
  Object.hasOwn(table, key ?? "") ? table[key ?? ""] : undefined;

function fateOf({ RecordType, Type, SuppressSending, SuppressionReason }: Report): Fate | null {
  switch (RecordType) {
    case "Delivery":
      return "delivered";
    case "SpamComplaint":
      return "complained";
    case "Bounce": {
      const known = own(bounces, Type);
      return known === undefined ? "soft-bounce" : known;
    }
    case "SubscriptionChange":
      return (SuppressSending && own(suppressions, SuppressionReason)) || null;
    default:
      return null;
  }
}

/**
 * Reads what Postmark posted. It signs nothing: its webhook has our password in its address, which it sends
 * by HTTP Basic authentication. It gives a report no id, so ours is made of what never changes in one.
 */
export function readPostmarkWebhook(
  secrets: readonly string[],
  { headers, body }: Posted,
  now: Date,
): Reported {
  if (!isPassword(secrets, headers.get("authorization") ?? "")) return "refused";
  const payload = readJson(body);
  if (payload === undefined) return "unreadable";
  const { data: report } = Report.safeParse(payload);
  const fate = report ? fateOf(report) : null;
  if (!report || !fate) return [];
  const { RecordType, Type, ID, MessageID, Metadata } = report;
  const time = report.DeliveredAt ?? report.BouncedAt ?? report.ChangedAt;
  const same = JSON.stringify([RecordType, Type, ID, MessageID, Metadata?.delivery, time]);
  return [
    {
      svixId: `postmark_${createHash("sha256").update(same).digest("base64url")}`,
      type: `postmark.${RecordType.toLowerCase()}`,
      occurredAt: readTime(time, now),
      fate,
      problem: problemOf(fate),
      email: Metadata?.delivery ?? null,
      providerId: MessageID ?? null,
    },
  ];
}

const digest = (text: string) => createHash("sha256").update(text).digest();

function isPassword(secrets: readonly string[], authorization: string): boolean {
  const encoded = /^Basic ([A-Za-z0-9+/=]{1,1000})$/.exec(authorization)?.[1] ?? "";
  const given = Buffer.from(encoded, "base64").toString();
  const password = digest(given.slice(given.indexOf(":") + 1));
  return secrets.some((secret) => timingSafeEqual(digest(secret), password));
}
