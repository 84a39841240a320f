import { type SQL, sql } from "drizzle-orm";

/** What follows everything that begins with a text, in the order of bytes. */
const last = "\u{10ffff}";

const between = (column: SQL, prefix: string) =>
  sql`(${column} >= ${prefix} and ${column} < ${prefix + last})`;

/**
 * Conditions on a person for an address of which the beginning was typed, or whose domain's beginning was, with or without
 * its `@`; each is answered by an index of its own. None for a text that no address has. The addresses compared are
 * canonical, so that dots and a tag that a provider ignores are tried with and without.
 */
export function addressBegins(person: SQL, typed: string): SQL[] {
  const text = typed.toLowerCase();
  if (!/^[a-z0-9.@_+'-]{3,254}$/.test(text)) return [];
  const [local = "", domain] = text.split("@");
  const address = sql`${person}.email_canonical`;
  const ofDomain = (prefix: string) => between(sql`split_part(${address}, '@', 2)`, prefix);
  if (local === "") return domain ? [ofDomain(domain)] : [];
  const plain = (local.split("+", 1)[0] ?? "").replaceAll(".", "");
  const locals = plain === "" ? [local] : [...new Set([local, plain])];
  const of = locals.map((one) => between(address, domain === undefined ? one : `${one}@${domain}`));
  return domain === undefined ? [...of, ofDomain(local)] : of;
}
