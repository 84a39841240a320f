/**
 * Fills a public note with the count for `{count}`, and its word for `{count|signature|signatures}`. `count`:
 * null while unknown.
 */
export const fillNote = (note: string, count: number | null) =>
  note
    .replace(/\{count\|([^{}|]*)\|([^{}|]*)\}/g, (_, one: string, many: string) => (count === 1 ? one : many))
    .replaceAll("{count}", count === null ? "…" : new Intl.NumberFormat("en-US").format(count));

/** True where the public would see a brace, because nothing fills it in. */
export const hasUnfilled = (note: string) => /[{}]/.test(fillNote(note, 2));
