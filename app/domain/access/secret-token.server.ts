import { createHash, randomBytes } from "node:crypto";

/** Makes 32 random bytes for a link or cookie, stored only as hash. */
export const createSecretToken = () => randomBytes(32).toString("base64url");

/** Hashes a token for storing; with a `purpose`, the hash is valid for nothing else. */
export const hashOfToken = (token: string, purpose?: string) =>
  createHash("sha256")
    .update(purpose === undefined ? token : `${token} ${purpose}`)
    .digest();
