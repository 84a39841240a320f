type Webmail = { name: string; url: string };

const providers: (Webmail & { domains: RegExp; search?: (sender: string) => string })[] = [
  {
    name: "Gmail",
    url: "https://mail.google.com/mail/",
    search: (sender) => `#search/${encodeURIComponent(`from:${sender} in:anywhere`)}`,
    domains: /^(gmail|googlemail)\.com$/,
  },
  {
    name: "Outlook",
    url: "https://outlook.live.com/mail/",
    domains: /^((outlook|hotmail|live)(\.[a-z]{2,3}){1,2}|msn\.com)$/,
  },
  {
    name: "Yahoo Mail",
    url: "https://mail.yahoo.com/",
    domains: /^(yahoo(\.[a-z]{2,3}){1,2}|(ymail|rocketmail)\.com)$/,
  },
  { name: "iCloud Mail", url: "https://www.icloud.com/mail", domains: /^(icloud|me|mac)\.com$/ },
  { name: "Proton Mail", url: "https://mail.proton.me/", domains: /^(proton\.me|protonmail\.com|pm\.me)$/ },
  {
    name: "AOL Mail",
    url: "https://mail.aol.com/",
    domains: /^(aol(\.[a-z]{2,3}){1,2}|aim\.com|verizon\.net)$/,
  },
  { name: "GMX", url: "https://www.gmx.com/", domains: /^gmx\.(com|us|co\.uk|es|fr)$/ },
  { name: "GMX", url: "https://www.gmx.net/", domains: /^gmx\.(net|de|at|ch|eu)$/ },
  {
    name: "Tuta",
    url: "https://app.tuta.com/",
    domains: /^(tuta\.(com|io)|tutanota\.(com|de)|tutamail\.com)$/,
  },
  { name: "Fastmail", url: "https://app.fastmail.com/", domains: /^fastmail\.(com|fm)$/ },
];

/**
 * Finds the webmail of an address; null if its domain does not tell. Gmail opens with a search for `sender`,
 * spam included. The address itself is in no link.
 */
export function webmailOf(address: string, sender: string): Webmail | null {
  const domain = address.slice(address.lastIndexOf("@") + 1).toLowerCase();
  const found = providers.find(({ domains }) => domains.test(domain));
  return found ? { name: found.name, url: found.url + (found.search?.(sender) ?? "") } : null;
}
