import { domainToASCII } from "node:url";

/** Domains of one mailbox provider under two names. */
const aliases: Record<string, string> = { "googlemail.com": "gmail.com" };

/** Providers that ignore dots before the @. */
const dotless = new Set(["gmail.com"]);

/** RFC 5321: 64 before the @, 254 in all. A typed domain may be longer before it is converted to ASCII. */
const atMost = { local: 64, whole: 254, typedDomain: 1000 };

/**
 * Returns an address to send email to: trimmed, its domain as ASCII. Null for anything but one plain address
 * (two addresses, a display name, control characters).
 */
export function parseAddress(input: string): string | null {
  const text = input.trim().normalize("NFC");
  const parts = text.split("@");
  const [local, domain] = parts;
  if (parts.length !== 2 || !local || !domain || domain.length > atMost.typedDomain) return null;
  if (!/^[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]+$/u.test(local)) return null;
  if (local.startsWith(".") || local.endsWith(".") || local.includes("..")) return null;
  if (/[^\p{L}\p{N}\p{M}.-]/u.test(domain)) return null;

  const ascii = asciiDomain(domain.toLowerCase());
  if (!/^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/.test(ascii)) return null;
  if (Buffer.byteLength(local) > atMost.local || Buffer.byteLength(local) + 1 + ascii.length > atMost.whole)
    return null;
  return `${local}@${ascii}`;
}

/** A domain in ASCII; empty when it is none. */
const asciiDomain = (lower: string) =>
  /^[a-z0-9.-]*$/.test(lower) && !lower.includes("xn--") ? lower : domainToASCII(lower);

/** Turns a domain, or part of one, into canonical form: ASCII, one name per provider. */
export function canonicalDomain(typed: string): string {
  const lower = typed.toLowerCase();
  // domainToASCII would read bare digits as an IPv4 address.
  const ascii = /[^\0-\x7f]/.test(lower) ? domainToASCII(lower) || lower : lower;
  return aliases[ascii] ?? ascii;
}

/**
 * Returns the form that identifies one person: lower case, one name per provider, no tag after a plus (RFC
 * 5233), no dots where the provider ignores them. Takes what parseAddress returned.
 */
export function canonicalAddress(address: string): string {
  const at = address.lastIndexOf("@");
  const domain = canonicalDomain(address.slice(at + 1));
  const local = address.slice(0, at).toLowerCase();
  const untagged = local.split("+")[0] || local;
  return `${dotless.has(domain) ? untagged.replaceAll(".", "") : untagged}@${domain}`;
}
