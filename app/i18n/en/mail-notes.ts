/** What several emails and pages say alike. */
export const ifNotYou =
  "Not you? Do nothing, and we delete the entry. To never hear from us again, open the link and choose “Delete it and never write to me again”.";
export const ownLinkUntil = (until: string) =>
  `Please don’t forward this email. The link works until ${until}; to download or erase everything, only for 24 hours.`;
export const keepsCode = "To honor this, we keep a one-way code made from your address.";
export const endsLinks = `The links in our emails no longer open your page. ${keepsCode}`;
export const typedHere = "You get this because someone typed this address into the form.";
export const onlyReminder = `${typedHere} It is the only reminder.`;
export const entryUntil = (day: string) => `The link works until ${day}. Then we delete the entry.`;
/** The button to one's own page, and what it does. */
export const ownPage = {
  button: "Get a link to my page",
  buttonNote: "It asks for this address and emails a link that works only for you.",
};
/** Who can read a letter. */
export const shownTo = {
  anonymous: "no one can read it",
  initials: "everyone can read it, with your initials and country, once an organizer has approved it",
  public: "everyone can read it, with your name and country, once an organizer has approved it",
};
export const pageUntil = (until: string) =>
  `The page is yours alone: please don’t forward this email. The link works until ${until}.`;
