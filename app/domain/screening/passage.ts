/** Where something was found, as indexes of the screened string. */
export type Passage = { start: number; end: number };
