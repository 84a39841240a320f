/** What the last button of a list of decisions did, or why it did nothing. */
export type DecisionAnswer = {
  done: string | null;
  count: number;
  /** Who could not be asked. */
  notAsked: number;
  /** By what it is undone; null where it can no longer be. */
  at: string | null;
  error: "choose-first" | "too-many" | "unreadable" | null;
};

export const nothingDone: DecisionAnswer = { done: null, count: 0, notAsked: 0, at: null, error: null };
