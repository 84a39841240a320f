import { createHash } from "node:crypto";
import { formatDate, formatNumber, type Locale, words } from "#app/i18n/index.ts";
import { type Campaign, nextGoal } from "../campaigns/campaign.ts";
import type { PublishedLine } from "../updates/published-update.ts";
import type { PictureWords } from "./share-image.ts";

/** Goes up when the same words are to look otherwise: then every picture is drawn again. */
const design = 1;

/** From how many on a picture says how many have signed. */
const figureFrom = 10;

/** `number`: of an update; 0: the campaign's own. */
export type DuePicture = { number: number; words: PictureWords; alt: string };

/**
 * What the picture of a campaign says. The figure is rounded down to two digits: a shared link is read for days, so it
 * says what stays true, and a picture is drawn at most ninety times from one power of ten to the next.
 */
export function campaignPicture(campaign: Campaign, signatures: number, locale: Locale): DuePicture {
  const { common, sign } = words(locale);
  const { title, eyebrow, goalSteps, status } = campaign;
  const shown = roundDown(signatures);
  const number = formatNumber(locale, shown);
  const of = common.count.people(shown);
  const told = signatures >= figureFrom;
  return {
    number: 0,
    words: {
      ...{ eyebrow, title, product: common.product },
      figure: told ? { number, of, done: Math.min(1, shown / nextGoal(goalSteps, signatures)) } : null,
      foot: told || status !== "open" ? "" : sign.form.button,
    },
    alt: told ? `${title}. ${number} ${of}.` : `${title}.`,
  };
}

/** What the picture of an update says: its subject, and which one of which campaign it is. */
export function updatePicture(campaign: Campaign, update: PublishedLine, locale: Locale): DuePicture {
  const { archive, common } = words(locale);
  const foot = `${archive.number(update.number)}, ${formatDate(locale, update.startedAt)}`;
  return {
    number: update.number,
    words: {
      ...{ eyebrow: campaign.title, title: update.subject, figure: null, foot },
      product: common.product,
    },
    alt: `${update.subject}. ${foot}.`,
  };
}

/** What a picture was drawn from, as a hash: another one says something else, or says it in another design. */
export const drawnFrom = ({ words: said, alt }: DuePicture): Buffer =>
  createHash("sha256")
    .update(JSON.stringify([design, said, alt]))
    .digest();

/** 12,345 as 12,000; 987 as 980. */
export function roundDown(count: number): number {
  const step = 10 ** Math.max(0, String(count).length - 2);
  return Math.floor(count / step) * step;
}
