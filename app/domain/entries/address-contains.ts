import { type SQL, sql } from "drizzle-orm";
import { canonicalDomain } from "#app/domain/base/address.ts";

/** True for text with three letters or digits in a row, as a trigram needs. */
const hasTrigram = (text: string) => /[\p{L}\p{Nd}]{3}/u.test(text);

/** Extracts the address from a copied one: `Mary <mary@example.org>`, `mailto:mary@example.org`. */
export const unwrapAddress = (typed: string): string =>
  (/<([^<>]+)>$/.exec(typed)?.[1] ?? typed).replace(/^mailto:/i, "").trim();

/**
 * Matches a person by any part of their address that was typed, each answered by an index of trigrams. None
 * for a text that no address has. The addresses compared are canonical, so separators and a tag that a
 * provider ignores are tried with and without, and a domain as ASCII. The text has three letters or digits in
 * a row: fewer make no trigram, and the whole index would be read.
 */
export function addressContains(person: SQL, typed: string): SQL[] {
  const text = typed.normalize("NFC").toLowerCase();
  if (!/^[\p{L}\p{N}\p{M}.!#$%&'*+/=?^_`{|}~@-]{3,254}$/u.test(text) || !hasTrigram(text)) return [];
  const at = text.indexOf("@");
  const local = at < 0 ? text : text.slice(0, at);
  const untagged = local.split("+", 1)[0] ?? "";
  const [plain, bare] = [untagged.replaceAll(".", ""), untagged.replace(/[._-]/g, "")];
  const domain = canonicalDomain(text.slice(at + 1));
  const parts =
    at < 0 ? [text, plain, bare, domain] : [local, plain, bare].map((name) => `${name}@${domain}`);
  return [...new Set(parts)]
    .filter(hasTrigram)
    .map((part) => sql`${person}.email_canonical like ${`%${part.replace(/[\\%_]/g, "\\$&")}%`}`);
}
