import { groupAtLeast, type HoldingForm, outcomesAtLeast } from "#app/domain/entries/pledges/pledge.ts";

/** Known outcomes of one group of holders. */
export type VotedCell = { known: number; votedAsPledged: number; votedOtherwise: number; didNotVote: number };

/** From pledge to vote, for organizers: exact and live, without fund holders, who have no vote. */
export type VotedRate = {
  /** Pledges in force, whether or not their outcome is known. */
  pledged: number;
  all: VotedCell;
  byHolding: Partial<Record<HoldingForm, VotedCell & { pledged: number }>>;
};

/** How many of the known outcomes are votes, as pledged or otherwise. */
export type VotedCount = { known: number; voted: number };

/** Counts as last published: of all, and by holding form. */
export type VotedCounts = { all: VotedCount; byHolding: Partial<Record<HoldingForm, VotedCount>> };

export type PublicVotedRate = {
  /** The number who voted is between the two. They are equal unless fewer than five did, or did not. */
  all: { known: number; votedMin: number; votedMax: number };
  byHolding: VotedCounts["byHolding"];
  /** True if a holding form is left out. */
  hidden: boolean;
};

export const countOf = ({ known, didNotVote }: VotedCell): VotedCount => ({
  known,
  voted: known - didNotVote,
});

/** Rounds a share down to whole percent. */
export const percentVoted = (voted: number, known: number) => Math.floor((voted * 100) / known);

/**
 * Returns which counts may be shown: nothing under 20 known outcomes; of a way of holding nothing where fewer
 * than five voted or fewer than five did not; and no group whose number would reveal one left out from the
 * whole.
 */
export function publicVotedRate({ all, byHolding }: VotedCounts): PublicVotedRate | null {
  if (all.known < outcomesAtLeast) return null;
  const groups = Object.entries(byHolding) as [HoldingForm, VotedCount][];
  const published = groups
    .filter(([, count]) => isLarge(count))
    .sort(([, one], [, other]) => other.known - one.known);
  while (published.length > 0 && !isLarge(restOf(all, published)) && restOf(all, published).known !== 0)
    published.pop();
  return {
    all: { known: all.known, ...boundsOf(all) },
    byHolding: Object.fromEntries(published),
    hidden: restOf(all, published).known !== 0,
  };
}

const isLarge = ({ known, voted }: VotedCount) => voted >= groupAtLeast && known - voted >= groupAtLeast;

const restOf = (all: VotedCount, published: readonly [HoldingForm, VotedCount][]): VotedCount => ({
  known: published.reduce((rest, [, { known }]) => rest - known, all.known),
  voted: published.reduce((rest, [, { voted }]) => rest - voted, all.voted),
});

function boundsOf({ known, voted }: VotedCount) {
  if (voted < groupAtLeast) return { votedMin: 0, votedMax: groupAtLeast - 1 };
  if (known - voted < groupAtLeast) return { votedMin: known - groupAtLeast + 1, votedMax: known };
  return { votedMin: voted, votedMax: voted };
}
