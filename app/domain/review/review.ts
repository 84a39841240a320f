/** What an organizer can decide about a signature that is held back. */
export const reviewDecisions = ["keep", "invalidate"] as const;
export type ReviewDecision = (typeof reviewDecisions)[number];

/** `queued`: it waits, and does not count. */
export const reviewStates = ["queued", "kept", "invalidated"] as const;
export type ReviewState = (typeof reviewStates)[number];

export const stateAfterReview: Record<ReviewDecision, Exclude<ReviewState, "queued">> = {
  keep: "kept",
  invalidate: "invalidated",
};

/** Signatures that one organizer invalidates within ten minutes without proving once more who they are. */
export const invalidatedWithoutProof = 10;

/** Signatures an organizer invalidates singly in 24 hours; more need a bulk that somebody else approves. */
export const invalidatedADay = 100;

/** Minutes in which a decision can be undone by one button. */
export const reviewUndoMinutes = 10;

/** Signatures on one page, and decided about at once. */
export const reviewsAPage = 50;
