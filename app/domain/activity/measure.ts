import { ownLinkSource } from "#app/domain/campaign/share-links/share-link.ts";

/** Groups of email providers, as `mail_provider` in SQL maps them. */
export const mailProviders = ["gmail", "outlook", "yahoo", "icloud", "proton", "other"] as const;
export type MailProvider = (typeof mailProviders)[number];

/** Values of `source` in share links: a visit with one came by a link somebody passed on. */
export const shareSources = [
  "link",
  "share",
  "mail",
  "whatsapp",
  "sms",
  "telegram",
  "bluesky",
  "mastodon",
  "x",
  "facebook",
  "linkedin",
  ownLinkSource,
];

/** Campaign pages whose views are counted. */
export const countedPages = ["case", "pledge", "letter", "updates", "other"] as const;
export type CountedPage = (typeof countedPages)[number];

/** Smaller cells are merged for those who may only see counts. */
export const cellAtLeast = 5;
