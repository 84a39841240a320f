import { type Chosen, flag, oneOf, textThat, wholeOf } from "#app/domain/base/list.ts";
import {
  type LetterPublication,
  type LetterRole,
  type LetterState,
  letterRoles,
  letterStates,
} from "#app/domain/entries/letters/letter.ts";
import type { HoldReason } from "#app/domain/screening/reasons.ts";

/** How much of a letter is shared with the template or another letter, whichever is more. */
export const likenesses = ["own", "mixed", "alike", "unscored"] as const;
export type Likeness = (typeof likenesses)[number];

/** Below the first, a letter is in its writer's own words; from the second on, it is like others. */
export const likenessBounds = { own: 0.3, alike: 0.7 };

/** The list's filters; `company` is the slug of one of the campaign's. */
export const letterFilters = {
  state: oneOf(letterStates),
  onHold: flag({ at: "held", option: "held", help: "only on hold for moderation" }),
  likeness: oneOf(likenesses, { at: "words", help: "only letters this similar to others" }),
  role: oneOf(letterRoles, { at: "as" }),
  locale: textThat((text) => /^[a-z]{2}$/.test(text), { help: "only in this language, such as es" }),
  company: textThat((text) => text !== "", { help: "only to this company, by its slug" }),
};

export type LetterFilter = Chosen<typeof letterFilters>;

export const wholeLetterList = wholeOf(letterFilters);

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
