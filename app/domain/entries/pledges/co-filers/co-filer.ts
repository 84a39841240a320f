/** Stages of a holder who is willing to co-file. */
export const coFilerStates = ["interested", "documents_asked", "received", "accepted", "declined"] as const;
export type CoFilerState = (typeof coFilerStates)[number];

const steps: Record<CoFilerState, { forward: CoFilerState | null; back: CoFilerState | null }> = {
  interested: { forward: "documents_asked", back: null },
  documents_asked: { forward: "received", back: "interested" },
  received: { forward: "accepted", back: "documents_asked" },
  accepted: { forward: null, back: "received" },
  declined: { forward: null, back: "interested" },
};

/** Returns the possible steps: one on, one back, and decline, which can be undone to the beginning. */
export const stepsFrom = (state: CoFilerState) => ({
  ...steps[state],
  decline: state === "declined" ? null : ("declined" as const),
});

/** True when a holder can be moved from one state to another in one step. */
export const isStep = (from: CoFilerState, to: CoFilerState) => Object.values(stepsFrom(from)).includes(to);
