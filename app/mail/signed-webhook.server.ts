import { createHmac, timingSafeEqual } from "node:crypto";

/** Seconds that the signer's clock and ours may differ. An older webhook counts as a replay. */
const apartAtMost = 300;

/**
 * Checks a webhook's signature by Svix (standardwebhooks.com): HMAC-SHA256 over `id.timestamp.body` with any
 * of `secrets`; the header has several signatures while a secret is being changed. Null if it is not the
 * provider's or too old.
 */
export function verifyWebhook(
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
