/** What an organizer can decide about a signature on hold. */
export const reviewDecisions = ["keep", "invalidate"] as const;
export type ReviewDecision = (typeof reviewDecisions)[number];

/** `queued`: on hold, does not count. */
export const reviewStates = ["queued", "kept", "invalidated"] as const;
export type ReviewState = (typeof reviewStates)[number];

export const stateAfterReview: Record<ReviewDecision, Exclude<ReviewState, "queued">> = {
  keep: "kept",
  invalidate: "invalidated",
};

/** Signatures an organizer can invalidate within ten minutes without reauthenticating. */
export const invalidatedWithoutProof = 10;

/** Signatures an organizer invalidates singly in 24 hours; more need a bulk invalidation with approval. */
export const invalidatedADay = 100;

/** Minutes to undo a decision with one button. */
export const reviewUndoMinutes = 10;

export const reviewsPerPage = 50;
