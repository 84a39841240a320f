import type { Mailing } from "#app/domain/queue/mailing.ts";
import { type Locale, localizedPath } from "#app/i18n/index.ts";
import { createToken } from "#app/lib/token.server.ts";

/**
 * Returns where the reader of one email unsubscribes. The link names the email, so it leads to person and
 * campaign as long as both are there; it never expires, and the same row makes the same link.
 */
export function unsubscribeUrl(
  { keys, appUrl }: Pick<Mailing, "keys" | "appUrl">,
  { publicId, createdAt, locale }: { publicId: string; createdAt: Date; locale: Locale },
): string {
  const token = createToken(keys, "unsubscribe", { subject: publicId, issuedAt: createdAt, expiresAt: null });
  return appUrl + localizedPath(locale, `/unsubscribe/${token}`);
}
