import { periods } from "#app/domain/base/periods.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import { createToken } from "#app/lib/token.server.ts";

/**
 * Returns the path where the owner of an unconfirmed entry confirms it. It works as long as the entry can be
 * there (`askedSince`).
 */
export function confirmPath(
  keys: Keys,
  purpose: "confirm" | "confirm-pledge" | "confirm-letter",
  { publicId, createdAt }: { publicId: string; createdAt: Date },
): string {
  const expiresAt = new Date(createdAt.getTime() + (2 * periods.unconfirmedDays + 1) * 86_400_000);
  return `/confirm/${createToken(keys, purpose, { subject: publicId, issuedAt: createdAt, expiresAt })}`;
}
