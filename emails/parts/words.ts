import { formatDate, formatTime, type Locale, languageName, words } from "#app/i18n/index.ts";
import { inOneLine, stopped } from "#app/i18n/sentence.ts";
import type { Block, FootLink, Letter, MailProps } from "./letter.ts";

/** Writes a day for a sentence. */
export const day = (locale: Locale, date: Date) => formatDate(locale, date);

/** Writes a time of day in UTC: 2:05 p.m. UTC. */
export const timeOfDay = (locale: Locale, date: Date) => `${formatTime(locale, date)}\u00a0UTC`;

/** A proposal of a meeting. `titleLanguage`: of a title that is not in the email's language. */
export type Proposal = { number: number | null; title: string; titleLanguage?: string | undefined };

/** Names a proposal as "Item 8, Report on data centers", with its language where that is another. */
export function proposalIn(locale: Locale, { number, title, titleLanguage }: Proposal): string {
  const { archive, pledgeSummary } = words(locale);
  const language = titleLanguage && ` (${archive.inLanguage(languageName(locale, titleLanguage))})`;
  return pledgeSummary.told.item(number, title + (language ?? ""));
}

/** Links to the page that emails a new personal link. */
export const freshLink = (locale: Locale, url: string): FootLink => ({
  label: words(locale).mail.parts.freshLink,
  url,
});

/** A link that takes back what the email is about, and the day it expires. */
export type Undo = { undoUrl: string; undoUntil: Date };

export const undoBlock = (locale: Locale, { undoUrl, undoUntil }: Undo): Block => {
  const { undo, undoLink } = words(locale).mail.parts;
  return { kind: "link", text: undo(day(locale, undoUntil)), url: undoUrl, label: undoLink };
};

/** The next step, with a link that lets its form recognize the reader until a day. */
export type Next = { next: { step: "sign" | "pledge" | "letter"; url: string; until: Date } | null };

/** Offers the next step that fits, if any, as the email's button or as a link. */
export function nextBlocks(locale: Locale, { next }: Next, withButton: boolean): Block[] {
  if (!next) return [];
  const w = words(locale).mail.parts;
  const [text, label] = [w.next[next.step], w.nextLinks[next.step]];
  const note = w.nextKnown(day(locale, next.until));
  if (!withButton) return [{ kind: "link", text: `${text} ${note}`, url: next.url, label }];
  return [
    { kind: "paragraph", text },
    { kind: "button", label, url: next.url, note },
  ];
}

/** Builds an email's footer: operator, postal address, disclaimer, reason for the email, and `links`. */
export function footer(
  { locale, campaign, privacyUrl }: MailProps,
  reason: string,
  links: FootLink[] = [],
): Letter["footer"] {
  const { notAffiliated, privacy } = words(locale).mail.parts;
  const from = [campaign.operator, inOneLine(campaign.postalAddress ?? "")].filter(Boolean).join(", ");
  return {
    sender: [...(from ? [stopped(from)] : []), notAffiliated(campaign.company)],
    reason,
    links: [...links, { label: privacy, url: privacyUrl }],
  };
}

/** Puts an email together: its own words and pieces, and the foot that all share. */
export const emailOf = (
  props: MailProps,
  {
    subject,
    preview,
    heading,
    reason,
  }: Pick<Letter, "subject" | "preview" | "heading"> & Pick<Letter["footer"], "reason">,
  blocks: Block[],
  links: FootLink[] = [],
): Letter => ({
  locale: props.locale,
  subject,
  preview,
  heading,
  blocks,
  footer: footer(props, reason, links),
});

/** Makes a link to one's own page, in an email whose button is the next act. */
export const ownPageLink = (
  locale: Locale,
  w: { button: string; buttonNote: (day: string) => string },
  { personalUrl, personalUntil, manageUrl }: { personalUrl: string; personalUntil: Date; manageUrl: string },
): Block => ({ ...buttonUntil(locale, w, personalUrl, personalUntil, manageUrl), quiet: true });

/** Makes a button whose link works until a day. `manageUrl`: the page that emails another. */
export const buttonUntil = (
  locale: Locale,
  { button, buttonNote }: { button: string; buttonNote: (day: string) => string },
  url: string,
  until: Date,
  manageUrl?: string,
): Extract<Block, { kind: "button" }> => ({
  kind: "button",
  label: button,
  url,
  note: buttonNote(day(locale, until)),
  ...(manageUrl && { fresh: freshLink(locale, manageUrl) }),
});
