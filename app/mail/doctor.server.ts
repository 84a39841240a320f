import { randomUUID } from "node:crypto";
import type { MailVia } from "#app/lib/env.server.ts";
import type { SendOutcome, Transport } from "./transport.ts";

type RecordType = "TXT" | "CNAME" | "MX";

/** A record of DNS that the sender's domain needs. */
type Wanted = {
  what: "SPF" | "DKIM" | "DMARC" | "return path";
  type: RecordType;
  name: string;
  /** What to set; null if only the vendor knows it. */
  value: string | null;
  /** What a record that is right has in it. */
  has: RegExp;
};

/** `unknown`: DNS did not answer, or only the vendor knows the record's name. */
export type Checked = Wanted & { state: "there" | "missing" | "other" | "unknown" };

/** Asks DNS; rejects with the codes of node:dns. */
export type Resolver = {
  resolveTxt(name: string): Promise<string[][]>;
  resolveCname(name: string): Promise<string[]>;
  resolveMx(name: string): Promise<{ exchange: string }[]>;
};

const asShown = "<SELECTOR>._domainkey";

/** What each vendor asks for besides DMARC, by its pages on verifying a domain. */
const wantedBy: Record<MailVia["name"], (domain: string) => Wanted[]> = {
  resend: (domain) => [
    {
      what: "SPF",
      type: "TXT",
      name: `send.${domain}`,
      value: "v=spf1 include:amazonses.com ~all",
      has: /^v=spf1 .*include:amazonses\.com/i,
    },
    {
      what: "return path",
      type: "MX",
      name: `send.${domain}`,
      value: "10 feedback-smtp.<REGION>.amazonses.com",
      has: /^feedback-smtp\..*\.amazonses\.com$/i,
    },
    {
      what: "DKIM",
      type: "TXT",
      name: `resend._domainkey.${domain}`,
      value: null,
      has: /p=[A-Za-z0-9+/]{40,}/,
    },
  ],
  postmark: (domain) => [
    {
      what: "return path",
      type: "CNAME",
      name: `pm-bounces.${domain}`,
      value: "pm.mtasv.net",
      has: /^pm\.mtasv\.net\.?$/i,
    },
    { what: "DKIM", type: "TXT", name: `${asShown}.${domain}`, value: null, has: /p=/ },
  ],
  mailgun: (domain) => [
    {
      what: "SPF",
      type: "TXT",
      name: domain,
      value: "v=spf1 include:mailgun.org ~all",
      has: /^v=spf1 .*include:[\w.]*mailgun\.org/i,
    },
    { what: "DKIM", type: "TXT", name: `${asShown}.${domain}`, value: null, has: /p=/ },
  ],
  ses: (domain) => [{ what: "DKIM", type: "CNAME", name: `${asShown}.${domain}`, value: null, has: /dkim/ }],
  smtp: (domain) => [
    { what: "SPF", type: "TXT", name: domain, value: "v=spf1 a:<YOUR MAIL SERVER> ~all", has: /^v=spf1 /i },
    { what: "DKIM", type: "TXT", name: `${asShown}.${domain}`, value: null, has: /p=/ },
  ],
  file: () => [],
};

const dmarc = (domain: string): Wanted => ({
  what: "DMARC",
  type: "TXT",
  name: `_dmarc.${domain}`,
  value: `v=DMARC1; p=none; rua=mailto:dmarc@${domain}`,
  has: /^v=DMARC1\s*;/i,
});

/** Lists the records that a sender's domain needs with this transport, and asks DNS for each. */
export function checkRecords(via: MailVia["name"], domain: string, dns: Resolver): Promise<Checked[]> {
  const wanted = [...wantedBy[via](domain), dmarc(domain)];
  return Promise.all(wanted.map(async (one) => ({ ...one, state: await check(one, dns) })));
}

async function check({ type, name, has }: Wanted, dns: Resolver): Promise<Checked["state"]> {
  if (name.startsWith("<")) return "unknown";
  try {
    const found = await ask(type, name, dns);
    if (found.length === 0) return "missing";
    return found.some((text) => has.test(text)) ? "there" : "other";
  } catch (error) {
    return ["ENODATA", "ENOTFOUND"].includes((error as { code?: string }).code ?? "") ? "missing" : "unknown";
  }
}

async function ask(type: RecordType, name: string, dns: Resolver): Promise<string[]> {
  if (type === "CNAME") return dns.resolveCname(name);
  if (type === "MX") return (await dns.resolveMx(name)).map(({ exchange }) => exchange);
  return (await dns.resolveTxt(name)).map((pieces) => pieces.join(""));
}

/** Hands over one email to an address of the operator's own. Nothing of it is stored. */
export function sendProbe(transport: Transport, from: string, to: string): Promise<SendOutcome> {
  const text = "This email was sent by the command `doctor`. If you read it, emails leave and arrive.\n";
  const emailId = randomUUID();
  return transport.send(
    { emailId, from, to, replyTo: null, subject: "A test of sending email", text, html: `<p>${text}</p>` },
    { idempotencyKey: emailId, signal: AbortSignal.timeout(30_000), lane: "own" },
  );
}
