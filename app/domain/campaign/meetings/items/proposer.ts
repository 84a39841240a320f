import type { BallotItem, Proposer } from "#app/domain/campaign/meetings/meeting.ts";

type Proposed = Pick<BallotItem, "proposedBy" | "proponent" | "campaignRecommendation">;

/**
 * Returns whose proposal an item is: as entered, else a shareholder's if it names a proponent or the campaign
 * recommends a vote on it. Null: unknown.
 */
export const proposerOf = ({ proposedBy, proponent, campaignRecommendation }: Proposed): Proposer | null =>
  proposedBy ?? (proponent !== null || campaignRecommendation !== null ? "shareholder" : null);

/** How a board or a campaign asks holders to vote. */
export const recommendations = ["for", "against", "abstain"] as const;
