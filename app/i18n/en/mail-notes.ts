/** What several emails and pages say alike. */
export const ifNotYou =
  "Not you? Do nothing, and we delete the entry. To never hear from us again, open the link and choose “Delete it and never write to me again”.";
export const ownLinkUntil = (until: string) =>
  `Please don’t forward this email. The link works until ${until}; to download or erase everything, only for 24 hours.`;
export const keepsCode =
  "To honor this, we keep a scrambled form of the address, which no one can turn back into it.";
export const endsLinks = `The links in our emails no longer open your page. ${keepsCode}`;
