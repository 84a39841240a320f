import { domainToASCII } from "node:url";

type Provider = {
  /** The domain of the canonical form, then others where the same name is the same mailbox. */
  domains: readonly [string, ...string[]];
  /** Characters before the @ that the provider ignores. */
  ignores?: RegExp;
  /** `anything@ana.<domain>` is the mailbox `ana@<domain>`. */
  subdomains?: true;
};

/**
 * Rules by which a provider itself says that two addresses are one mailbox, and nobody else can have the
 * other. Outlook's only rule, the tag after a plus, is applied to all. The part of a Yahoo address before a
 * hyphen is a nickname that does not tell the mailbox, so it has no row.
 */
const providers: readonly Provider[] = [
  // https://support.google.com/mail/answer/7436150
  { domains: ["gmail.com", "googlemail.com"], ignores: /\./g },
  // https://proton.me/support/change-username, https://proton.me/support/addresses-and-aliases
  { domains: ["proton.me", "protonmail.com", "protonmail.ch", "pm.me"], ignores: /[._-]/g },
  // https://support.apple.com/118230
  { domains: ["icloud.com", "me.com", "mac.com"] },
  // https://www.fastmail.help/hc/en-us/articles/360060591053
  { domains: ["fastmail.com"], subdomains: true },
  { domains: ["fastmail.fm"], subdomains: true },
];
const byDomain = new Map(providers.flatMap((one) => one.domains.map((domain) => [domain, one] as const)));

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
  return byDomain.get(ascii)?.domains[0] ?? ascii;
}

/**
 * Returns the form that identifies one person: lower case, no tag after a plus (RFC 5233), and what else its
 * provider says is one mailbox. Takes what parseAddress returned, or what this returned.
 */
export function canonicalAddress(address: string): string {
  const [local, domain] = splitAddress(address);
  const label = domain.slice(0, domain.indexOf("."));
  const parent = byDomain.get(domain.slice(label.length + 1));
  // A hyphen may also be the underscore of another user's name, which no domain can have.
  if (parent?.subdomains && !label.includes("-")) return `${label}@${parent.domains[0]}`;
  const { ignores } = byDomain.get(domain) ?? {};
  return `${(ignores && local.replace(ignores, "")) || local}@${domain}`;
}

/** Returns the lower-case name without its tag, and the domain's canonical name. */
function splitAddress(address: string): [local: string, domain: string] {
  const at = address.lastIndexOf("@");
  const local = address.slice(0, at).toLowerCase();
  return [local.split("+")[0] || local, canonicalDomain(address.slice(at + 1))];
}

/** Returns the form that version 0.1.0 stored, which knew only Gmail's rules. */
export function earlierForm(address: string): string {
  const [local, domain] = splitAddress(address);
  if (domain === "gmail.com") return canonicalAddress(address);
  return `${local}@${address.slice(address.lastIndexOf("@") + 1).toLowerCase()}`;
}

/**
 * Returns the canonical form and those that version 0.1.0 may have stored for the mailbox: a hash of an
 * address that never gets email, or was erased, may be of any of them.
 */
export function formsOfAddress(address: string): string[] {
  const canonical = canonicalAddress(address);
  const [local, domain] = splitAddress(address);
  const provider = byDomain.get(domain);
  const others =
    !provider || domain === "gmail.com"
      ? []
      : [local, splitAddress(canonical)[0]].flatMap((name) =>
          provider.domains.map((host) => `${name}@${host}`),
        );
  return [...new Set([canonical, earlierForm(address), ...others])];
}
