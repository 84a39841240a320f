import type { Keys } from "#app/lib/keys.server.ts";
import { createToken } from "#app/lib/token.server.ts";

/** The path of a form for someone who is proven to be `supporterPublicId`: they are not asked who they are. */
export function knownPath(
  keys: Keys,
  form: "sign" | "pledge",
  { supporterPublicId, campaign }: { supporterPublicId: string; campaign: string },
  issuedAt: Date,
  hours: number,
): string {
  const expiresAt = new Date(issuedAt.getTime() + hours * 3_600_000);
  return `/c/${campaign}/${form}/${createToken(keys, form, { subject: supporterPublicId, issuedAt, expiresAt })}`;
}
