import { hmacsByEveryKey, type Keys } from "#app/lib/keys.server.ts";

/**
 * How the audit log names a pledge without leading to a person: an HMAC of its public id, by each key, the
 * one to write with first.
 */
export const viewMarks = (keys: Keys, publicId: string): string[] =>
  hmacsByEveryKey(keys, "audit-filter", publicId).map((digest) => digest.toString("hex").slice(0, 32));
