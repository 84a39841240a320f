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

/** What became of an email, as the overview counts it. */
export const mailOutcomes = [
  "accepted",
  "delivered",
  "delayed",
  "bounced",
  "complained",
  "failed",
  "unknown",
  "suppressed",
] as const;

/** Campaign pages whose views are counted. */
export const countedPages = ["case", "pledge", "letter", "updates", "other"] as const;
export type CountedPage = (typeof countedPages)[number];

/** Smaller cells are merged for those who may only see counts. */
export const cellAtLeast = 5;

/** Measures published over time. */
export const publicMeasures = ["signatures", "pledges", "letters"] as const;
export type PublicMeasure = (typeof publicMeasures)[number];

/** A period with fewer is merged with the next, so that nobody is identified. */
export const crowdAtLeast = 5;

/** Whole days (UTC, both included) and their total. */
export type Stretch = { from: string; to: string; n: number };

const day = 86_400_000;
const dayAfter = (date: string) =>
  new Date(new Date(`${date}T00:00:00Z`).getTime() + day).toISOString().slice(0, 10);

/**
 * Merges days until each period has at least five, so that none reveals when one of a few signed. Cuts from
 * the first day on and never changes them: asking for other days reveals nothing more. `counted` are past
 * days, ascending; days with none may be missing. The rest at the end waits for its fifth.
 */
export function mergeSmallDays(counted: readonly { day: string; n: number }[]): Stretch[] {
  const stretches: Stretch[] = [];
  let from = counted[0]?.day ?? "";
  let n = 0;
  for (const each of counted) {
    n += each.n;
    if (n < crowdAtLeast) continue;
    stretches.push({ from, to: each.day, n });
    from = dayAfter(each.day);
    n = 0;
  }
  return stretches;
}
