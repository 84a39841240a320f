/** Where in a text something was found, as places in the string that was screened. */
export type Passage = { start: number; end: number };
