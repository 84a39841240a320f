import { createHmac, timingSafeEqual } from "node:crypto";
import type { Sql } from "postgres";
import { z } from "zod";
import { isOneAddress } from "#app/lib/one-address.ts";
import { headersOf, messageId, withoutEncoded, writeSender } from "./envelope.ts";
import { type Fate, type Posted, problemOf, type Reported, readJson, readTime } from "./mail-event.ts";
import { type MailFiles, type Message, type SendOutcome, type Transport, wholeOf } from "./transport.ts";
import {
  accountRefused,
  createVendorTransport,
  refusedForGood,
  retrySeconds,
} from "./vendor-calls.server.ts";

type MailgunOptions = {
  apiKey: string;
  /** The domain that sends, as Mailgun knows it. */
  domain: string;
  /** Mailgun's API in the United States if undefined; for a domain in Europe https://api.eu.mailgun.net. */
  baseUrl: string | undefined;
  perSecond?: number;
  sql?: Sql;
};

/** Sends by Mailgun (documentation.mailgun.com, "Messages"), one email a call. */
export function createMailgunTransport(
  { apiKey, domain, baseUrl = "https://api.mailgun.net", perSecond = 20, sql }: MailgunOptions,
  files: MailFiles,
): Transport {
  const headers = { authorization: `Basic ${Buffer.from(`api:${apiKey}`).toString("base64")}` };
  return createVendorTransport(
    {
      name: "mailgun",
      perSecond,
      sql,
      write: (message) =>
        new Request(`${baseUrl}/v3/${encodeURIComponent(domain)}/messages`, {
          method: "POST",
          headers,
          body: toForm(message),
        }),
      read: readAnswer,
    },
    files,
  );
}

function toForm(message: Message): FormData {
  const form = new FormData();
  const fields = {
    from: writeSender(message.from),
    to: message.to,
    subject: withoutEncoded(message.subject),
    text: wholeOf(message.text),
    html: wholeOf(message.html),
    "o:tracking": "no",
    "o:tracking-clicks": "no",
    "o:tracking-opens": "no",
    "v:delivery": message.emailId,
    "h:Message-Id": messageId(message),
    ...(message.replyTo && isOneAddress(message.replyTo) && { "h:Reply-To": message.replyTo }),
  };
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const [name, value] of Object.entries(headersOf(message))) form.append(`h:${name}`, value);
  for (const { content, contentType, filename } of message.attachments ?? [])
    form.append(
      "attachment",
      new Blob([typeof content === "string" ? content : new Uint8Array(content)], { type: contentType }),
      filename,
    );
  return form;
}

const Answer = z.object({
  id: z
    .string()
    .transform((id) => id.replace(/^<|>$/g, ""))
    .optional()
    .catch(undefined),
  message: z.string().catch(""),
});

/** Reads an answer, by "API Response Codes" of its documentation: words say what a status does not. */
function readAnswer(status: number, body: unknown): SendOutcome {
  const { data: answer } = Answer.safeParse(body);
  if (status === 200 && answer?.id) return { outcome: "accepted", providerId: answer.id };
  if (status < 300) return { outcome: "unknown", repeatable: false, problem: "incomplete-answer" };
  if (status === 413) return refusedForGood("too-large");
  // Payment is due.
  if (status === 402)
    return { outcome: "retry-later", after: retrySeconds.quota, problem: "quota-used-up", cause: "quota" };
  const words = answer?.message ?? "";
  if (/test purposes|not activated|disabled|not allowed to send|'from'|probation/i.test(words))
    return accountRefused("account-may-not-send");
  if (status === 400) return refusedForGood("status-400");
  return accountRefused(`status-${status}`);
}

const Webhook = z.object({
  signature: z.object({
    timestamp: z.string().regex(/^\d{1,12}$/),
    token: z.string().regex(/^[A-Za-z0-9]{1,100}$/),
    signature: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  "event-data": z.unknown(),
});

const Event = z.object({
  event: z.string(),
  timestamp: z.number().optional().catch(undefined),
  severity: z.string().optional().catch(undefined),
  reason: z.string().optional().catch(undefined),
  "delivery-status": z.object({ code: z.number() }).optional().catch(undefined),
  "user-variables": z.object({ delivery: z.uuid() }).optional().catch(undefined),
  message: z
    .object({ headers: z.object({ "message-id": z.string().max(998) }) })
    .optional()
    .catch(undefined),
});

/** Seconds that a signature may be old: Mailgun posts a report again for eight hours, signed once. */
const oldAtMost = 12 * 3600;

/**
 * Returns what became of the email. A permanent failure is a hard bounce only if the address does not exist:
 * Mailgun also gives up after many tries (code 602 and others), and drops what is on its own list (605 to
 * 607).
 */
function fateOf({ event, severity, reason, "delivery-status": status }: z.infer<typeof Event>): Fate | null {
  switch (event) {
    case "accepted":
      return "accepted";
    case "delivered":
      return "delivered";
    case "complained":
      return "complained";
    case "rejected":
      return "failed";
    case "failed":
      if (severity !== "permanent") return "delayed";
      if (reason?.startsWith("suppress-")) return "suppressed";
      return reason === "bounce" && [550, 551, 553, 554].includes(status?.code ?? 0)
        ? "hard-bounce"
        : "soft-bounce";
    default:
      return null;
  }
}

/** Reads what Mailgun posted, a report signed in its body ("Securing Webhooks" of its documentation). */
export function readMailgunWebhook(secrets: readonly string[], { body }: Posted, now: Date): Reported {
  const payload = readJson(body);
  if (payload === undefined) return "unreadable";
  const { data: webhook } = Webhook.safeParse(payload);
  if (!webhook || !isSigned(secrets, webhook.signature)) return "refused";
  const signedAt = new Date(Number(webhook.signature.timestamp) * 1000);
  const age = (now.getTime() - signedAt.getTime()) / 1000;
  if (age > oldAtMost || age < -300) return "refused";
  const { data: event } = Event.safeParse(webhook["event-data"]);
  const fate = event ? fateOf(event) : null;
  if (!event || !fate) return [];
  const time = event.timestamp === undefined ? undefined : toTime(event.timestamp);
  return [
    {
      svixId: `mailgun_${webhook.signature.token}`,
      type: `mailgun.${event.event}`,
      occurredAt: readTime(time, signedAt),
      fate,
      problem: problemOf(fate),
      email: event["user-variables"]?.delivery ?? null,
      providerId: event.message?.headers["message-id"] ?? null,
    },
  ];
}

/** Writes seconds since 1970 as ISO 8601, if a date can be that. */
function toTime(seconds: number): string | undefined {
  const at = new Date(seconds * 1000);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

function isSigned(
  secrets: readonly string[],
  { timestamp, token, signature }: z.infer<typeof Webhook>["signature"],
): boolean {
  const given = Buffer.from(signature, "hex");
  return secrets.some((secret) =>
    timingSafeEqual(
      createHmac("sha256", secret)
        .update(timestamp + token)
        .digest(),
      given,
    ),
  );
}
