/** What an organizer can decide about a name, as the form says it. */
export const nameDecisions = ["keep", "hide", "ask"] as const;
export type NameDecision = (typeof nameDecisions)[number];

/** `queued`: nobody has decided yet. All but `kept` stay out of packs and annexes. */
export const nameReviewStates = ["queued", "kept", "hidden", "asked"] as const;
export type NameReviewState = (typeof nameReviewStates)[number];

export const stateAfter: Record<NameDecision, Exclude<NameReviewState, "queued">> = {
  keep: "kept",
  hide: "hidden",
  ask: "asked",
};

/** Minutes in which a decision can be undone; a mail that asks waits as long before it goes. */
export const undoMinutes = 10;
