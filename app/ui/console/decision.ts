/** What the last button of a list of decisions did, or why it failed. */
export type DecisionAnswer = {
  done: string | null;
  count: number;
  /** People who could not be asked. */
  notAsked: number;
  /** Identifies it for the undo; null once it cannot be undone. */
  at: string | null;
  error: "choose-first" | "too-many" | "unreadable" | null;
};

export const nothingDone: DecisionAnswer = { done: null, count: 0, notAsked: 0, at: null, error: null };
