/** A campaign's own sender; null: the site's. */
export type CampaignSender = { senderName: string | null; senderAddress: string | null };

/** Splits `Name <address>`, or an address alone, into name and address. */
export function partsOfSender(from: string): { name: string; address: string } {
  const named = /^([^<]*)<([^<>\s]+)>$/.exec(from.trim());
  const [, name = "", address = from.trim()] = named ?? [];
  return { name: name.trim().replace(/^"|"$/g, "").trim(), address };
}

export const domainOf = (address: string) => address.slice(address.lastIndexOf("@") + 1).toLowerCase();

/**
 * Returns the sender of a campaign's emails, from the site's. Ignores an address at another domain than the
 * site's: mail servers would trust none of its emails (SPF, DKIM and DMARC are the site's).
 */
export function senderOf(site: string, { senderName, senderAddress }: CampaignSender): string {
  if (senderName === null && senderAddress === null) return site;
  const own = partsOfSender(site);
  const isOurs = senderAddress !== null && domainOf(senderAddress) === domainOf(own.address);
  const address = isOurs ? senderAddress : own.address;
  const name = senderName ?? own.name;
  return name === "" ? address : `"${name.replace(/["\\<>\r\n]/g, "")}" <${address}>`;
}
