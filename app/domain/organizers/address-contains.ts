import { type SQL, sql } from "drizzle-orm";

/**
 * Conditions on a person for any part of their address that was typed, each answered by an index of trigrams. None for a text
 * that no address has. The addresses compared are canonical, so dots and a tag that a provider ignores are tried with and
 * without. The text has three letters or digits in a row: fewer make no trigram, and the whole index would be read.
 */
export function addressContains(person: SQL, typed: string): SQL[] {
  const text = typed.toLowerCase();
  if (!/^[a-z0-9.@_+'-]{3,254}$/.test(text) || !/[a-z0-9]{3}/.test(text)) return [];
  const [local = "", ...domain] = text.split("@");
  const plain = (local.split("+", 1)[0] ?? "").replaceAll(".", "");
  const parts = [text, [plain, ...domain].join("@")].filter((part) => /[a-z0-9]{3}/.test(part));
  return [...new Set(parts)].map(
    (part) => sql`${person}.email_canonical like ${`%${part.replace(/[\\%_]/g, "\\$&")}%`}`,
  );
}
