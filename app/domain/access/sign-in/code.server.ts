import { timingSafeEqual } from "node:crypto";
import { hmac, hmacsByEveryKey, type Keys } from "#app/lib/keys.server.ts";

/** Six digits of a digest. 2^64 is so much larger than 10^6 that every code is equally likely. */
const digits = (digest: Buffer) => String(digest.readBigUInt64BE(0) % 1_000_000n).padStart(6, "0");

/**
 * Derives an emailed code from our key and the hash of the browser's token: nothing is stored, and the email
 * can be rendered again with the same code.
 */
export const organizerCode = (keys: Keys, tokenHash: Buffer): string =>
  digits(hmac(keys, "organizer-code", tokenHash).digest);

/**
 * Compares in constant time with the code by every key: a key may be rotated while an email is on its way.
 */
export function isOrganizerCode(keys: Keys, tokenHash: Buffer, code: string): boolean {
  const given = Buffer.alloc(6);
  given.write(code);
  const codes = hmacsByEveryKey(keys, "organizer-code", tokenHash).map(digits);
  return codes.map((known) => timingSafeEqual(Buffer.from(known), given)).includes(true);
}
