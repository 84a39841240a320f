import { hmacsByEveryKey, type Keys } from "#app/lib/keys.server.ts";

/**
 * Hashes a pledge's public id for the audit log with each key, the current one first. The HMAC leads to no
 * person.
 */
export const viewMarks = (keys: Keys, publicId: string): string[] =>
  hmacsByEveryKey(keys, "audit-filter", publicId).map((digest) => digest.toString("hex").slice(0, 32));
