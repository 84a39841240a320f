import type { KnownFundOutcome } from "#app/domain/entries/pledges/pledge.ts";

/** Outcomes of letters that fund holders report, unverified. */
export type FundLetters = {
  /** How many reported. */
  told: number;
  /** How many gave each answer; none has no key. */
  answers: Partial<Record<KnownFundOutcome, number>>;
};

/** The public version. `hidden`: leaves out answers of fewer than five, or that would reveal one. */
export type PublicFundLetters = FundLetters & { hidden: boolean };

/** Counts letters sent, over all answers. */
export const countSent = ({ answers }: FundLetters): number =>
  (["supports", "declines", "no_position", "no_answer"] as const).reduce(
    (all, answer) => all + (answers[answer] ?? 0),
    0,
  );
