/** When a campaign hands letters over. */
export type LetterSettings = {
  /** Days between dispatches: then the next one is drafted. */
  everyDays: number;
  /** Number of waiting letters that drafts one earlier. Null: only by time. */
  milestone: number | null;
};

export const usualSettings: LetterSettings = { everyDays: 7, milestone: 500 };

/** Characters of the paragraph with the campaign's ask. */
export const maxAskLength = 2000;
