import { z } from "zod";

/**
 * What can happen to an email after it was handed over, weakest first. The strongest event wins, in any
 * order, and is the email's state; soft and hard bounces share one state and differ in their problem.
 *
 * - `accepted`, `delayed`: it is on its way.
 * - `failed`, `suppressed`: the provider did not send it, after an error or because the address is on its own
 *   list. Any event of the receiver's server is stronger, since it proves that something was sent.
 * - `delivered`: the receiver's server took it. It may still bounce.
 * - `soft-bounce`, `hard-bounce`: it came back, for now or because the address does not exist.
 * - `complained`: the receiver marked it as spam, so it had arrived.
 */
export const fates = [
  "accepted",
  "delayed",
  "failed",
  "suppressed",
  "delivered",
  "soft-bounce",
  "hard-bounce",
  "complained",
] as const;
export type Fate = (typeof fates)[number];

/**
 * The provider's event types that we store, with their fate. Others are ignored: we do not keep opens or
 * clicks, nor schedule or receive emails with the provider, and it may add types.
 */
const fateOf: Record<string, (data: z.infer<typeof Payload>["data"]) => Fate> = {
  "email.sent": () => "accepted",
  "email.delivery_delayed": () => "delayed",
  "email.failed": () => "failed",
  "email.suppressed": () => "suppressed",
  "email.delivered": () => "delivered",
  // `Permanent`, `Transient` or `Undetermined`.
  "email.bounced": ({ bounce }) => (bounce?.type === "Permanent" ? "hard-bounce" : "soft-bounce"),
  "email.complained": () => "complained",
};

const Tags = z.union([
  z.record(z.string(), z.string()),
  z
    .array(z.object({ name: z.string(), value: z.string() }))
    .transform((tags) => Object.fromEntries(tags.map(({ name, value }) => [name, value]))),
]);

const Payload = z.object({
  type: z.string(),
  created_at: z.string().optional().catch(undefined),
  data: z
    .object({
      email_id: z
        .string()
        .regex(/^[A-Za-z0-9_-]{1,128}$/)
        .optional()
        .catch(undefined),
      tags: Tags.optional().catch(undefined),
      bounce: z.object({ type: z.string() }).optional().catch(undefined),
      failed: z.object({ reason: z.string() }).optional().catch(undefined),
    })
    .catch({}),
});

/** What a provider reports of one email, without its address or words. */
export type MailEvent = {
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

/** Reads what a webhook tells of a mail; null when it is of no type that does. */
export function readMailEvent(
  payload: unknown,
  { id, signedAt }: { id: string; signedAt: Date },
): MailEvent | null {
  const parsed = Payload.safeParse(payload);
  if (!parsed.success) return null;
  const { type, created_at, data } = parsed.data;
  const fate = Object.hasOwn(fateOf, type) ? fateOf[type]?.(data) : undefined;
  if (!fate) return null;
  const tag = z.uuid().safeParse(data.tags?.delivery);
  return {
    svixId: id,
    type,
    occurredAt: readTime(created_at, signedAt),
    fate,
    problem: problemOf(fate, data.failed?.reason),
    email: tag.success ? tag.data : null,
    providerId: data.email_id ?? null,
  };
}

const oldest = Date.parse("2000-01-01T00:00:00Z");
const aDay = 86_400_000;

/** When it happened, according to the provider; if that is not possible, when the event was signed. */
function readTime(text: string | undefined, signedAt: Date): Date {
  const at = Date.parse(text ?? "");
  return at >= oldest && at <= signedAt.getTime() + aDay ? new Date(at) : signedAt;
}

function problemOf(fate: Fate, reason: string | undefined): string | null {
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
