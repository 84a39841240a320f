import type { Keys } from "#app/lib/keys.server.ts";
import { createToken } from "#app/lib/token.server.ts";

/** Returns the path of a form for someone known to be `supporterPublicId`: it does not ask who they are. */
export function knownPath(
  keys: Keys,
  form: "sign" | "pledge",
  { supporterPublicId, campaign }: { supporterPublicId: string; campaign: string },
  issuedAt: Date,
  hours: number,
): string {
  const expiresAt = new Date(issuedAt.getTime() + hours * 3_600_000);
  const token = createToken(keys, form, { subject: supporterPublicId, issuedAt, expiresAt });
  return `/c/${campaign}/${form}/${token}`;
}
