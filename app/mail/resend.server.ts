import { type CreateEmailResponse, Resend } from "resend";
import { isOneAddress, messageId, ownHeaders } from "./envelope.ts";
import { createPace } from "./pace.ts";
import type { MailFiles, Message, SendOutcome, Transport } from "./transport.ts";

type ResendOptions = {
  apiKey: string;
  /** Of a server that speaks the same protocol; Resend's own when undefined. */
  baseUrl: string | undefined;
  /** Calls a second until an answer announces the limit. */
  perSecond?: number;
};

/** What a provider says of our account or configuration, not of this mail: it is asked again later. */
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
const seconds = { ourFault: 300, quota: 3600, atMost: 3600 };

/**
 * Mails through Resend's official client. The client neither times out nor repeats, and says
 * "application_error" without a status for all that broke on the way: that is an unknown outcome, which
 * the same idempotency key makes safe to repeat for 24 hours.
 */
export function createResendTransport(
  { apiKey, baseUrl, perSecond = 5 }: ResendOptions,
  files: MailFiles,
): Transport {
  const resend = new Resend(apiKey, baseUrl ? { baseUrl } : {});
  const pace = createPace(perSecond);

  return {
    name: "resend",
    files,
    async send(message, { idempotencyKey, signal }) {
      if (!isOneAddress(message.to)) return { outcome: "refused", permanent: true, problem: "bad-address" };
      try {
        await pace.turn(signal);
      } catch {
        return { outcome: "retry-later", after: 1, problem: "waited-too-long" };
      }
      const answer = await resend.emails.send(payload(message), { idempotencyKey, signal });
      const limit = Number(answer.headers?.["ratelimit-limit"]);
      if (limit) pace.announce(limit);
      const outcome = read(answer, signal);
      if (outcome.outcome === "retry-later" && outcome.problem === "rate-limited")
        pace.hold(outcome.after ?? 1);
      return outcome;
    },
    close: async () => {},
  };
}

const payload = (message: Message) => ({
  from: message.from,
  to: [message.to],
  ...(message.replyTo && isOneAddress(message.replyTo) && { replyTo: message.replyTo }),
  subject: message.subject,
  html: message.html,
  text: message.text,
  headers: { ...ownHeaders, "Message-ID": messageId(message) },
  tags: [{ name: "delivery", value: message.deliveryId }],
});

function read({ data, error, headers }: CreateEmailResponse, signal: AbortSignal): SendOutcome {
  if (data?.id) return { outcome: "accepted", providerId: data.id };
  const status = error?.statusCode ?? null;
  if (!error || status === null) {
    return { outcome: "unknown", repeatable: true, problem: signal.aborted ? "timed-out" : "no-answer" };
  }
  if (error.name === "invalid_idempotent_request") {
    return { outcome: "unknown", repeatable: false, problem: "key-used-for-another-text" };
  }
  if (error.name === "concurrent_idempotent_requests") {
    return { outcome: "unknown", repeatable: true, problem: "still-being-sent" };
  }
  if (status >= 500 || status === 408)
    return { outcome: "unknown", repeatable: true, problem: `status-${status}` };
  if (status === 429) {
    const quota = error.name.endsWith("quota_exceeded");
    const after = quota ? seconds.quota : retryAfter(headers?.["retry-after"]);
    return { outcome: "retry-later", after, problem: quota ? "quota-used-up" : "rate-limited" };
  }
  if (status === 401 || status === 403 || ourFault.has(error.name)) {
    return { outcome: "retry-later", after: seconds.ourFault, problem: code(error.name) };
  }
  return { outcome: "refused", permanent: true, problem: code(error.name) };
}

/** Seconds from `retry-after`, which is a number of them or a date (RFC 9110, 10.2.3). */
function retryAfter(header: string | undefined): number {
  const number = Number(header);
  const given = Number.isFinite(number) ? number : (Date.parse(header ?? "") - Date.now()) / 1000;
  return Number.isFinite(given) ? Math.min(Math.max(Math.ceil(given), 1), seconds.atMost) : 1;
}

/** A provider's error name as a code of ours; anything else it may have sent is not kept. */
const code = (name: string) => (/^[a-z_]{1,60}$/.test(name) ? name.replaceAll("_", "-") : "refused");
