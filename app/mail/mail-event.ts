/** What can happen to an email after it was handed over; app/domain/queue/mail-event.ts ranks them. */
export type Fate =
  | "accepted"
  | "delayed"
  | "failed"
  | "suppressed"
  | "delivered"
  | "soft-bounce"
  | "hard-bounce"
  | "complained";

/** What a vendor reports of one email, without its address or words. */
export type MailEvent = {
  /** The vendor's id of the report: the same report has the same id, however often it is posted. */
  svixId: string;
  type: string;
  occurredAt: Date;
  fate: Fate;
  /** Short code of the problem. */
  problem: string | null;
  /** Public id of the email; null if it is not ours. */
  email: string | null;
  providerId: string | null;
};

const oldest = Date.parse("2000-01-01T00:00:00Z");
const aDay = 86_400_000;

/** Reads when it happened; if that cannot be, it is when the report was signed or came. */
export function readTime(text: string | undefined, otherwise: Date): Date {
  const at = Date.parse(text ?? "");
  return at >= oldest && at <= otherwise.getTime() + aDay ? new Date(at) : otherwise;
}

/** Returns the problem that an email with this fate has. `reason`: the vendor's code of a failure. */
export function problemOf(fate: Fate, reason?: string): string | null {
  switch (fate) {
    case "soft-bounce":
    case "hard-bounce":
      return fate;
    case "suppressed":
      return "on-provider-list";
    case "failed":
      return reason && /^[a-z_]{1,60}$/.test(reason) ? reason.replaceAll("_", "-") : "not-sent";
    default:
      return null;
  }
}

/** A webhook as it was posted. */
export type Posted = { headers: Headers; body: Uint8Array };

/** What a webhook reports. `refused`: the vendor did not post it, or not now. */
export type Reported = readonly MailEvent[] | "refused" | "unreadable";

/** Reads JSON; undefined if it is none. */
export function readJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}
