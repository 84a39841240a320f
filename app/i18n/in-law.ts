/** A text that is the same everywhere, or has words that are true in the United States alone. */
export type InLaw = string | ((unitedStates: boolean) => string);

/** Returns a text as it is true under a law. */
export const inLaw = (text: InLaw, { unitedStates }: { unitedStates: boolean }): string =>
  typeof text === "string" ? text : text(unitedStates);
