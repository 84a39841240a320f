import type { Response as Answer } from "resend";
import type { SendOutcome } from "./transport.ts";

/** Any outcome but acceptance. */
export type NotTaken = Exclude<SendOutcome, { outcome: "accepted" }>;

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
const seconds = { ourFault: 300, quota: 3600, atMost: 3600 };

/**
 * Reads an answer without the ids of its emails. The client reports "application_error" without a status for
 * everything that failed on the way, and a truncated answer or one with too few ids may have been an
 * acceptance: those outcomes are unknown, and the same idempotency key makes retrying safe for 24 hours.
 */
export function readRefusal({ error, headers }: Answer<unknown>, signal: AbortSignal): NotTaken {
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

/** Seconds from `retry-after`, either a number or a date (RFC 9110, 10.2.3). */
function readRetryAfter(header: string | undefined): number {
  const number = Number(header);
  const given = Number.isFinite(number) ? number : (Date.parse(header ?? "") - Date.now()) / 1000;
  return Number.isFinite(given) ? Math.min(Math.max(Math.ceil(given), 1), seconds.atMost) : 1;
}

/** Converts a provider's error name to a code; any other text is dropped. */
const code = (name: string) => (/^[a-z_]{1,60}$/.test(name) ? name.replaceAll("_", "-") : "refused");
