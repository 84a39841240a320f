/** The words with a full stop, unless they end in one, as abbreviations do. */
export const stopped = (words: string) => (/[.!?…]$/u.test(words) ? words : `${words}.`);

/** The lines of an address as they are in a sentence. */
export const inOneLine = (address: string) =>
  address
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .join(", ");

/** The words with a capital, where they begin a line of their own. */
export const capitalized = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
