import { createHash, randomBytes } from "node:crypto";

/** 32 random bytes for a link or a cookie. Only its hash is stored. */
export const createSecretToken = () => randomBytes(32).toString("base64url");

/** What is stored of a token; with a `purpose`, of a token that is good for nothing else. */
export const hashOfToken = (token: string, purpose?: string) =>
  createHash("sha256")
    .update(purpose === undefined ? token : `${token} ${purpose}`)
    .digest();
