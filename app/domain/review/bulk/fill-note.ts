/**
 * Fills a note to the public with the count for `{count}`, and the word that goes with it for
 * `{count|signature|signatures}`. `count`: null while it is not known.
 */
export const fillNote = (note: string, count: number | null) =>
  note
    .replace(/\{count\|([^{}|]*)\|([^{}|]*)\}/g, (_, one: string, many: string) => (count === 1 ? one : many))
    .replaceAll("{count}", count === null ? "…" : new Intl.NumberFormat("en-GB").format(count));

/** True where the public would read a brace, as nothing is filled in for it. */
export const hasUnfilled = (note: string) => /[{}]/.test(fillNote(note, 2));
