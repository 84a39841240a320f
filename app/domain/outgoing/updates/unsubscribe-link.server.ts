import type { Mailing } from "#app/domain/queue/mailing.ts";
import { type Locale, localizedPath } from "#app/i18n/index.ts";
import { type Keys, sealBlock, unsealBlock } from "#app/lib/keys.server.ts";
import { createToken } from "#app/lib/token.server.ts";

type Ports = Pick<Mailing, "keys" | "appUrl">;

/**
 * Returns where the reader of one email unsubscribes. The link names the email, so it leads to person and
 * campaign as long as all three are there; it never expires, and the same row makes the same link.
 */
export function unsubscribeUrl(
  { keys, appUrl }: Ports,
  { publicId, createdAt, locale }: { publicId: string; createdAt: Date; locale: Locale },
): string {
  const token = createToken(keys, "unsubscribe", { subject: publicId, issuedAt: createdAt, expiresAt: null });
  return appUrl + localizedPath(locale, `/unsubscribe/${token}`);
}

/** Somebody who gets updates of a campaign. */
export type Reader = { supporterId: number; campaignId: number };

/** Ends the block that a reader is sealed in. */
const mark = Buffer.from("news");

/**
 * Returns where a reader of updates unsubscribes. It names person and campaign, sealed, so it works after the
 * email's row was deleted.
 */
export function readerUrl(
  ports: Ports,
  { supporterId, campaignId, ...rest }: Reader & { createdAt: Date; locale: Locale },
): string {
  const block = Buffer.alloc(16);
  block.writeBigInt64BE(BigInt(supporterId), 0);
  block.writeInt32BE(campaignId, 8);
  mark.copy(block, 12);
  return unsubscribeUrl(ports, { publicId: sealBlock(ports.keys, "reader", block).toString("hex"), ...rest });
}

/** Reads the reader that a token's subject names; null if it names an email. */
export function readerOf(keys: Keys, subject: string): Reader | null {
  const sealed = Buffer.from(subject.replaceAll("-", ""), "hex");
  if (sealed.length !== 16) return null;
  const block = unsealBlock(keys, "reader", sealed).find(
    (one) => one.readUInt16BE(0) === 0 && one.subarray(12).equals(mark),
  );
  if (!block) return null;
  return { supporterId: Number(block.readBigInt64BE(0)), campaignId: block.readInt32BE(8) };
}
