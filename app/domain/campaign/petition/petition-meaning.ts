import type { PetitionWords } from "#app/domain/campaign/wording.ts";

type Text = { version: number; sameMeaningAs: number | null };

/** Returns the version a text's meaning began with: texts of one meaning are signed together. */
export const meaningOf = ({ version, sameMeaningAs }: Text): number => sameMeaningAs ?? version;

const folded = (text: string) => text.trim().replaceAll(/\s+/g, " ");

/**
 * What is known of a text before anybody states its meaning. `again`: the newest version with exactly these
 * words. `like`: a version with the same text but another summary or other spaces. Both have its `meaning`.
 */
type KnownWords = { again: number | null; like: number; meaning: number };

/** Finds the words of a petition among its versions. Null where nobody could sign them so far. */
export function findWords(
  versions: readonly (Text & PetitionWords)[],
  { summary, body }: PetitionWords,
): KnownWords | null {
  const newestFirst = versions.toSorted((a, b) => b.version - a.version);
  const again = newestFirst.find((one) => one.summary === summary && one.body === body);
  const like = again ?? newestFirst.find((one) => folded(one.body) === folded(body));
  return like ? { again: again?.version ?? null, like: like.version, meaning: meaningOf(like) } : null;
}

/** The public count now and with another text in force, and how many would then be counted apart. */
export type CountForecast = { before: number; after: number; apart: number };

/** Forecasts the public count with a text of this meaning in force; null: a new meaning. */
export function forecastCount(
  versions: readonly (Text & { signatures: number })[],
  inForce: Text | null,
  meaning: number | null,
): CountForecast {
  const countOf = (which: number | null) =>
    versions.reduce((sum, one) => sum + (meaningOf(one) === which ? one.signatures : 0), 0);
  const all = versions.reduce((sum, one) => sum + one.signatures, 0);
  const after = countOf(meaning);
  return { before: countOf(inForce && meaningOf(inForce)), after, apart: all - after };
}
