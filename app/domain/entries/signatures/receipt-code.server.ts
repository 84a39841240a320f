import { randomBytes } from "node:crypto";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A code to read aloud, like `7K4M-2QXD-W9`: 50 random bits in Crockford's base 32. It opens nothing. */
export function createReceiptCode(): string {
  const letters = Array.from(randomBytes(10), (byte) => alphabet[byte & 31]).join("");
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`;
}
