import type { Sql } from "postgres";
import type { MailVia } from "#app/lib/env.server.ts";
import { isOneAddress } from "#app/lib/one-address.ts";
import { createPace, readRetryAfter } from "./pace.ts";
import { createSharedPace } from "./shared-pace.server.ts";
import type { Attachment, MailFiles, Message, SendOutcome, Transport } from "./transport.ts";

/** A vendor whose API takes one email a call and knows no repeated call. */
type Vendor = {
  name: MailVia["name"];
  /** Calls a second, for all processes together. */
  perSecond: number;
  /** The database in which processes with the same account keep one pace. */
  sql: Sql | undefined;
  /** Writes the call that hands over an email. */
  write(message: Message): Request | Promise<Request>;
  /** Tells if a 429 is about the quota of a day, not about haste. */
  isQuota?(body: unknown): boolean;
  /** Reads a complete answer that is no 429 and no 5xx; `body` is null if it is not JSON. */
  read(status: number, body: unknown, headers: Headers): SendOutcome;
};

/** Codes of a call that never reached the vendor. */
const neverConnected = RegExp(
  "^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT" +
    "|ERR_TLS_|CERT_|UNABLE_TO_|DEPTH_|SELF_SIGNED)",
);

const waitedTooLong = { outcome: "retry-later", after: 1, problem: "waited-too-long" } as const;

/** Seconds until a vendor that is away, or that refuses our account, is asked again. */
export const retrySeconds = { away: 60, account: 300, quota: 3600 };

/** Makes the outcome of an account that may not send: a person must resolve it first. */
export const accountRefused = (problem: string) =>
  ({ outcome: "retry-later", after: retrySeconds.account, problem, cause: "account" }) as const;

/** The outcome of a used-up quota. */
const quotaUsedUp = {
  outcome: "retry-later",
  after: retrySeconds.quota,
  problem: "quota-used-up",
  cause: "quota",
} as const;

/** Makes the outcome of an email that would be refused again. */
export const refusedForGood = (problem: string) =>
  ({ outcome: "refused", permanent: true, problem }) as const;

/**
 * Sends by a vendor's API, one email a call, at one pace for all processes. A vendor without idempotency keys
 * takes a repeated call for a second email: if the answer is lost, or an error of its server leaves open what
 * became of the email, the outcome is unknown and is never repeated.
 */
export function createVendorTransport(vendor: Vendor, files: MailFiles): Transport {
  const { name, perSecond, sql } = vendor;
  const pace = createPace(perSecond, sql && createSharedPace(sql, name, perSecond));

  return {
    name,
    files,
    async send(message, { signal, lane }) {
      if (!isOneAddress(message.to)) return refusedForGood("bad-address");
      const request = await vendor.write(message);
      try {
        if (lane) await pace.turn(lane, signal);
      } catch {
        return waitedTooLong;
      }
      const entered = await pace.enter(signal);
      if (!("call" in entered))
        return { outcome: "retry-later", after: entered.after, problem: "rate-limited" };
      if (signal.aborted) return waitedTooLong;
      try {
        const answer = await fetch(request, { signal, redirect: "error" });
        const body: unknown = await answer.text().then(parse);
        if (answer.status === 429 && vendor.isQuota?.(body)) return quotaUsedUp;
        if (answer.status === 429) {
          const after = readRetryAfter(answer.headers.get("retry-after"));
          await pace.refused(after);
          return { outcome: "retry-later", after, problem: "rate-limited" };
        }
        return readError(answer.status) ?? vendor.read(answer.status, body, answer.headers);
      } catch (error) {
        return readFailure(error, signal);
      }
    },
    close: async () => {},
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Reads an error of the vendor's servers: only 503 says that nothing was done. */
function readError(status: number): SendOutcome | null {
  if (status === 503) return { outcome: "retry-later", after: retrySeconds.away, problem: "status-503" };
  if (status < 500 && status !== 408) return null;
  return { outcome: "unknown", repeatable: false, problem: `status-${status}` };
}

function readFailure(error: unknown, signal: AbortSignal): SendOutcome {
  const { cause } = error as { cause?: { code?: unknown } };
  if (!signal.aborted && neverConnected.test(String(cause?.code ?? "")))
    return { outcome: "retry-later", after: retrySeconds.away, problem: "no-connection" };
  return { outcome: "unknown", repeatable: false, problem: signal.aborted ? "timed-out" : "no-answer" };
}

/** Writes what an attachment holds in base64. */
export const inBase64 = ({ content }: Attachment) =>
  (typeof content === "string" ? Buffer.from(content) : content).toString("base64");
