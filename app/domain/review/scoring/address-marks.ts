import { disposableEmailBlocklistSet } from "disposable-email-domains-js";
import { getDomain } from "tldts";

/** Relays that hide a real address to prevent tracking: their users protect themselves. */
const relays = new Set([
  "duck.com",
  "mozmail.com",
  "relay.firefox.com",
  "privaterelay.appleid.com",
  "simplelogin.com",
  "simplelogin.co",
  "simplelogin.fr",
  "slmail.me",
  "slmails.com",
  "aleeas.com",
  "8alias.com",
  "8shield.net",
  "dralias.com",
  "silomails.com",
  "passmail.net",
  "passmail.com",
  "passinbox.com",
  "passfwd.com",
  "anonaddy.com",
  "anonaddy.me",
  "addy.io",
  "addymail.com",
  "mailer.me",
  "opayq.com",
  "maskmail.net",
  "erine.email",
  "33mail.com",
  "spamgourmet.com",
]);

/** Providers so common that sharing the domain means nothing. */
const everybodys = new Set([
  "gmail.com",
  "outlook.com",
  "hotmail.com",
  "live.com",
  "msn.com",
  "yahoo.com",
  "ymail.com",
  "rocketmail.com",
  "icloud.com",
  "me.com",
  "mac.com",
  "aol.com",
  "proton.me",
  "protonmail.com",
  "pm.me",
  "tutanota.com",
  "tuta.com",
  "fastmail.com",
  "hey.com",
  "zoho.com",
  "mail.com",
  "email.com",
  "comcast.net",
  "verizon.net",
  "att.net",
  "sbcglobal.net",
  "bellsouth.net",
  "charter.net",
  "cox.net",
  "earthlink.net",
  "optonline.net",
  "juno.com",
  "gmx.de",
  "gmx.net",
  "gmx.com",
  "gmx.at",
  "gmx.ch",
  "web.de",
  "t-online.de",
  "freenet.de",
  "posteo.de",
  "mailbox.org",
  "riseup.net",
  "orange.fr",
  "wanadoo.fr",
  "free.fr",
  "laposte.net",
  "sfr.fr",
  "libero.it",
  "virgilio.it",
  "tiscali.it",
  "btinternet.com",
  "sky.com",
  "talktalk.net",
  "virginmedia.com",
  "ntlworld.com",
  "rogers.com",
  "shaw.ca",
  "telus.net",
  "sympatico.ca",
  "bigpond.com",
  "optusnet.com.au",
  "xtra.co.nz",
  "qq.com",
  "163.com",
  "126.com",
  "naver.com",
  "daum.net",
  "hanmail.net",
  "docomo.ne.jp",
  "yandex.ru",
  "mail.ru",
  "wp.pl",
  "o2.pl",
  "onet.pl",
  "interia.pl",
  "seznam.cz",
  "bluewin.ch",
  "telenet.be",
  "skynet.be",
  "ziggo.nl",
  "kpnmail.nl",
  "uol.com.br",
  "bol.com.br",
  "terra.com.br",
  "rediffmail.com",
]);

const isEverybodys = (domain: string) =>
  everybodys.has(domain) || relays.has(domain) || /^(hotmail|outlook|live|yahoo)\.[a-z.]{2,6}$/.test(domain);

let disposable: ReadonlySet<string> | undefined;

/** Returns whether a domain gives anyone an address for minutes. Private forwarding services do not count. */
export function isDisposable(domain: string): boolean {
  // The library builds its set of 9,000 domains at every call.
  disposable ??= disposableEmailBlocklistSet();
  return !relays.has(domain) && !everybodys.has(domain) && disposable.has(domain);
}

export type AddressMarks = {
  disposable: boolean;
  /** The local part has digits among letters, or a run of consonants that no word has. */
  random: boolean;
  /**
   * The domain that somebody registered, for matching signatures; null for public providers. All disposable
   * domains are one.
   */
  domain: string | null;
  /** The domain of a forwarding service: whose mailbox is behind it cannot be told. */
  relay: string | null;
  /** The address without its digits, so that `user17@x` and `user18@x` match. Null without a digit. */
  series: string | null;
  /** The address as many mail servers read it, without separators. */
  alias: string | null;
  /** The domain is so common that a series means less. */
  everybodys: boolean;
};

/** Finds what a canonical address has in common with those one program makes up. */
export function markAddress(canonical: string): AddressMarks {
  const at = canonical.lastIndexOf("@");
  const [local, domain] = [canonical.slice(0, at), canonical.slice(at + 1)];
  const registered = registeredDomain(domain);
  const disposable = isDisposable(domain) || isDisposable(registered);
  const relay = [domain, registered].find((one) => relays.has(one)) ?? null;
  const shared = isEverybodys(domain) || relay !== null;
  const base = shared ? local.split("-")[0] || local : local.replace(/[._-]/g, "");
  return {
    disposable,
    random: isRandom(local),
    domain: disposable ? "disposable" : shared ? null : registered,
    relay,
    series: /\d/.test(local) ? `${local.replace(/\d+/g, "#")}@${domain}` : null,
    // Yahoo's tags follow a hyphen; other large providers treat separators as different mailboxes.
    alias: shared && !/^(ymail|yahoo|rocketmail)\./.test(domain) ? null : `${base}@${domain}`,
    everybodys: shared,
  };
}

/** Returns the domain that somebody registered: one person can have any number of names below it. */
const registeredDomain = (host: string): string => getDomain(host, { allowPrivateDomains: true }) ?? host;

function isRandom(local: string): boolean {
  const plain = local.replace(/[._-]/g, "");
  if (plain.length < 7) return false;
  const changes = plain.match(/[a-z]\d(?=[a-z])|\d[a-z](?=\d)/g)?.length ?? 0;
  return changes >= 2 || /[bcdfghjklmnpqrstvwxz]{6}/.test(plain);
}

/** Finds the last number before the @; null if none. */
export function numberIn(canonical: string): number | null {
  const digits = /(\d{1,9})\D*$/.exec(canonical.slice(0, canonical.lastIndexOf("@")));
  return digits ? Number(digits[1]) : null;
}

/** Folds a name for comparison: ignores case, accents, spaces and which digits it has. */
export const markName = (name: string) =>
  name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/\p{N}+/gu, "#")
    .replace(/[^\p{L}#]+/gu, " ")
    .trim();
