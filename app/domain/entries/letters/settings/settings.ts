/** When a campaign hands letters over. */
export type LetterSettings = {
  /** Days after the last consolidated letter at which the next one is drafted. */
  everyDays: number;
  /** Letters waiting at which it is drafted earlier. Null: by time alone. */
  milestone: number | null;
};

/** Until an organizer says otherwise. */
export const usualSettings: LetterSettings = { everyDays: 7, milestone: 500 };

/** Characters at most of the paragraph that says what the campaign asks. */
export const askAtMost = 2000;
