/** How a board or a campaign asks holders to vote. */
export const recommendations = ["for", "against", "abstain"] as const;
