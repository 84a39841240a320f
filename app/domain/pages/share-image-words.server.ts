import { createHash } from "node:crypto";
import { blockOf, type Campaign, type Claim, nextGoal } from "#app/domain/campaign/campaign.ts";
import type { Deadline } from "#app/domain/campaign/meetings/deadlines.ts";
import type { PublishedLine } from "#app/domain/outgoing/updates/archive/published-update.ts";
import { formatDate, formatNumber, type Locale, words } from "#app/i18n/index.ts";
import { formatMonth } from "#app/i18n/known-date.ts";
import type { PictureWords } from "./share-image.ts";

/** Raise it when the layout changes: then every image is drawn again. */
const design = 3;

/** Images state the count from this many signatures on. */
const figureFrom = 100;

/** `number`: an update's number; 0: the campaign's own image. */
export type DuePicture = { number: number; words: PictureWords; alt: string };

/**
 * Writes what a campaign's picture says. Rounds the figure down to two digits: a shared link is read for
 * days, so it says what stays true, and a picture is drawn at most ninety times from one power of ten to the
 * next.
 */
export function campaignPicture(
  campaign: Campaign,
  {
    claims,
    signatures,
    deadline,
  }: { claims: readonly Claim[]; signatures: number; deadline?: Deadline | undefined },
  locale: Locale,
): DuePicture {
  const { case: cases, common, sign } = words(locale);
  const { title, goalSteps, status } = campaign;
  // Without the days left: a shared link is read days later.
  const until = deadline && `${cases.deadlines.inShort[deadline.kind]}: ${formatDate(locale, deadline.on)}`;
  const eyebrow = [campaign.eyebrow, ...(until ? [until] : [])].join(" · ");
  const rounded = roundDown(signatures);
  const number = formatNumber(locale, rounded);
  const of = common.count.people(rounded);
  const hasCount = signatures >= figureFrom;
  const drawn = evidenceOf(claims, locale);
  const alt = [
    title,
    ...(until ? [until] : []),
    ...(drawn ? [drawn.alt] : []),
    ...(hasCount ? [`${number} ${of}`] : []),
  ];
  return {
    number: 0,
    words: {
      eyebrow,
      title,
      product: common.product,
      evidence: drawn?.evidence ?? null,
      figure: hasCount ? { number, of, done: Math.min(1, rounded / nextGoal(goalSteps, signatures)) } : null,
      foot: hasCount || status !== "open" ? "" : sign.form.button,
    },
    alt: `${alt.join(". ")}.`,
  };
}

/** The chart that the page shows first: first and last value, and their publisher. */
function evidenceOf(claims: readonly Claim[], locale: Locale) {
  const claim = claims.find(({ picture }) => picture?.kind === "growth");
  if (claim?.picture?.kind !== "growth") return null;
  const { figure: say, source } = words(locale).case;
  const { unit, points } = claim.picture;
  const largest = Math.max(...points.map(({ value }) => value));
  const tell = ({ on, value, qualifier }: (typeof points)[number]) => ({
    month: formatMonth(locale, on),
    amount: say.qualifiers[qualifier] + formatNumber(locale, value),
    share: value / largest,
  });
  const [one] = points;
  if (!one) return null;
  const first = tell(one);
  const last = tell(points.at(-1) ?? one);
  return {
    evidence: {
      bars: [first, { ...last, amount: `${last.amount} ${say.units[unit]}` }],
      blocks: largest / blockOf(largest),
      source: `${source}: ${claim.attribution}`,
    },
    alt: say.title(last, first, say.units[unit]),
  };
}

/** Writes what an update's picture says: its subject, which one it is and of which campaign. */
export function updatePicture(campaign: Campaign, update: PublishedLine, locale: Locale): DuePicture {
  const { archive, common } = words(locale);
  const foot = `${archive.number(update.number)}, ${formatDate(locale, update.startedAt)}`;
  return {
    number: update.number,
    words: {
      eyebrow: campaign.title,
      title: update.subject,
      evidence: null,
      figure: null,
      foot,
      product: common.product,
    },
    alt: `${update.subject}. ${foot}.`,
  };
}

/** Hashes an image's words and design: if the hash changes, it is drawn again. */
export const drawnFrom = ({ words: text, alt }: DuePicture): Buffer =>
  createHash("sha256")
    .update(JSON.stringify([design, text, alt]))
    .digest();

/** Rounds 12,345 to 12,000, 987 to 980. */
export function roundDown(count: number): number {
  const step = 10 ** Math.max(0, String(count).length - 2);
  return Math.floor(count / step) * step;
}
