import { createHash } from "node:crypto";
import type { Sql } from "postgres";
import { type Response as Answer, Resend } from "resend";
import { isOneAddress } from "#app/lib/one-address.ts";
import { headersOf, messageId, withoutEncoded } from "./envelope.ts";
import { createPace, readRetryAfter } from "./pace.ts";
import { createSharedPace } from "./shared-pace.server.ts";
import {
  type Attachment,
  type MailFiles,
  type Message,
  type SendOutcome,
  type Transport,
  wholeOf,
} from "./transport.ts";

type ResendOptions = {
  apiKey: string;
  /** Another server with the same API; Resend's own if undefined. */
  baseUrl: string | undefined;
  /** Calls a second until an answer announces the limit. */
  perSecond?: number;
  /** The database in which processes with the same account keep one pace. */
  sql?: Sql;
};

type Call<T> = {
  make: () => Promise<Answer<T>>;
  /** Returns what should be the list of ids. */
  list: (data: T) => unknown;
  mails: number;
  signal: AbortSignal;
};

/** Emails per call at most, by Resend's documentation. */
const mailsAtMost = 100;

/**
 * Sends by Resend's official client, one email or a hundred a call. The client neither times out nor retries.
 */
export function createResendTransport(
  { apiKey, baseUrl, perSecond = 5, sql }: ResendOptions,
  files: MailFiles,
): Transport {
  const spare: Buffer[] = [];
  const resend = new Resend(apiKey, baseUrl ? { baseUrl } : {});
  const pace = createPace(perSecond, sql && createSharedPace(sql, "resend", perSecond));

  /** Makes one call, after its turn: returns an id for each email, or why there is none. */
  const call = async <T>({ make, list, mails, signal }: Call<T>): Promise<string[] | NotTaken> => {
    const entered = await pace.enter(signal);
    if (!("call" in entered))
      return { outcome: "retry-later", after: entered.after, problem: "rate-limited" };
    if (signal.aborted) return waitedTooLong;
    const answer = await make();
    pace.learn(entered.call, answer.headers);
    const ids = answer.data ? readIds(list(answer.data), mails) : null;
    if (ids) return ids;
    const refusal = readRefusal(answer, signal);
    if (refusal.problem === "rate-limited" && refusal.outcome === "retry-later")
      await pace.refused(refusal.after ?? 1);
    return refusal;
  };

  return {
    name: "resend",
    files,
    async send(message, { idempotencyKey, signal, lane }) {
      if (!isOneAddress(message.to)) return { outcome: "refused", permanent: true, problem: "bad-address" };
      try {
        if (lane) await pace.turn(lane, signal);
      } catch {
        return waitedTooLong;
      }
      const ids = await call({
        make: () =>
          resend.emails.send(
            {
              ...toOptions(message),
              html: wholeOf(message.html),
              text: wholeOf(message.text),
              ...(message.attachments && { attachments: message.attachments.map(inBase64) }),
            },
            { idempotencyKey, signal },
          ),
        list: (data) => [data],
        mails: 1,
        signal,
      });
      return Array.isArray(ids) ? { outcome: "accepted", providerId: ids[0] ?? null } : ids;
    },
    batches: {
      atMost: mailsAtMost,
      turn: (lane, signal) => pace.turn(lane, signal),
      freeze(messages) {
        const body = join(toPieces(messages), spare);
        return { body, sha256: createHash("sha256").update(body).digest(), size: messages.length };
      },
      async send({ body, size }, { idempotencyKey, signal }) {
        // The client's options override the body it would build, so exactly these bytes are sent.
        const options = {
          body: inChunks(body),
          duplex: "half",
          headers: { "content-length": String(body.length), "x-batch-validation": "strict" },
          idempotencyKey,
          signal,
        };
        const ids = await call({
          make: () => resend.post<{ data: unknown }>("/emails/batch", undefined, options),
          list: ({ data }) => data,
          mails: size,
          signal,
        });
        if (Array.isArray(ids)) {
          // Read whole by the provider: nothing writes from it any more.
          spare.push(Buffer.from(body.buffer));
          return { outcome: "accepted", providerIds: ids };
        }
        return ids.outcome === "refused" ? { outcome: "refused", problem: ids.problem } : ids;
      },
    },
    close: async () => {},
  };
}

const inBase64 = ({ content, ...file }: Attachment) => ({
  ...file,
  content: (typeof content === "string" ? Buffer.from(content) : content).toString("base64"),
});

const waitedTooLong = { outcome: "retry-later", after: 1, problem: "waited-too-long" } as const;

const toOptions = (message: Message) => ({
  from: message.from.replace(/^[^<]*(?=<)/, withoutEncoded),
  to: [message.to],
  ...(message.replyTo && isOneAddress(message.replyTo) && { replyTo: message.replyTo }),
  subject: withoutEncoded(message.subject),
  html: message.html,
  text: message.text,
  headers: { ...headersOf(message), "Message-ID": messageId(message) },
  tags: [{ name: "delivery", value: message.emailId }],
});

const step = 262_144;
const chunkSize = 65_536;

/** Pieces at least this long are encoded once per body, however many emails share them. */
const longPiece = 200;

/**
 * Emails as the client would write them, byte for byte: the API's names in the client's order. A hundred
 * emails of one list mostly share their words, so those are copied as bytes (measured: a quarter of the time
 * of writing each email as JSON).
 */
function toPieces(messages: readonly Message[]): Buffer[] {
  const known = new Map<string, Buffer>();
  const pieces: Buffer[] = [];
  let loose = "";
  const flush = () => {
    if (loose) pieces.push(Buffer.from(loose));
    loose = "";
  };
  const add = (words: Message["html"]) => {
    loose += '"';
    for (const piece of typeof words === "string" ? [words] : words) {
      if (piece.length < longPiece) {
        loose += escaped(piece);
        continue;
      }
      const bytes = known.get(piece) ?? Buffer.from(escaped(piece));
      known.set(piece, bytes);
      flush();
      pieces.push(bytes);
    }
    loose += '"';
  };

  for (const [place, message] of messages.entries()) {
    const { from, headers, html, replyTo, subject, tags, text, to } = toOptions(message);
    loose += place === 0 ? "[" : ",";
    loose += `{"from":${JSON.stringify(from)},"headers":${JSON.stringify(headers)},"html":`;
    add(html);
    if (replyTo !== undefined) loose += `,"reply_to":${JSON.stringify(replyTo)}`;
    loose += `,"subject":${JSON.stringify(subject)},"tags":${JSON.stringify(tags)},"text":`;
    add(text);
    loose += `,"to":${JSON.stringify(to)}}`;
  }
  loose += messages.length === 0 ? "[]" : "]";
  flush();
  return pieces;
}

/**
 * Puts a body together in the memory of one that was sent before: a new one for each call waits for the
 * collector, 64 MB of them at a time.
 */
function join(pieces: readonly Buffer[], spare: Buffer[]): Buffer {
  const size = pieces.reduce((sum, { length }) => sum + length, 0);
  const large = spare.findIndex(({ length }) => length >= size);
  // Lets go of what is too small: there is never more than for the calls made at once.
  if (large < 0) spare.length = 0;
  const [whole = Buffer.allocUnsafeSlow(Math.ceil(size / step) * step)] =
    large < 0 ? [] : spare.splice(large, 1);
  let at = 0;
  for (const piece of pieces) at += piece.copy(whole, at);
  return whole.subarray(0, size);
}

/** Hands a body over in parts: `fetch` makes a copy of one that it gets whole. */
function inChunks(body: Buffer): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(stream) {
      if (at >= body.length) return stream.close();
      stream.enqueue(body.subarray(at, at + chunkSize));
      at += chunkSize;
    },
  });
}

/** As between the quotation marks of JSON. */
const escaped = (text: string) => JSON.stringify(text).slice(1, -1);

/** Reads that many ids; null if one is missing. */
function readIds(list: unknown, mails: number): string[] | null {
  if (!Array.isArray(list) || list.length !== mails) return null;
  const ids = list.map((one) => one?.id);
  return ids.every((id) => typeof id === "string" && id !== "") ? ids : null;
}

/** Any outcome but acceptance. */
type NotTaken = Exclude<SendOutcome, { outcome: "accepted" }>;

/** Errors of our account or configuration, not of this email: it is retried later. */
const ourFault = new Set([
  "missing_api_key",
  "invalid_api_key",
  "restricted_api_key",
  "invalid_access",
  "invalid_from_address",
  "invalid_region",
  "security_error",
  "method_not_allowed",
  "not_found",
]);
const seconds = { ourFault: 300, quota: 3600 };

/**
 * Reads an answer without the ids of its emails. The client reports "application_error" without a status for
 * everything that failed on the way, and a truncated answer or one with too few ids may have been an
 * acceptance: those outcomes are unknown, and the same idempotency key makes retrying safe for 24 hours.
 */
function readRefusal({ error, headers }: Answer<unknown>, signal: AbortSignal): NotTaken {
  const status = typeof error?.statusCode === "number" ? error.statusCode : null;
  const name = typeof error?.name === "string" ? error.name : "";
  if (!error) return { outcome: "unknown", repeatable: true, problem: "incomplete-answer" };
  if (status === null) {
    return { outcome: "unknown", repeatable: true, problem: signal.aborted ? "timed-out" : "no-answer" };
  }
  if (name === "invalid_idempotent_request") {
    return { outcome: "unknown", repeatable: false, problem: "key-used-for-another-text" };
  }
  if (name === "concurrent_idempotent_requests") {
    return { outcome: "unknown", repeatable: true, problem: "still-being-sent" };
  }
  if (status >= 500 || status === 408)
    return { outcome: "unknown", repeatable: true, problem: `status-${status}` };
  if (status === 429) {
    if (name.endsWith("quota_exceeded"))
      return { outcome: "retry-later", after: seconds.quota, problem: "quota-used-up", cause: "quota" };
    return {
      outcome: "retry-later",
      after: readRetryAfter(headers?.["retry-after"]),
      problem: "rate-limited",
    };
  }
  if (status === 401 || status === 403 || ourFault.has(name)) {
    return { outcome: "retry-later", after: seconds.ourFault, problem: code(name), cause: "account" };
  }
  return { outcome: "refused", permanent: true, problem: status === 413 ? "too-large" : code(name) };
}

/** Converts a provider's error name to a code; any other text is dropped. */
const code = (name: string) => (/^[a-z_]{1,60}$/.test(name) ? name.replaceAll("_", "-") : "refused");
