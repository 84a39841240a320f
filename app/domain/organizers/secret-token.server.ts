import { createHash, randomBytes } from "node:crypto";

/** 32 random bytes for a link or a cookie. Only its hash is stored. */
export const createSecretToken = () => randomBytes(32).toString("base64url");

/** What is stored of a token. */
export const hashOfToken = (token: string) => createHash("sha256").update(token).digest();
