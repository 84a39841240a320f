/** Ends words with a full stop, unless they have one, as abbreviations do. */
export const stopped = (words: string) => (/[.!?…]$/u.test(words) ? words : `${words}.`);

/** Writes an address in one line, for a sentence. */
export const inOneLine = (address: string) =>
  address
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .join(", ");

/** Capitalizes words that begin a line. */
export const capitalized = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
