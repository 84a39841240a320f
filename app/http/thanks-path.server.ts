import type { Keys } from "#app/lib/keys.server.ts";
import { createToken, type TokenPurpose } from "#app/lib/token.server.ts";

export type ThanksPurpose = Extract<TokenPurpose, `thanks${string}`>;

const opensForHours = 24;

/**
 * Makes the path of an entry's thanks, valid for 24 hours or until `until`. `from`: when the link that led
 * here was made; ending that link ends this one.
 */
export function thanksPath(
  keys: Keys,
  purpose: ThanksPurpose,
  publicId: string,
  now: Date,
  { until = null, from = now }: { until?: Date | null; from?: Date } = {},
): string {
  const atMost = now.getTime() + opensForHours * 3_600_000;
  const expiresAt = new Date(Math.min(atMost, until?.getTime() ?? atMost));
  return `/thanks/${createToken(keys, purpose, { subject: publicId, issuedAt: from, expiresAt })}`;
}
