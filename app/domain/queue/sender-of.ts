/** How a campaign signs its mails; what is null is as the site has it. */
export type CampaignSender = { senderName: string | null; senderAddress: string | null };

/** The name and the address in `Name <address>`, or in an address alone. */
export function partsOfSender(from: string): { name: string; address: string } {
  const named = /^([^<]*)<([^<>\s]+)>$/.exec(from.trim());
  const [, name = "", address = from.trim()] = named ?? [];
  return { name: name.trim().replace(/^"|"$/g, "").trim(), address };
}

export const domainOf = (address: string) => address.slice(address.lastIndexOf("@") + 1).toLowerCase();

/**
 * The sender of a campaign's mails, from that of the site. An address at another domain than the site's is
 * not used: mail servers would trust none of its mails (SPF, DKIM and DMARC are the site's).
 */
export function senderOf(site: string, { senderName, senderAddress }: CampaignSender): string {
  if (senderName === null && senderAddress === null) return site;
  const own = partsOfSender(site);
  const isOurs = senderAddress !== null && domainOf(senderAddress) === domainOf(own.address);
  const address = isOurs ? senderAddress : own.address;
  const name = senderName ?? own.name;
  return name === "" ? address : `"${name.replace(/["\\<>\r\n]/g, "")}" <${address}>`;
}
