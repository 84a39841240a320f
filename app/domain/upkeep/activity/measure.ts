import { ownLinkSource } from "#app/domain/campaign/share-links/share-link.ts";

/** Groups of mail providers, as `mail_provider` in SQL tells them apart. */
export const mailProviders = ["gmail", "outlook", "yahoo", "icloud", "proton", "other"] as const;
export type MailProvider = (typeof mailProviders)[number];

/** How long someone took to confirm, as `wait_step` in SQL cuts it: the end of each step in minutes. */
export const waitSteps = { "1m": 1, "5m": 5, "15m": 15, "1h": 60, "1d": 1440, late: 10_080 } as const;
export type WaitStep = keyof typeof waitSteps;

/** Values of `source` in links for sharing: a visit with one came by a link somebody passed on. */
export const shareSources = [
  "link",
  "share",
  "mail",
  "whatsapp",
  "telegram",
  "bluesky",
  "mastodon",
  "x",
  "facebook",
  "linkedin",
  ownLinkSource,
];

/** Pages of a campaign whose views are counted. */
export const countedPages = ["case", "pledge", "letter", "updates", "other"] as const;
export type CountedPage = (typeof countedPages)[number];

/** Cells under this many are not told apart to someone who may see counts alone. */
export const cellAtLeast = 5;
