import type { LetterPublication, LetterRole, LetterState } from "#app/domain/entries/letters/letter.ts";
import type { HoldReason } from "#app/domain/screening/reasons.ts";

/** By how much of a letter's words are the template's or another letter's, whichever is more. */
export const likenesses = ["own", "mixed", "alike", "unscored"] as const;
export type Likeness = (typeof likenesses)[number];

/** Below the first a letter is its writer's own words, from the second on it is much like others. */
export const likenessBounds = { own: 0.3, alike: 0.7 };

export type LetterFilter = {
  state: LetterState | null;
  /** True: those that wait for an organizer's look. */
  onHold: boolean;
  likeness: Likeness | null;
  role: LetterRole | null;
  locale: string | null;
  /** Of several companies of a campaign, by its slug. */
  company: string | null;
};

export const wholeLetterList: LetterFilter = {
  state: null,
  onHold: false,
  likeness: null,
  role: null,
  locale: null,
  company: null,
};

/** A letter as the list shows it. What it says and how many shares it tells are not among it. */
export type ListedLetter = {
  publicId: string;
  /** ISO 8601. */
  writtenAt: string;
  name: string;
  email: string;
  country: string;
  state: LetterState;
  locale: string;
  role: LetterRole | null;
  templateSimilarity: number | null;
  nearestSimilarity: number | null;
  links: number;
  heldReason: HoldReason | null;
  /** It waits for an organizer's look. */
  held: boolean;
  publication: LetterPublication;
  tellsShares: boolean;
  /** The number of the dispatch that it goes or went with. */
  dispatch: number | null;
  /** The name of the company it is to, where the campaign is about several. */
  toCompany?: string | null;
};
