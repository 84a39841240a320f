/** A text that is the same everywhere, or has words that are true in the United States alone. */
export type LegalText = string | ((unitedStates: boolean) => string);

/**
 * Makes a text of which a part is said in the United States alone, and elsewhere another or none: "With a
 * broker {outside the United States|in another country}", "The most common way{: by email}".
 */
export const byJurisdiction = (text: string) => (unitedStates: boolean) =>
  text.replace(/\{([^{}|]*)(?:\|([^{}]*))?\}/g, (_, there, elsewhere = "") =>
    unitedStates ? there : elsewhere,
  );

/** Returns a text as it is true under a law. */
export const forJurisdiction = (text: LegalText, { unitedStates }: { unitedStates: boolean }): string =>
  typeof text === "string" ? text : text(unitedStates);
