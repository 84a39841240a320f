import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import {
  type Fate,
  type MailEvent,
  type Posted,
  problemOf,
  type Reported,
  readJson,
  readTime,
} from "./mail-event.ts";

/** Seconds that the signer's clock and ours may differ. An older webhook counts as a replay. */
const apartAtMost = 300;

/**
 * Checks a webhook's signature by Svix (standardwebhooks.com): HMAC-SHA256 over `id.timestamp.body` with any
 * of `secrets`; the header has several signatures while a secret is being changed. Null if it is not the
 * provider's or too old.
 */
function verifyWebhook(
  secrets: readonly Buffer[],
  headers: Headers,
  body: Uint8Array,
  now: Date,
): { id: string; signedAt: Date } | null {
  const id = headers.get("svix-id") ?? "";
  const timestamp = headers.get("svix-timestamp") ?? "";
  if (!/^[A-Za-z0-9_.-]{1,128}$/.test(id) || !/^\d{1,12}$/.test(timestamp)) return null;
  const signedAt = new Date(Number(timestamp) * 1000);
  if (Math.abs(now.getTime() - signedAt.getTime()) > apartAtMost * 1000) return null;

  const given = readSignatures(headers.get("svix-signature") ?? "");
  const good = secrets
    .map((secret) => createHmac("sha256", secret).update(`${id}.${timestamp}.`).update(body).digest())
    .some((expected) => given.some((signature) => timingSafeEqual(signature, expected)));
  return good ? { id, signedAt } : null;
}

/** The header's signatures of version 1 with the right length. */
const readSignatures = (header: string): Buffer[] =>
  header
    .split(" ")
    .flatMap((one) => (one.startsWith("v1,") ? Buffer.from(one.slice(3), "base64") : []))
    .filter(({ length }) => length === 32);

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

/** Reads what Resend posted: one report, signed with any of the secrets. */
export function readResendWebhook(
  secrets: readonly string[],
  { headers, body }: Posted,
  now: Date,
): Reported {
  const keys = secrets.map((secret) => Buffer.from(secret.replace(/^whsec_/, ""), "base64"));
  const signed = verifyWebhook(keys, headers, body, now);
  if (!signed) return "refused";
  const payload = readJson(body);
  if (payload === undefined) return "unreadable";
  const event = readMailEvent(payload, signed);
  return event ? [event] : [];
}
