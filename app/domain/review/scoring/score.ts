import { type AddressMarks, isDisposable } from "./address-marks.ts";
import type { ReviewReason } from "./signal.ts";

/** The confirmed signatures of one day that share something with a signature, itself included. */
export type Crowd = {
  size: number;
  /** When the newest were made, in milliseconds, ascending. */
  arrivals: readonly number[];
  /** Milliseconds until confirmation, of those who confirmed. */
  waits: readonly number[];
  /** The numbers in their addresses, in order of arrival. */
  numbers: readonly number[];
};

export type Facts = {
  honeypot: boolean;
  foreignLanguage: boolean;
  proof: "not-asked" | "solved" | "went-on";
  marks: Pick<AddressMarks, "disposable" | "random" | "everybodys">;
  /** Milliseconds until it was confirmed; null if it was not. */
  wait: number | null;
  /** Confirmed signatures of the campaign that day. */
  ofDay: number;
  crowds: Partial<Record<"block" | "domain" | "series" | "alias" | "name", Crowd>>;
};

export type Scored = { score: number; reasons: ReviewReason[] };

/**
 * More confirmed signatures than this from one network in a day, and skipping the proof of work weighs all.
 */
const crowdedNetwork = 20;

/** Adds `step` for each doubling beyond `from`. */
const doublings = (size: number, from: number, step: number, atMost: number) =>
  size <= from ? 0 : Math.min(atMost, step * Math.log2(size / from));

/**
 * Scores how much a signature looks made by a program, and why, the weightiest reason first. Many signatures
 * from one address block, or one domain, may come from an office, a university or a phone company: a crowd
 * alone stays under the threshold at any size, and both together count as one. It is put on hold only if the
 * crowd also behaves like a program: arrives like clockwork, confirms faster than a hand can, or numbers its
 * addresses.
 */
export function scoreSignature(facts: Facts): Scored {
  const { crowds, marks, ofDay } = facts;
  const share = (crowd: Crowd | undefined) => (crowd ? crowd.size / Math.max(ofDay, crowd.size) : 0);
  // Of 100,000 people some fifteen share a name, and as many Marias use their year of birth.
  const rarely = (crowd: Crowd | undefined) => (share(crowd) < 0.0005 ? 0.25 : 1);
  // A phone company is a small share of any wave; a program is a large share of its own.
  const block = doublings(crowds.block?.size ?? 0, 8, 12, 70) * (share(crowds.block) < 0.01 ? 0.5 : 1);
  const domain = marks.disposable
    ? doublings(crowds.domain?.size ?? 0, 4, 20, 60)
    : doublings(crowds.domain?.size ?? 0, 8, 10, 50);
  const oneCrowd = !marks.disposable && block > 0 && domain > 0;
  const [blockPart, domainPart] = block >= domain ? [1, 1 / 3] : [1 / 3, 1];

  const many = crowds.series?.size ?? 0;
  const series = marks.everybodys ? doublings(many, 5, 15, 60) : doublings(many, 4, 12, 80);

  // Real people share common names with a program's inventions, so behavior counts only for unusual names.
  const name = doublings(crowds.name?.size ?? 0, 3, 15, 80) * rarely(crowds.name);
  const behaving = Object.entries(crowds).flatMap(([kind, crowd]) =>
    crowd && (kind !== "name" || name > 50) ? [crowd] : [],
  );

  const weights: Record<ReviewReason, number> = {
    honeypot: facts.honeypot ? 100 : 0,
    // The forms that made a proof necessary may be a neighbor's, who confirmed none of them.
    unproved: facts.proof !== "went-on" ? 0 : (crowds.block?.size ?? 0) > crowdedNetwork ? 100 : 60,
    disposable: marks.disposable ? 60 : 0,
    alias: (crowds.alias?.size ?? 0) >= 3 ? 100 : (crowds.alias?.size ?? 0) === 2 ? 40 : 0,
    series: crowds.series && hasNumbersInOrder(crowds.series) ? 100 : series * rarely(crowds.series),
    name,
    block: oneCrowd ? block * blockPart : block,
    domain: oneCrowd ? domain * domainPart : domain,
    cadence: behaving.some(comesLikeClockwork) ? 75 : 0,
    quick: facts.wait !== null && facts.wait <= quickest ? 90 : behaving.some(confirmsPromptly) ? 70 : 0,
    random: marks.random ? 25 : 0,
    language: facts.foreignLanguage ? 10 : 0,
  };
  const found = (Object.entries(weights) as [ReviewReason, number][])
    .filter(([, weight]) => weight >= 1)
    .sort(([, a], [, b]) => b - a);
  const score = Math.min(999, Math.round(found.reduce((sum, [, weight]) => sum + weight, 0)));
  return { score, reasons: found.map(([reason]) => reason) };
}

/** Tests each crowd once, however many of its signatures are scored. */
function testedOnce(test: (crowd: Crowd) => boolean): (crowd: Crowd) => boolean {
  const known = new WeakMap<Crowd, boolean>();
  return (crowd) => {
    const found = known.get(crowd) ?? test(crowd);
    known.set(crowd, found);
    return found;
  };
}

const comesLikeClockwork = testedOnce(isClockwork);
const confirmsPromptly = testedOnce(isPrompt);
const hasNumbersInOrder = testedOnce(({ numbers }) => countsUp(numbers));

/** Milliseconds: nobody signs, receives the email, opens it, follows the link and confirms faster. */
const quickest = 6000;

/** Returns whether addresses count up by about one in order of arrival. Years of birth do not. */
export function countsUp(numbers: readonly number[]): boolean {
  if (numbers.length < 5) return false;
  const steps = numbers.slice(1).map((number, i) => number - (numbers[i] ?? 0));
  return steps.filter((step) => step >= 1 && step <= 3).length >= 0.8 * steps.length;
}

/** Returns whether gaps between arrivals are too even for people, whose gaps vary as much as their length. */
export function isClockwork({ arrivals }: Pick<Crowd, "arrivals">): boolean {
  if (arrivals.length < 17) return false;
  const gaps = arrivals.slice(1).map((at, i) => at - (arrivals[i] ?? 0));
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  const variance = gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length;
  return Math.sqrt(variance) < 0.35 * mean;
}

/**
 * Returns whether nearly all confirmed within a minute, and half within 30 seconds. Of people, some always
 * take longer.
 */
export function isPrompt({ waits }: Pick<Crowd, "waits">): boolean {
  if (waits.length < 10) return false;
  const sorted = [...waits].sort((a, b) => a - b);
  const at = (part: number) => sorted[Math.floor(part * (sorted.length - 1))] ?? 0;
  return at(0.5) <= 30_000 && at(0.9) <= 60_000;
}

/** What is known of a post before anything is stored. */
export type Risk = {
  /** One IP address sent more forms in ten minutes than an office or a school does. */
  often: boolean;
  /** One network sent more than a few in ten minutes. */
  crowded: boolean;
  /** The signer's address, in canonical form. */
  email: string;
  /** Many signatures of the campaign were put on hold in the last minutes. */
  attacked: boolean;
  /** Many of the campaign's confirmation emails bounced in the last minutes. */
  bouncing: boolean;
};

/**
 * True where proof of work is required: from an address that sends more than people do and, while a campaign
 * is under attack, from crowded networks and disposable addresses; while its confirmation emails bounce, from
 * all. Many signers at once are no risk: the few without JavaScript would wait for an organizer.
 */
export const needsChallenge = ({ often, crowded, email, attacked, bouncing }: Risk): boolean =>
  often || bouncing || (attacked && (crowded || isDisposable(email.slice(email.lastIndexOf("@") + 1))));
