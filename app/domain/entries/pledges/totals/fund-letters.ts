import type { KnownFundOutcome } from "#app/domain/entries/pledges/pledge.ts";

/** What fund holders say came of their letters, each by their own word. */
export type FundLetters = {
  /** How many told us. */
  told: number;
  /** Of each answer, how many gave it; none has no key. */
  answers: Partial<Record<KnownFundOutcome, number>>;
};

/** The public version. `hidden`: answers of fewer than five, or that would reveal one, are left out. */
export type PublicFundLetters = FundLetters & { hidden: boolean };

/** Counts letters sent, over all answers. */
export const countSent = ({ answers }: FundLetters): number =>
  (["supports", "declines", "no_position", "no_answer"] as const).reduce(
    (all, answer) => all + (answers[answer] ?? 0),
    0,
  );
