import { hash } from "node:crypto";
import type { EntryPart } from "./entry-part.ts";

export type EntryParts = Partial<Record<EntryPart, unknown>>;

/** The digest posted by a confirmation page; undefined if there was none. */
export type DigestOfPage = { digest: string | undefined };

/** 132 bits of SHA-256. */
const digestOf = (value: unknown) => hash("sha256", JSON.stringify(value), "base64url").slice(0, 22);

/** Returns what the form of a confirming page carries: a digest of each part that the page displays. */
export const digestParts = (parts: EntryParts): string => Object.values(parts).map(digestOf).join(".");

/**
 * Returns the parts that are not what the page displayed, or null where all are. None is named where the
 * digest is not one of such a page.
 */
export function changedParts(parts: EntryParts, { digest }: DigestOfPage): EntryPart[] | null {
  const before = digest?.split(".") ?? [];
  const names = Object.keys(parts) as EntryPart[];
  if (before.length !== names.length) return [];
  const changed = names.filter((name, at) => digestOf(parts[name]) !== before[at]);
  return changed.length ? changed : null;
}
