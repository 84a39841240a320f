import { canonicalAddress, parseAddress } from "./address.ts";

type Email = { address: string; canonical: string };

/**
 * Asks once whether an address with a likely slip in its domain is right; `email_choice` is the answer.
 * Only one of the two spellings that were offered is taken for one.
 */
export function chooseSpelling({
  email,
  email_choice: choice,
}: {
  email: Email;
  email_choice?: string | undefined;
}): { outcome: "chosen"; email: Email } | { outcome: "ask"; suggestion: { typed: string; meant: string } } {
  const meant = likelyMeant(email.address);
  if (meant === null || choice === email.address) return { outcome: "chosen", email };
  const chosen = parseAddress(choice ?? "");
  if (chosen === meant)
    return { outcome: "chosen", email: { address: meant, canonical: canonicalAddress(meant) } };
  return { outcome: "ask", suggestion: { typed: email.address, meant } };
}

const common = [
  "gmail.com",
  "googlemail.com",
  "outlook.com",
  "hotmail.com",
  "live.com",
  "msn.com",
  "yahoo.com",
  "icloud.com",
  "aol.com",
  "proton.me",
  "protonmail.com",
  "fastmail.com",
  "comcast.net",
  "verizon.net",
  "att.net",
  "web.de",
  "gmx.de",
  "gmx.net",
  "orange.fr",
  "libero.it",
  "btinternet.com",
];

/** Real providers that are one slip away from a common one. */
const real = new Set([
  "mail.com",
  "email.com",
  "ymail.com",
  "gmx.com",
  "gmx.at",
  "gmx.ch",
  "me.com",
  "mac.com",
  "mail.de",
  "live.ca",
  "live.fr",
  "live.nl",
  "live.de",
  "live.it",
  "live.cn",
  "live.dk",
  "live.no",
  "live.se",
  "yahoo.ca",
  "yahoo.de",
  "yahoo.es",
  "yahoo.fr",
  "yahoo.it",
  "yahoo.co",
  "hotmail.de",
  "hotmail.es",
  "hotmail.fr",
  "hotmail.it",
  "outlook.de",
  "outlook.es",
  "outlook.fr",
  "aol.de",
  "web.dev",
  "msn.cn",
  "pm.me",
]);

/** Mistyped top-level domains that no common provider uses. */
const endings: Record<string, string> = {
  con: "com",
  cmo: "com",
  ocm: "com",
  comm: "com",
  vom: "com",
  xom: "com",
  nte: "net",
};

/** Returns the address probably meant, if its domain is one typo away from a common provider; else null. */
export function likelyMeant(address: string): string | null {
  const at = address.lastIndexOf("@");
  const domain = address.slice(at + 1).toLowerCase();
  if (common.includes(domain) || real.has(domain)) return null;

  const meant = common.find((known) => oneSlipApart(domain, known)) ?? withMendedEnding(domain);
  return meant ? `${address.slice(0, at)}@${meant}` : null;
}

function withMendedEnding(domain: string): string | null {
  const dot = domain.lastIndexOf(".");
  const ending = endings[domain.slice(dot + 1)];
  return ending ? `${domain.slice(0, dot)}.${ending}` : null;
}

/** True for one letter added, left out or changed, or two neighbors swapped. */
function oneSlipApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const restA = a.slice(start);
  const restB = b.slice(start);
  if (restA.slice(1) === restB || restA === restB.slice(1) || restA.slice(1) === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}
