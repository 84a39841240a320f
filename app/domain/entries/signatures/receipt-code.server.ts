import { randomBytes } from "node:crypto";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Makes a code to read aloud, like `7K4M-2QXD-W9`: 50 random bits, Crockford base 32. Opens nothing. */
export function createReceiptCode(): string {
  const letters = Array.from(randomBytes(10), (byte) => alphabet[byte & 31]).join("");
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`;
}
