import type { LetterPublication, LetterRole, LetterState } from "#app/domain/entries/letters/letter.ts";
import type { HoldReason } from "#app/domain/screening/reasons.ts";

/** How much of a letter is shared with the template or another letter, whichever is more. */
export const likenesses = ["own", "mixed", "alike", "unscored"] as const;
export type Likeness = (typeof likenesses)[number];

/** Below the first, a letter is in its writer's own words; from the second on, it is like others. */
export const likenessBounds = { own: 0.3, alike: 0.7 };

export type LetterFilter = {
  state: LetterState | null;
  /** True: only those on hold. */
  onHold: boolean;
  likeness: Likeness | null;
  role: LetterRole | null;
  locale: string | null;
  /** The slug of one of the campaign's companies. */
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

/** A letter as listed, without its words and number of shares. */
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
  /** It is on hold. */
  held: boolean;
  publication: LetterPublication;
  tellsShares: boolean;
  /** The number of its dispatch. */
  dispatch: number | null;
  /** The name of its company, if the campaign has several. */
  toCompany?: string | null;
};
