/** What an organizer can decide about a name, as posted by the form. */
export const nameDecisions = ["keep", "hide", "ask"] as const;
export type NameDecision = (typeof nameDecisions)[number];

/** `queued`: not decided yet. All but `kept` are left out of packs and annexes. */
export const nameReviewStates = ["queued", "kept", "hidden", "asked"] as const;
export type NameReviewState = (typeof nameReviewStates)[number];

export const stateAfter: Record<NameDecision, Exclude<NameReviewState, "queued">> = {
  keep: "kept",
  hide: "hidden",
  ask: "asked",
};

/** Minutes to undo a decision; an email that asks for a name waits as long. */
export const undoMinutes = 10;
